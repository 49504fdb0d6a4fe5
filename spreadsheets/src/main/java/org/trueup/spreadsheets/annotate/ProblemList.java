package org.trueup.spreadsheets.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.trueup.spreadsheets.annotate.ListSheet.Cell;
import org.trueup.spreadsheets.annotate.ListSheet.Column;
import org.trueup.spreadsheets.check.CheckReport;
import org.trueup.spreadsheets.policybook.Problem;

/**
 * The sheet Problems. Its last column is hidden and empty: each of its cells wears the format that the bad cell had, so
 * that the filling can be taken off again after any program saved the workbook.
 */
final class ProblemList {
    static final String TITLE = "Problems found by Trueup";
    static final int SHEET = 1;
    static final int CELL = 2;
    static final int BEFORE = 4;

    private static final List<Column> COLUMNS = List.of(
            new Column("Severity", 12),
            new Column("Sheet", 22),
            new Column("Cell", 10),
            new Column("What is wrong, and what to type instead", 100),
            new Column("Format before", 0));

    private final Styles styles;
    private final List<String> tabs;
    private final List<List<Cell>> rows = new ArrayList<>();

    ProblemList(Styles styles, List<String> tabs) {
        this.styles = styles;
        this.tabs = tabs;
    }

    /** The row of the next problem, as Excel shows it. */
    int nextRow() {
        return ListSheet.HEADER_ROW + 1 + rows.size();
    }

    /** @param formatBefore of the bad cell, where there is one */
    void add(Problem problem, int formatBefore) {
        int text = styles.look(Look.TEXT);
        String severity = problem.severity().name().toLowerCase(Locale.ROOT);
        rows.add(List.of(
                new Cell(severity, styles.filled(text, Fill.of(problem.severity())), null),
                link(problem.sheet() == null ? "(the file)" : problem.sheet(), problem.sheet(), "A1"),
                link(problem.cell() == null ? "" : problem.cell(), problem.sheet(), problem.cell()),
                new Cell(problem.message(), text, null),
                new Cell("", formatBefore, null)));
    }

    ListSheet sheet(String tab, CheckReport report) {
        if (rows.isEmpty()) {
            int text = styles.look(Look.TEXT);
            rows.add(List.of(
                    new Cell("none", text, null),
                    new Cell("", text, null),
                    new Cell("", text, null),
                    new Cell("Nothing is wrong with this workbook.", text, null),
                    new Cell("", 0, null)));
        }
        return new ListSheet(tab, TITLE, help(report), COLUMNS, List.copyOf(rows));
    }

    private Cell link(String text, @Nullable String sheet, @Nullable String cell) {
        boolean leads = sheet != null && cell != null && tabs.contains(sheet);
        return new Cell(
                text, styles.look(leads ? Look.LINK : Look.TEXT), leads ? ListSheet.address(sheet, cell) : null);
    }

    private static String help(CheckReport report) {
        long remarks = report.problems().size() - report.errors() - report.warnings();
        return count(report.errors(), "error") + (remarks == 0 ? " and " : ", ")
                + count(report.warnings(), "warning")
                + (remarks == 0 ? "" : " and " + count(remarks, "remark")) + ": the workbook "
                + (report.anyError() ? "cannot" : "can")
                + " be published. Click an address to go there; the next check makes this sheet anew.";
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
