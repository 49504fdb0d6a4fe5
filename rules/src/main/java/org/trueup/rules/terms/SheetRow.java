package org.trueup.rules.terms;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Cell;

/**
 * Where a row of terms stands in its workbook.
 *
 * @param row 1 or more, as Excel shows it
 * @param columns letters by header, for example {@code Minimum} → {@code F}; shared by all rows of a sheet
 */
public record SheetRow(String workbook, String sheet, int row, Map<String, String> columns) {

    /** The cell of this row under a header. */
    public Cell cell(String header) {
        String column = columns.get(header);
        if (column == null) {
            throw new IllegalArgumentException(workbook + "!" + sheet + " has no column \"" + header + "\"");
        }
        return new Cell(workbook, sheet, column, row);
    }

    /** How many conditions of a row are filled: the more, the more specific the row. */
    static int filled(@Nullable Object... conditions) {
        int filled = 0;
        for (Object condition : conditions) {
            if (condition != null) {
                filled++;
            }
        }
        return filled;
    }
}
