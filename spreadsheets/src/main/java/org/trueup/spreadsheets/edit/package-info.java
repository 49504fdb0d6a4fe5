/**
 * Single cells and rows of a policy workbook changed in place: the draft that an analyst edits in the browser stays the file
 * that they made in Excel, and can be taken on there. Called by the server; the door is
 * {@link org.trueup.spreadsheets.edit.EditedWorkbook}, and {@link org.trueup.spreadsheets.edit.WorkbookGrid} says what there is
 * to be changed. Whatever is typed becomes a value, never a formula; what it means is the check's to say.
 */
@NullMarked
package org.trueup.spreadsheets.edit;

import org.jspecify.annotations.NullMarked;
