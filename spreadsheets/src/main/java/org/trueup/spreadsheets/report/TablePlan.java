package org.trueup.spreadsheets.report;

import java.util.List;

/**
 * What a sheet with one table looks like, before there are rows.
 *
 * @param sheet name of the sheet, at most 25 characters so that a number fits behind it
 * @param title in A1
 * @param help one line under the title
 * @param empty the sentence that stands there when there are no rows
 * @param frozen how many columns stay in sight, at least 0
 * @param lastPrinted title of the last column that goes on paper
 */
record TablePlan<R>(
        String sheet,
        String title,
        String help,
        String empty,
        int frozen,
        String lastPrinted,
        List<Column<R>> columns) {

    /** The sheet's first, second, … part; Excel's sheets are not endless. */
    String sheet(int part) {
        return part == 1 ? sheet : sheet + " " + part;
    }

    /** Fills a row's cells. */
    void fill(RowCells cells, R row) {
        for (Column<R> column : columns) {
            column.filler().accept(cells, row);
        }
    }

    /** How many columns go on paper. */
    int printed() {
        return columns.stream().map(Column::title).toList().indexOf(lastPrinted) + 1;
    }

    /** The table's name within the workbook: no spaces, nothing that could be a cell. */
    String table(int part) {
        return sheet(part).replace(" ", "_");
    }
}
