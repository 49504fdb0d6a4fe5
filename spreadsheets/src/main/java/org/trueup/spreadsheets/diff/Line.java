package org.trueup.spreadsheets.diff;

import java.util.List;

/**
 * A row of a sheet under the columns that both sheets have been brought to.
 *
 * @param row 1 or more, as Excel shows it
 * @param cells one for each column, {@link Typed#BLANK} where there is nothing
 */
record Line(int row, List<Typed> cells) {

    List<String> values() {
        return cells.stream().map(Typed::value).toList();
    }

    List<String> values(List<Integer> columns) {
        return columns.stream().map(column -> cells.get(column).value()).toList();
    }
}
