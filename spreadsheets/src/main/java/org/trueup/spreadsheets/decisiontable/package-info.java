/**
 * Makes the analysts' checks into rules: their typed rows are rendered into a decision table whose layout and code are
 * ours and whose cells are numbers alone, and Drools' decision-table compiler makes rules of it. The reader of policy
 * workbooks comes here; nothing that an analyst typed is ever part of what is compiled.
 */
@NullMarked
package org.trueup.spreadsheets.decisiontable;

import org.jspecify.annotations.NullMarked;
