/**
 * What changed between two policy workbooks, in the words of whoever edits them. Called by the command line, and by
 * whoever shows two versions side by side; the door is {@link org.trueup.spreadsheets.diff.WorkbookDiff}. It compares
 * what is typed, cell by cell, so that a workbook full of errors can be compared too. Number formats, colours, hidden
 * columns, the order of columns and innocent ways of typing the same value are no difference. Judges nothing and reads no
 * store.
 */
@NullMarked
package org.trueup.spreadsheets.diff;

import org.jspecify.annotations.NullMarked;
