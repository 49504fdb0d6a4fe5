package org.trueup.spreadsheets.policybook;

import java.util.Map;

/**
 * Where the table of a sheet stands.
 *
 * @param sheet the sheet as the product names it, for example {@code Over the limit}
 * @param tab the same as the analyst spelled it
 * @param headerRow 1 or more, as Excel shows it
 * @param columns letters by header; a column that was left out has those of the first one
 * @param whole whether every row of it could be read
 */
public record SheetTable(String sheet, String tab, int headerRow, Map<String, String> columns, boolean whole) {

    /** The cell of a heading, for example {@code A4}. */
    public String heading(String header) {
        String letters = columns.get(header);
        if (letters == null) {
            throw new IllegalArgumentException("the sheet " + sheet + " has no column \"" + header + "\"");
        }
        return letters + headerRow;
    }
}
