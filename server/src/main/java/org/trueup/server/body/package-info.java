/**
 * What is said of tenants over HTTP, named as the columns of the CSV files are: one shape for stored nights and for decisions in
 * between. The packages that answer requests put these together; nothing here asks or decides.
 */
@NullMarked
package org.trueup.server.body;

import org.jspecify.annotations.NullMarked;
