package org.trueup.spreadsheets.diff;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.trueup.spreadsheets.sheet.CellText;
import org.trueup.spreadsheets.sheet.CellValue;

/**
 * What a cell says: two cells that say the same are equal, however they were typed and look.
 *
 * @param value a number, day or text in one spelling
 * @param spoken for people, empty for an empty cell
 */
record Typed(String value, String spoken) {
    static final Typed BLANK = new Typed("", "");

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,15})?( ?%)?");
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}( \\d{3})+(\\.\\d{1,15})?");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * @param cell none where it is blank
     * @param percent whether the column is one of percentages, where 10 and 10 % mean the same
     */
    static Typed of(@Nullable CellValue cell, boolean percent) {
        if (cell == null) {
            return BLANK;
        } else if (cell instanceof CellValue.Text text) {
            return text(text.text(), percent);
        } else if (cell instanceof CellValue.Number number) {
            BigDecimal seen = number.percent() ? number.value().multiply(HUNDRED) : number.value();
            return number(seen, percent || number.percent());
        } else if (cell instanceof CellValue.Date date) {
            boolean day = date.value().toLocalTime().equals(LocalTime.MIDNIGHT);
            return same(
                    day
                            ? date.value().toLocalDate().toString()
                            : date.value().toString().replace('T', ' '));
        } else if (cell instanceof CellValue.YesNo yesNo) {
            return text(yesNo.value() ? "yes" : "no", false);
        } else if (cell instanceof CellValue.Formula formula) {
            return new Typed("=" + formula.text(), "the formula =" + formula.text());
        }
        return same(((CellValue.Broken) cell).code());
    }

    boolean blank() {
        return value.isEmpty();
    }

    /** As it stands within the name of a row. */
    String bare() {
        return spoken.startsWith("\"") ? value : spoken;
    }

    private static Typed text(String typed, boolean percent) {
        String word = CellText.word(typed);
        boolean grouped = GROUPED.matcher(word).matches();
        if (grouped || NUMBER.matcher(word).matches()) {
            return number(new BigDecimal(word.replaceAll("[ %]", "")), percent || word.endsWith("%"));
        }
        if (word.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return same(word);
        }
        String line = CellText.line(typed);
        return new Typed(line, "\"" + line + "\"");
    }

    private static Typed number(BigDecimal seen, boolean percent) {
        return same(seen.stripTrailingZeros().toPlainString() + (percent ? " %" : ""));
    }

    private static Typed same(String text) {
        return new Typed(text, text);
    }
}
