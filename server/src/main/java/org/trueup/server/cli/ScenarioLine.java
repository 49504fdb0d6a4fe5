package org.trueup.server.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.trueup.spreadsheets.check.CheckReport;
import org.trueup.spreadsheets.scenario.RowTouch;
import org.trueup.spreadsheets.scenario.ScenarioOutcome;

/** Says in one line how the scenarios of a workbook went, and which rows none of them touched. */
final class ScenarioLine {
    private static final int MOST_ROWS = 40;

    private ScenarioLine() {}

    /** For example {@code 12 scenarios: 11 passed, 1 failed; 34 of 41 rows touched; not touched: Plans 6, Checks 5-8.} */
    static String of(CheckReport report) {
        long passed =
                report.scenarios().stream().filter(ScenarioOutcome::passed).count();
        long failed = report.scenarios().size() - passed;
        List<RowTouch> idle =
                report.coverage().stream().filter(row -> row.scenarios() == 0).toList();
        long rows = report.coverage().size();
        return Figures.count(report.scenarios().size(), "scenarios") + ": " + Figures.count(passed) + " passed, "
                + Figures.count(failed) + " failed; " + Figures.count(rows - idle.size()) + " of "
                + Figures.count(rows, "rows") + " touched" + (idle.isEmpty() ? "." : "; not touched: " + listed(idle));
    }

    private static String listed(List<RowTouch> idle) {
        Map<String, Ranges> sheets = new LinkedHashMap<>();
        idle.stream()
                .limit(MOST_ROWS)
                .forEach(row -> sheets.computeIfAbsent(row.sheet(), sheet -> new Ranges())
                        .add(row.row()));
        StringJoiner listed = new StringJoiner("; ");
        sheets.forEach((sheet, ranges) -> listed.add(sheet + " " + ranges.said()));
        long more = idle.size() - MOST_ROWS;
        return listed + (more > 0 ? " and " + Figures.count(more) + " more." : ".");
    }

    /** Rows, those that stand one below the other as a range. */
    private static final class Ranges {
        private final StringJoiner said = new StringJoiner(", ");
        private int first;
        private int last;

        void add(int row) {
            if (last == 0) {
                first = row;
            } else if (row != last + 1) {
                end();
                first = row;
            }
            last = row;
        }

        private void end() {
            said.add(first == last ? Integer.toString(first) : first + "-" + last);
        }

        String said() {
            end();
            return said.toString();
        }
    }
}
