package org.trueup.spreadsheets.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.outcome.AddingBeyond;
import org.trueup.rules.outcome.Grace;
import org.trueup.rules.outcome.Money;
import org.trueup.rules.outcome.Position;

/** The sheet of all tenants that have a position. */
final class TenantsTable {
    static final String SHEET = "Tenants";

    private static final String LAST_PRINTED = "Currency";
    private static final int DIGITS_IN_A_GROUP = 3;

    private TenantsTable() {}

    /** @param details where more stands about the tenant */
    record Row(Tenant tenant, Position position, Details details) {
        private @Nullable Grace grace() {
            return position.grace();
        }
    }

    /**
     * How many rows of the other sheets are the tenant's, and where the first of each stands.
     *
     * @param findings none where there are no rows, as for the others
     */
    record Details(
            int findingRows,
            @Nullable Spot findings,
            int monthRows,
            @Nullable Spot months,
            int userRows,
            @Nullable Spot users) {}

    static TablePlan<Row> plan(BookScope scope) {
        List<Column<Row>> columns = new ArrayList<>();
        columns.addAll(standing(scope));
        columns.addAll(terms());
        columns.addAll(money());
        columns.addAll(links());
        columns.addAll(details());
        return new TablePlan<>(
                SHEET,
                scope.title(),
                "Every tenant that has a position, with links to its rows elsewhere. The columns after " + LAST_PRINTED
                        + " are not printed.",
                "No tenant has a position on this date; see " + NotDecidedTable.SHEET + ".",
                2,
                LAST_PRINTED,
                columns);
    }

    private static List<Column<Row>> standing(BookScope scope) {
        List<Column<Row>> columns = new ArrayList<>(WhoColumns.of(scope, Row::tenant, row -> null));
        columns.addAll(List.of(
                new Column<>("Status", 15, Column.Kind.STATUS, (cells, row) -> cells.word(row.position.status())),
                Column.figures("Used", 9, (cells, row) -> cells.number(row.position.used())),
                Column.figures("Licensed", 12, (cells, row) -> cells.licences(row.position.licensed())),
                Column.figures("Short", 9, (cells, row) -> cells.number(row.position.shortBy())),
                new Column<>("Use in %", 10, Column.Kind.BAR, (cells, row) -> cells.percent(use(row.position))),
                Column.figures("Required", 12, (cells, row) -> cells.number(row.position.required()))));
        return columns;
    }

    private static List<Column<Row>> terms() {
        return List.of(
                Column.words("Plan", 14, (cells, row) -> cells.text(row.position.plan())),
                Column.words("Over since", 12, (cells, row) -> cells.date(row.position.overSince())),
                Column.figures("Grace day", 9, (cells, row) -> cells.number(grace(row, Grace::day))),
                Column.figures("Grace days", 9, (cells, row) -> cells.number(grace(row, Grace::days))),
                Column.words("Grace ends on", 12, (cells, row) -> cells.date(grace(row, Grace::endsOn))));
    }

    private static List<Column<Row>> money() {
        return List.of(
                Column.figures("Monthly amount", 14, (cells, row) -> money(cells, row.position.monthlyAmount())),
                Column.figures("True-up amount", 14, (cells, row) -> money(cells, row.position.trueUpAmount())),
                Column.words(
                        LAST_PRINTED,
                        11,
                        (cells, row) -> cells.text(row.position.currency().getCurrencyCode())));
    }

    /** Each leads to the tenant's first row of another sheet. */
    private static List<Column<Row>> links() {
        return List.of(
                Column.words(
                        "Findings",
                        13,
                        (cells, row) -> rows(cells, row.details.findingRows, "finding", row.details.findings)),
                Column.words(
                        "Usage by month",
                        13,
                        (cells, row) -> rows(cells, row.details.monthRows, "month", row.details.months)),
                Column.words(
                        "Users counted",
                        13,
                        (cells, row) -> rows(cells, row.details.userRows, "user", row.details.users)));
    }

    private static void rows(RowCells cells, int rows, String what, @Nullable Spot first) {
        cells.link(rows == 0 ? null : counted(rows) + " " + (rows == 1 ? what : what + "s"), first);
    }

    /** 1,234,567; said for every tenant three times, what {@code String.format} takes too long for. */
    private static String counted(int rows) {
        StringBuilder digits = new StringBuilder().append(rows);
        for (int at = digits.length() - DIGITS_IN_A_GROUP; at > 0; at -= DIGITS_IN_A_GROUP) {
            digits.insert(at, ',');
        }
        return digits.toString();
    }

    private static List<Column<Row>> details() {
        return List.of(
                Column.words("Metric", 20, (cells, row) -> cells.text(UsageTable.words(row.position.metric()))),
                Column.words("Subscription", 16, (cells, row) -> cells.text(row.position.subscriptionId())),
                Column.words("Peak day", 12, (cells, row) -> cells.date(row.position.peakDay())),
                Column.figures("Previous month's peak", 15, (cells, row) -> cells.number(row.position.previousPeak())),
                Column.words("Usage line", 26, (cells, row) -> cells.text(row.position.usageLine())),
                Column.words("Adding beyond", 11, (cells, row) -> cells.text(words(row.position.addingBeyond()))),
                Column.words("What happens", 60, (cells, row) -> cells.text(row.position.whatHappens())),
                Column.words("Way back", 60, (cells, row) -> cells.text(row.position.wayBack())),
                Column.words("Entitlements", 60, (cells, row) -> cells.text(entitlements(row.position))),
                Column.figures("Policy version", 11, (cells, row) -> cells.number(row.position.policyVersion())),
                Column.words("Decided by", 80, (cells, row) -> cells.text(PositionLine.cells(row.position))));
    }

    static @Nullable Double use(Position position) {
        Integer licensed = position.licensed().count();
        return licensed == null || licensed == 0 ? null : (double) position.used() / licensed;
    }

    private static <T> @Nullable T grace(Row row, Function<Grace, T> part) {
        Grace grace = row.grace();
        return grace == null ? null : part.apply(grace);
    }

    private static void money(RowCells cells, @Nullable Money money) {
        cells.money(money == null ? null : money.amount());
    }

    /** "Data history 6 months; Rows per export 50,000", by name as the position has them (A5). */
    private static String entitlements(Position position) {
        return position.entitlements().stream()
                .map(each -> each.name() + " " + each.value() + (each.unit() == null ? "" : " " + each.unit()))
                .collect(Collectors.joining("; "));
    }

    private static String words(AddingBeyond adding) {
        return switch (adding) {
            case ALLOW -> "allowed";
            case DENY -> "denied";
        };
    }
}
