package org.trueup.spreadsheets.report;

import java.util.List;
import org.trueup.spreadsheets.whatif.FindingChange;
import org.trueup.spreadsheets.whatif.TenantChange;

/** The sheet of findings that a draft brings, takes away or tells otherwise. */
final class ChangedFindingsTable {
    static final String SHEET = "Findings changed";

    private static final int MESSAGE = 80;

    private ChangedFindingsTable() {}

    record Row(TenantChange tenant, FindingChange finding) {}

    static TablePlan<Row> plan(String title) {
        List<Column<Row>> columns = List.of(
                Column.words("Tenant", 16, (cells, row) -> cells.text(row.tenant.tenant())),
                Column.words("Name", 26, (cells, row) -> cells.text(row.tenant.name())),
                Column.words("Account manager", 18, (cells, row) -> cells.text(row.tenant.accountManager())),
                Column.words(
                        "Change",
                        16,
                        (cells, row) -> cells.text(row.finding.kind().words())),
                new Column<>("Severity", 15, Column.Kind.SEVERITY, (cells, row) -> cells.word(row.finding.severity())),
                Column.words("Code", 28, (cells, row) -> cells.text(row.finding.code())),
                Column.words("Message", MESSAGE, (cells, row) -> cells.wrapped(row.finding.message(), MESSAGE)),
                Column.words("Cell", 36, (cells, row) -> cells.text(row.finding.cell())));
        return new TablePlan<>(
                SHEET,
                title,
                "One row for each finding that is new, gone or told otherwise. Message and cell are the draft's; of a"
                        + " finding that is gone, the published policy's.",
                "No finding changes.",
                2,
                "Cell",
                columns);
    }
}
