package org.trueup.spreadsheets.policybook;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.trueup.rules.terms.SheetRow;
import org.trueup.spreadsheets.sheet.CellText;
import org.trueup.spreadsheets.sheet.CellValue;

/**
 * A row of a policy workbook as people read it. Two rows of one sheet that say the same have the same cells, wherever they
 * stand and however their numbers and dates were typed.
 *
 * @param cells what is typed under each header, in the order of the columns; blank cells are left out
 */
public record PolicyRow(SheetRow at, Map<String, String> cells) {
    public PolicyRow {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /** What the row says, for example {@code Plan Medium, Minimum 5}. */
    public String words() {
        return cells.entrySet().stream()
                .map(cell -> cell.getKey() + " " + cell.getValue())
                .collect(Collectors.joining(", "));
    }

    /** Whether two rows say the same on the same sheet. */
    public boolean says(PolicyRow other) {
        return at.sheet().equals(other.at.sheet()) && cells.equals(other.cells);
    }

    static String typed(CellValue cell) {
        if (cell instanceof CellValue.Text text) {
            return CellText.line(text.text());
        } else if (cell instanceof CellValue.Number number) {
            return number.percent() ? plain(number.value().movePointRight(2)) + " %" : plain(number.value());
        } else if (cell instanceof CellValue.Date date) {
            return date.value().toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? date.value().toLocalDate().toString()
                    : date.value().toString();
        } else if (cell instanceof CellValue.YesNo yesNo) {
            return yesNo.value() ? "yes" : "no";
        }
        return "a formula";
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
