package org.trueup.spreadsheets.diff;

import java.util.Locale;
import org.trueup.spreadsheets.sheet.CellText;
import org.trueup.spreadsheets.sheet.Place;

/**
 * The heading of a column.
 *
 * @param title as it is typed; the column's letters where it has no heading
 * @param column 0 or more, 0 being column A
 * @param named whether there is a heading
 */
record Heading(String title, int column, boolean named) {

    static Heading typed(String title, int column) {
        return new Heading(CellText.line(title), column, true);
    }

    static Heading letters(int column) {
        return new Heading(Place.letters(column), column, false);
    }

    /** What two headings must share to be the same. */
    String key() {
        return key(title) + (named ? "" : " ");
    }

    static String key(String name) {
        return CellText.word(name).replace(" ", "").toLowerCase(Locale.ROOT);
    }
}
