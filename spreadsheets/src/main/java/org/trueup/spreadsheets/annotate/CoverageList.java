package org.trueup.spreadsheets.annotate;

import java.util.List;
import java.util.stream.Stream;
import org.trueup.spreadsheets.annotate.ListSheet.Cell;
import org.trueup.spreadsheets.annotate.ListSheet.Column;
import org.trueup.spreadsheets.scenario.RowTouch;

/** The sheet Coverage: the rows that no scenario decides anything by, so that a slip in one of them would show nowhere. */
final class CoverageList {
    static final String TITLE = "Rows that no scenario touched";
    private static final List<Column> COLUMNS =
            List.of(new Column("Sheet", 22), new Column("Row", 10), new Column("Scenarios", 14));

    private CoverageList() {}

    static ListSheet sheet(String tab, List<RowTouch> coverage, Styles styles) {
        int text = styles.look(Look.TEXT);
        int link = styles.look(Look.LINK);
        List<List<Cell>> rows = coverage.stream()
                .filter(row -> row.scenarios() == 0)
                .map(row -> List.of(
                        new Cell(row.sheet(), text, null),
                        new Cell("row " + row.row(), link, ListSheet.address(row.sheet(), "A" + row.row())),
                        new Cell("none", text, null)))
                .toList();
        String help =
                coverage.size() - rows.size() + " of " + coverage.size() + " rows decide something in a scenario. "
                        + (rows.isEmpty() ? "All do." : "These do not: write a scenario that one of them decides.");
        List<Cell> all = List.of(
                new Cell("all rows", text, null), new Cell("", text, null), new Cell("one or more", text, null));
        return new ListSheet(
                tab, TITLE, help, COLUMNS, rows.isEmpty() ? Stream.of(all).toList() : rows);
    }
}
