package org.trueup.spreadsheets.report;

import java.util.List;
import org.trueup.spreadsheets.whatif.UnusedRow;

/** The sheet of the draft's rows that had a say about no tenant. */
final class UnusedRowsTable {
    static final String SHEET = "Rows that decided nobody";

    private static final int WORDS = 90;

    private UnusedRowsTable() {}

    static TablePlan<UnusedRow> plan(String title) {
        List<Column<UnusedRow>> columns = List.of(
                Column.words(
                        "Sheet", 20, (cells, row) -> cells.text(row.row().at().sheet())),
                Column.figures(
                        "Row", 8, (cells, row) -> cells.number(row.row().at().row())),
                Column.words("Cell", 32, (cells, row) -> cells.text(cell(row))),
                Column.words(
                        "What the row says",
                        WORDS,
                        (cells, row) -> cells.wrapped(row.row().words(), WORDS)),
                Column.figures("Tenants by the published policy", 18, (cells, row) -> published(cells, row)),
                Column.figures("Nights in a row", 12, (cells, row) -> cells.number(row.nights())),
                Column.words("Since the night of", 14, (cells, row) -> cells.date(row.since())));
        return new TablePlan<>(
                SHEET,
                title,
                "Rows of the draft that no tenant needed on this date, and for how many stored nights the same row decided"
                        + " nobody. A row that is new or was edited has no nights yet.",
                "Every row of the draft had a say about some tenant.",
                2,
                "Since the night of",
                columns);
    }

    private static String cell(UnusedRow row) {
        String header = row.row().cells().keySet().iterator().next();
        return row.row().at().cell(header).toString();
    }

    private static void published(RowCells cells, UnusedRow row) {
        if (row.published() == null) {
            cells.text("new row", Look.WORD);
        } else {
            cells.number(row.published());
        }
    }
}
