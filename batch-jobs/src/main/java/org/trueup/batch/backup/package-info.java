/**
 * Backup and restore of a whole store, embedded or not, without any program of the database's. {@link
 * org.trueup.batch.backup.Backups} writes every table, as one transaction sees them, into one file that carries its own
 * digest, and fills an empty store from such a file, whole or not at all. Called by the command line. It knows tables by
 * what the database says of them, and nothing of what stands in them; it never changes a store that holds anything.
 */
@NullMarked
package org.trueup.batch.backup;

import org.jspecify.annotations.NullMarked;
