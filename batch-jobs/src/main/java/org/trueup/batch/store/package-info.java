/**
 * The store: one MariaDB that holds facts, policy versions, results and the state of the jobs. {@link
 * org.trueup.batch.store.Store} opens it, either a real MariaDB that this program starts and stops under a folder of
 * its own, or one that somebody else runs, and brings its tables up to date. Called by the jobs and by the server,
 * which then talk SQL through its {@code DataSource}. It knows how a database lives and dies, who may use a folder,
 * and which policy is in force on a day; it never reads a feed, decides a tenant or looks into a workbook.
 */
@NullMarked
package org.trueup.batch.store;

import org.jspecify.annotations.NullMarked;
