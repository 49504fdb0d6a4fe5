package org.trueup.spreadsheets.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.Waiver;

/** The sheet of all that a person should know or do. */
final class FindingsTable {
    static final String SHEET = "Findings";

    private static final int MESSAGE = 90;

    private FindingsTable() {}

    /** @param spot where the tenant's own row stands */
    record Row(Tenant tenant, Finding finding, Spot spot) {}

    static TablePlan<Row> plan(BookScope scope) {
        List<Column<Row>> columns = new ArrayList<>(WhoColumns.named(Row::tenant, Row::spot));
        if (!scope.ofVendor()) {
            columns.add(WhoColumns.vendor(Row::tenant));
        }
        columns.add(
                new Column<>("Severity", 15, Column.Kind.SEVERITY, (cells, row) -> cells.word(row.finding.severity())));
        columns.add(Column.words("Waived", 9, (cells, row) -> cells.text(row.finding.waived() ? "waived" : "no")));
        columns.add(Column.words("Waived until", 12, (cells, row) -> cells.date(row.finding.waivedUntil())));
        columns.add(Column.words("Code", 32, (cells, row) -> cells.text(row.finding.code())));
        columns.add(Column.words("Message", MESSAGE, (cells, row) -> cells.wrapped(row.finding.message(), MESSAGE)));
        columns.add(Column.words("Rule", 48, (cells, row) -> cells.text(row.finding.rule())));
        columns.add(Column.words("Cell", 34, (cells, row) -> {
            Object cell = row.finding.cell();
            cells.text(cell == null ? null : cell.toString());
        }));
        // the message ends with it: here it can be filtered, on paper it would stand twice
        columns.add(Column.words("Way back", 60, (cells, row) -> cells.text(row.finding.wayBack())));
        columns.addAll(waiver());
        return new TablePlan<>(
                SHEET,
                scope.title(),
                "What somebody should know or do, with the rule and the cell behind it. What is waived asks nothing until the"
                        + " day after.",
                "There are no findings on this date.",
                2,
                "Cell",
                columns);
    }

    /** Empty unless the finding is waived; the first of them is printed, beside the severity. */
    private static List<Column<Row>> waiver() {
        return List.of(
                Column.words("Waiver owner", 20, (cells, row) -> cells.text(waiver(row, Waiver::owner))),
                Column.words("Waiver approved by", 20, (cells, row) -> cells.text(waiver(row, Waiver::approvedBy))),
                Column.words("Waiver reason", 50, (cells, row) -> cells.text(waiver(row, Waiver::reason))),
                Column.words(
                        "Waiver cell",
                        28,
                        (cells, row) ->
                                cells.text(waiver(row, waiver -> waiver.cell().toString()))));
    }

    private static @Nullable String waiver(Row row, Function<Waiver, String> part) {
        Waiver waiver = row.finding.waiver();
        return waiver == null ? null : part.apply(waiver);
    }
}
