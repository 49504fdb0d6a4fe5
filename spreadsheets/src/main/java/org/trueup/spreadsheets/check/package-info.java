/**
 * The check of a policy workbook: everything that is wrong with it, told at once, each with its cell and with what to type
 * instead. Called by the command line, by publishing, by the night and by the server's uploads, so that all of them say the
 * same. The door is {@link org.trueup.spreadsheets.check.WorkbookCheck}. Reads no store, decides no real tenant, and
 * never throws for what a person can type or send.
 */
@NullMarked
package org.trueup.spreadsheets.check;

import org.jspecify.annotations.NullMarked;
