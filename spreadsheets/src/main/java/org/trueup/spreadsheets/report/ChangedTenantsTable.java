package org.trueup.spreadsheets.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Grace;
import org.trueup.spreadsheets.whatif.FindingChange.Kind;
import org.trueup.spreadsheets.whatif.Move;
import org.trueup.spreadsheets.whatif.Side;
import org.trueup.spreadsheets.whatif.TenantChange;

/** The sheet of all tenants that a draft decides otherwise: the published policy is old, the draft is new. */
final class ChangedTenantsTable {
    static final String SHEET = "Tenants changed";

    private static final String LAST_PRINTED = "Currency";

    private ChangedTenantsTable() {}

    static TablePlan<TenantChange> plan(String title) {
        List<Column<TenantChange>> columns = new ArrayList<>();
        columns.addAll(whose());
        columns.addAll(standing());
        columns.addAll(money());
        columns.addAll(why());
        return new TablePlan<>(
                SHEET,
                title,
                "One row for each tenant of whom people would read something else. Old is the published policy, new the"
                        + " draft. The columns after " + LAST_PRINTED + " are not printed.",
                "No tenant changes: the draft decides every tenant as the published policy does.",
                2,
                LAST_PRINTED,
                columns);
    }

    private static List<Column<TenantChange>> whose() {
        return List.of(
                Column.words("Tenant", 16, (cells, row) -> cells.text(row.tenant())),
                Column.words("Name", 26, (cells, row) -> cells.text(row.name())),
                Column.words("Account manager", 18, (cells, row) -> cells.text(row.accountManager())),
                Column.words("Plan", 14, (cells, row) -> cells.text(plan(row))));
    }

    private static List<Column<TenantChange>> standing() {
        return List.of(
                new Column<>("Old status", 15, Column.Kind.STATUS, (cells, row) -> status(cells, row.before())),
                new Column<>("New status", 15, Column.Kind.STATUS, (cells, row) -> status(cells, row.after())),
                Column.figures("Old used", 9, old((cells, side) -> cells.number(side.used()))),
                Column.figures("New used", 9, now((cells, side) -> cells.number(side.used()))),
                Column.figures("Old licensed", 12, old((cells, side) -> cells.licences(side.licensed()))),
                Column.figures("New licensed", 12, now((cells, side) -> cells.licences(side.licensed()))),
                Column.words("Old grace ends on", 12, old((cells, side) -> cells.date(graceEnds(side)))),
                Column.words("New grace ends on", 12, now((cells, side) -> cells.date(graceEnds(side)))));
    }

    private static List<Column<TenantChange>> money() {
        return List.of(
                Column.figures("Old monthly amount", 14, old((cells, side) -> cells.money(side.monthlyAmount()))),
                Column.figures("New monthly amount", 14, now((cells, side) -> cells.money(side.monthlyAmount()))),
                Column.figures(
                        "Monthly difference", 14, (cells, row) -> cells.money(difference(row, Side::monthlyAmount))),
                Column.figures("Old true-up amount", 14, old((cells, side) -> cells.money(side.trueUpAmount()))),
                Column.figures("New true-up amount", 14, now((cells, side) -> cells.money(side.trueUpAmount()))),
                Column.figures(
                        "True-up difference", 14, (cells, row) -> cells.money(difference(row, Side::trueUpAmount))),
                Column.words(LAST_PRINTED, 12, (cells, row) -> cells.text(currency(row))));
    }

    private static List<Column<TenantChange>> why() {
        return List.of(
                Column.words("New findings", 30, (cells, row) -> cells.text(row.codes(Kind.NEW))),
                Column.words("Findings gone", 30, (cells, row) -> cells.text(row.codes(Kind.GONE))),
                Column.words("Findings told otherwise", 30, (cells, row) -> cells.text(row.codes(Kind.OTHERWISE))),
                Column.words("Other changes", 40, (cells, row) -> cells.text(row.otherwise())),
                Column.words(
                        "What decides otherwise",
                        60,
                        (cells, row) -> cells.text(row.why().words())),
                Column.words(
                        "Old cells", 40, (cells, row) -> cells.text(row.why().oldCells())),
                Column.words(
                        "New cells", 40, (cells, row) -> cells.text(row.why().newCells())));
    }

    /** The draft's plan where it gives one; a tenant may come to another plan than before. */
    private static @Nullable String plan(TenantChange row) {
        Side side = row.after() == null ? row.before() : row.after();
        return side == null ? null : side.plan();
    }

    private static void status(RowCells cells, @Nullable Side side) {
        if (side == null) {
            cells.text(Move.NOT_DECIDED);
        } else {
            cells.word(side.status());
        }
    }

    private static BiConsumer<RowCells, TenantChange> old(BiConsumer<RowCells, Side> filler) {
        return of(TenantChange::before, filler);
    }

    private static BiConsumer<RowCells, TenantChange> now(BiConsumer<RowCells, Side> filler) {
        return of(TenantChange::after, filler);
    }

    private static BiConsumer<RowCells, TenantChange> of(
            Function<TenantChange, @Nullable Side> which, BiConsumer<RowCells, Side> filler) {
        return (cells, row) -> {
            Side side = which.apply(row);
            if (side == null) {
                cells.skip();
            } else {
                filler.accept(cells, side);
            }
        };
    }

    private static @Nullable LocalDate graceEnds(Side side) {
        Grace grace = side.grace();
        return grace == null ? null : grace.endsOn();
    }

    /** Only of amounts that are both known and in one currency. */
    static @Nullable BigDecimal difference(TenantChange row, Function<Side, @Nullable BigDecimal> amount) {
        Side before = row.before();
        Side after = row.after();
        if (before == null || after == null || !before.currency().equals(after.currency())) {
            return null;
        }
        BigDecimal was = amount.apply(before);
        BigDecimal is = amount.apply(after);
        return was == null || is == null ? null : is.subtract(was);
    }

    private static @Nullable String currency(TenantChange row) {
        Side before = row.before();
        Side after = row.after();
        String was = before == null ? null : before.currency().getCurrencyCode();
        String is = after == null ? null : after.currency().getCurrencyCode();
        return was == null || is == null || Objects.equals(was, is) ? (is == null ? was : is) : was + " → " + is;
    }
}
