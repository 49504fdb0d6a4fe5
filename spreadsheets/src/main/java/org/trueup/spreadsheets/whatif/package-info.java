/**
 * What a draft of a policy would change, tenant by tenant: the answers of two policies in, the difference out, with the cells
 * that made it, and the sums of all differences. Called by the what-if, written as a workbook by the reports. The door is
 * {@link org.trueup.spreadsheets.whatif.Comparison}. Decides no tenant, reads no store and opens no Excel file.
 */
@NullMarked
package org.trueup.spreadsheets.whatif;

import org.jspecify.annotations.NullMarked;
