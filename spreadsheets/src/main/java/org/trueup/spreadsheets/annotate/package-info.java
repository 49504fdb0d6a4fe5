/**
 * The analyst's own workbook given back with what a check found: bad cells filled and commented, a sheet of all problems
 * with links, scenario results beside the expectations. Called by the command line and by the server's pages; the door is
 * {@link org.trueup.spreadsheets.annotate.AnnotatedWorkbook}. Only the parts of the package that get something are
 * written anew, every other one keeps its bytes. An annotation can be taken off again, which annotating anew begins with.
 * Never reads a cell for its meaning and never evaluates anything.
 */
@NullMarked
package org.trueup.spreadsheets.annotate;

import org.jspecify.annotations.NullMarked;
