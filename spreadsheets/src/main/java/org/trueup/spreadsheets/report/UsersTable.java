package org.trueup.spreadsheets.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.outcome.CountedUser;

/** The sheet of all accounts that were looked at, and what each counted: a customer's users report (L7, L9). */
final class UsersTable {
    static final String SHEET = "Users counted";

    private UsersTable() {}

    /** @param deactivations when the account was deactivated and activated again; none when that is not known */
    record Row(Tenant tenant, CountedUser user, @Nullable String deactivations) {}

    static TablePlan<Row> plan(BookScope scope) {
        List<Column<Row>> columns = new ArrayList<>(WhoColumns.before(scope, Row::tenant));
        columns.addAll(users());
        return new TablePlan<>(
                SHEET,
                scope.title(),
                "Who counted, for instance on the peak day or by a seat, and why. All accounts that were looked at are here and"
                        + " add up to what their tenant used; pilots are left out.",
                "No account was looked at.",
                2,
                "Deactivations",
                columns);
    }

    /** What stands in a row beside whose it is. */
    static List<Column<Row>> users() {
        return List.of(
                Column.words("Account", 22, (cells, row) -> cells.text(row.user.accountId())),
                Column.words("Account name", 30, (cells, row) -> cells.text(row.user.name())),
                Column.figures("Counted", 11, (cells, row) -> cells.number(row.user.counted())),
                Column.words("Why", 76, (cells, row) -> cells.text(row.user.reason())),
                Column.words("Exempt", 10, (cells, row) -> cells.text(row.user.exempt() ? "exempt" : null)),
                Column.words("First active", 12, (cells, row) -> cells.date(row.user.firstActiveOn())),
                Column.figures("Months active", 11, (cells, row) -> cells.number(row.user.monthsActive())),
                Column.words("Deactivations", 45, (cells, row) -> cells.text(row.deactivations)));
    }
}
