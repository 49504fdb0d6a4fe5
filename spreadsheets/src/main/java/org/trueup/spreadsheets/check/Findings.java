package org.trueup.spreadsheets.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.terms.SheetRow;
import org.trueup.spreadsheets.policybook.Problem;
import org.trueup.spreadsheets.policybook.Severity;
import org.trueup.spreadsheets.policybook.SheetTable;

/** Collects what the analysis has to say about one workbook. */
final class Findings {
    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    /** Tells something about a row, at its cell under a heading. */
    void at(SheetRow row, String header, Severity severity, String message) {
        Cell cell = row.cell(header);
        add(row.sheet(), cell.column() + cell.row(), severity, message);
    }

    /** Tells something about a whole table, at one of its headings. */
    void at(SheetTable table, String header, Severity severity, String message) {
        add(table.tab(), table.heading(header), severity, message);
    }

    private void add(String sheet, @Nullable String cell, Severity severity, String message) {
        problems.add(new Problem(file, sheet, cell, severity, message));
    }

    List<Problem> all() {
        return List.copyOf(problems);
    }
}
