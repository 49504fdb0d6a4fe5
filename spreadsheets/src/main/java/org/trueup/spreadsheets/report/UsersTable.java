package org.trueup.spreadsheets.report;

import java.util.List;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.outcome.CountedUser;

/** The sheet of all accounts that were looked at, and what each counted. */
final class UsersTable {
    static final String SHEET = "Users counted";

    private UsersTable() {}

    record Row(Tenant tenant, CountedUser user) {}

    static TablePlan<Row> plan(BookScope scope) {
        List<Column<Row>> columns = List.of(
                Column.of(
                        "Tenant", 16, (cells, row) -> cells.text(row.tenant.id().value())),
                Column.of("Name", 28, (cells, row) -> cells.text(row.tenant.name())),
                Column.of("Account", 22, (cells, row) -> cells.text(row.user.accountId())),
                Column.of("Account name", 30, (cells, row) -> cells.text(row.user.name())),
                Column.of("Counted", 10, (cells, row) -> cells.number(row.user.counted())),
                Column.of("Why", 60, (cells, row) -> cells.text(row.user.reason())),
                Column.of("Exempt", 10, (cells, row) -> cells.text(row.user.exempt() ? "exempt" : null)),
                Column.of("First active", 12, (cells, row) -> cells.date(row.user.firstActiveOn())),
                Column.of("Months active", 10, (cells, row) -> cells.number(row.user.monthsActive())));
        return new TablePlan<>(
                SHEET,
                scope.title(),
                "Every account that was looked at. What a tenant's accounts counted adds up to what the tenant used.",
                "No account was looked at.",
                0,
                "Months active",
                columns);
    }
}
