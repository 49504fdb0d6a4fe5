package org.trueup.spreadsheets.sheet;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** What a cell holds, as stored, not as meant. Blank cells have no value at all. */
public sealed interface CellValue {

    /** @param text as typed, with its spaces; never blank */
    record Text(String text) implements CellValue {}

    /**
     * A number, to the fifteen digits that Excel keeps.
     *
     * @param value as stored; a cell that shows {@code 10 %} holds 0.1
     * @param shown what the cell's number format makes of it; none where the cell has no format of its own
     */
    record Number(BigDecimal value, @Nullable String shown) implements CellValue {
        /** Whether people see the number with a percent sign. */
        public boolean percent() {
            return shown != null && shown.indexOf('%') >= 0;
        }
    }

    /** A number that shows as a date; sheets that count days from 1904 are allowed for. */
    record Date(LocalDateTime value) implements CellValue {}

    record YesNo(boolean value) implements CellValue {}

    /**
     * A formula, which nobody evaluates here.
     *
     * @param text as stored, without {@code =}; empty where the workbook keeps it with another cell
     */
    record Formula(String text) implements CellValue {}

    /** @param code for example {@code #N/A} */
    record Broken(String code) implements CellValue {}
}
