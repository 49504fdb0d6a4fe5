package org.trueup.spreadsheets.whatif;

import org.trueup.spreadsheets.policybook.PolicyRow;

/**
 * Where a row stands in its workbook.
 *
 * @param row 1 or more, as Excel shows it
 */
public record RowPlace(String sheet, int row) {
    public static RowPlace of(PolicyRow row) {
        return new RowPlace(row.at().sheet(), row.at().row());
    }
}
