package org.trueup.spreadsheets.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.outcome.Money;
import org.trueup.rules.outcome.Position;
import org.trueup.spreadsheets.report.TenantOutcome.Next;
import org.trueup.spreadsheets.report.TenantOutcome.RunningTerm;

/** The sheet of the terms that end soon, with their use and how many licences to propose. */
final class RenewalsTable {
    static final String SHEET = "Renewals";

    /** How far the sheet looks ahead. */
    static final int DAYS = 90;

    private static final int WHY = 38;

    private RenewalsTable() {}

    /** @param spot where the tenant's own row stands */
    record Row(Tenant tenant, Position position, RunningTerm term, LocalDate asOf, Proposal proposal, Spot spot) {

        /** Whether the term ends within the days that the sheet looks ahead. */
        static boolean due(RunningTerm term, LocalDate asOf) {
            return !term.endsOn().isBefore(asOf) && daysLeft(term, asOf) <= DAYS;
        }

        int daysLeft() {
            return daysLeft(term, asOf);
        }

        private static int daysLeft(RunningTerm term, LocalDate asOf) {
            return Math.toIntExact(ChronoUnit.DAYS.between(asOf, term.endsOn()));
        }

        private <T> @Nullable T next(Function<Next, @Nullable T> part) {
            Next next = term.next();
            return next == null ? null : part.apply(next);
        }
    }

    static TablePlan<Row> plan(BookScope scope) {
        List<Column<Row>> columns = new ArrayList<>();
        columns.add(Column.words("Term ends on", 13, (cells, row) -> cells.date(row.term.endsOn())));
        columns.addAll(WhoColumns.of(scope, Row::tenant, Row::spot));
        columns.add(Column.figures("Days left", 10, (cells, row) -> cells.number(row.daysLeft())));
        columns.add(Column.words("Term", 9, (cells, row) -> cells.text(term(row))));
        columns.add(Column.words("Plan", 14, (cells, row) -> cells.text(row.position.plan())));
        columns.add(Column.figures("Used", 9, (cells, row) -> cells.number(row.position.used())));
        columns.add(Column.figures("Licensed", 12, (cells, row) -> cells.licences(row.position.licensed())));
        columns.add(new Column<>(
                "Use in %", 14, Column.Kind.BAR, (cells, row) -> cells.percent(TenantsTable.use(row.position))));
        columns.add(Column.figures("Proposed", 12, (cells, row) -> cells.number(row.proposal.licences())));
        columns.add(Column.words("Why so many", WHY, (cells, row) -> cells.wrapped(row.proposal.why(), WHY)));
        columns.add(
                Column.figures("Monthly now", 14, (cells, row) -> cells.money(amount(row.position.monthlyAmount()))));
        columns.add(Column.figures("Monthly proposed", 14, (cells, row) -> cells.money(proposed(row))));
        columns.add(Column.words(
                "Currency",
                10,
                (cells, row) -> cells.text(row.position.currency().getCurrencyCode())));
        columns.add(Column.words("Renewed by", 16, (cells, row) -> cells.text(row.next(Next::subscriptionId))));
        columns.add(Column.words("Renewed from", 13, (cells, row) -> cells.date(row.next(Next::startsOn))));
        columns.add(Column.words("Renewed plan", 14, (cells, row) -> cells.text(row.next(Next::plan))));
        columns.add(Column.figures("Renewed licences", 12, (cells, row) -> cells.number(row.next(Next::licenses))));
        columns.add(Column.words("Subscription", 20, (cells, row) -> cells.text(row.position.subscriptionId())));
        return new TablePlan<>(
                SHEET,
                scope.title(),
                "Terms that end within " + DAYS
                        + " days, the first to end first. Amounts are at today's price a licence.",
                "No term ends within " + DAYS + " days.",
                3,
                "Renewed licences",
                columns);
    }

    private static String term(Row row) {
        return row.term.term().name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable BigDecimal amount(@Nullable Money money) {
        return money == null ? null : money.amount();
    }

    /** What the proposed licences cost a month, when each costs what it does now. */
    private static @Nullable BigDecimal proposed(Row row) {
        BigDecimal now = amount(row.position.monthlyAmount());
        Integer licensed = row.position.licensed().count();
        if (now == null || licensed == null || licensed == 0) {
            return null;
        }
        return now.multiply(BigDecimal.valueOf(row.proposal.licences()))
                .divide(BigDecimal.valueOf(licensed), 2, RoundingMode.HALF_UP);
    }
}
