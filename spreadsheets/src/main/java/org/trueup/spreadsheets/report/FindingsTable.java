package org.trueup.spreadsheets.report;

import java.util.ArrayList;
import java.util.List;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.outcome.Finding;

/** The sheet of all that a person should know or do. */
final class FindingsTable {
    static final String SHEET = "Findings";

    private static final int MESSAGE = 90;

    private FindingsTable() {}

    record Row(Tenant tenant, Finding finding) {}

    static TablePlan<Row> plan(BookScope scope) {
        List<Column<Row>> columns = new ArrayList<>();
        columns.add(Column.words(
                "Tenant", 16, (cells, row) -> cells.text(row.tenant.id().value())));
        columns.add(Column.words("Name", 28, (cells, row) -> cells.text(row.tenant.name())));
        if (!scope.ofVendor()) {
            columns.add(Column.words(
                    "Vendor", 12, (cells, row) -> cells.text(row.tenant.vendor().name())));
        }
        columns.add(new Column<>(
                "Severity", 15, Column.Kind.SEVERITY, (cells, row) -> cells.severity(row.finding.severity())));
        columns.add(Column.words("Code", 26, (cells, row) -> cells.text(row.finding.code())));
        columns.add(Column.words("Message", MESSAGE, (cells, row) -> cells.wrapped(row.finding.message(), MESSAGE)));
        columns.add(Column.words("Rule", 36, (cells, row) -> cells.text(row.finding.rule())));
        columns.add(Column.words("Cell", 34, (cells, row) -> {
            Object cell = row.finding.cell();
            cells.text(cell == null ? null : cell.toString());
        }));
        // the message ends with it: here it can be filtered, on paper it would stand twice
        columns.add(Column.words("Way back", 60, (cells, row) -> cells.text(row.finding.wayBack())));
        return new TablePlan<>(
                SHEET,
                scope.title(),
                "What somebody should know or do, with the rule and the cell behind it.",
                "There are no findings on this date.",
                2,
                "Cell",
                columns);
    }
}
