package org.trueup.spreadsheets.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Money;
import org.trueup.rules.outcome.Position;

/** The sheet of the tenants to call, the most urgent first. */
final class ActNowTable {
    static final String SHEET = "Act now";

    private static final int OFFER = 80;
    private static final int DAYS_BITS = 11;
    private static final int SHORT_BITS = 17;

    private ActNowTable() {}

    /**
     * @param offer what to offer, in one sentence that can be read out on the phone
     * @param spot where the tenant's own row stands
     */
    record Row(Tenant tenant, @Nullable Position position, Urgency urgency, String offer, Spot spot) {

        static Row of(Assessment assessment, Urgency urgency, Spot spot) {
            return new Row(assessment.tenant(), assessment.position(), urgency, Offer.of(assessment), spot);
        }

        /** By urgency: what asks for it, the days left, the licences short. */
        int order() {
            int days = Objects.requireNonNullElse(urgency.daysLeft(), Integer.MAX_VALUE);
            int mostDays = (1 << DAYS_BITS) - 1;
            int mostShort = (1 << SHORT_BITS) - 1;
            return (urgency.rank().ordinal() << DAYS_BITS | Math.min(days, mostDays)) << SHORT_BITS
                    | mostShort - Math.min(urgency.shortBy(), mostShort);
        }

        /** What it costs to be covered to the end of the term; none where nothing is short or nothing is to be paid. */
        @Nullable
        BigDecimal amount() {
            Money amount = urgency.shortBy() == 0 ? null : of(Position::trueUpAmount);
            return amount == null || amount.amount().signum() == 0 ? null : amount.amount();
        }

        private <T> @Nullable T of(Function<Position, @Nullable T> part) {
            return position == null ? null : part.apply(position);
        }
    }

    static TablePlan<Row> plan(BookScope scope) {
        List<Column<Row>> columns = new ArrayList<>();
        columns.add(new Column<>("What", 14, Column.Kind.URGENCY, (cells, row) -> cells.word(row.urgency.rank())));
        columns.addAll(WhoColumns.of(scope, Row::tenant, Row::spot));
        columns.add(Column.words("Plan", 14, (cells, row) -> cells.text(row.of(Position::plan))));
        columns.add(Column.figures("Used", 9, (cells, row) -> cells.number(row.of(Position::used))));
        columns.add(Column.figures("Licensed", 12, (cells, row) -> licensed(cells, row.position)));
        columns.add(Column.figures("Days left", 10, (cells, row) -> cells.number(row.urgency.daysLeft())));
        columns.add(Column.figures("Amount", 13, (cells, row) -> cells.money(row.amount())));
        columns.add(Column.words("Currency", 10, (cells, row) -> cells.text(currency(row))));
        columns.add(Column.words("Why", 44, (cells, row) -> cells.text(row.urgency.why())));
        columns.add(Column.words("What to offer", OFFER, (cells, row) -> cells.wrapped(row.offer, OFFER)));
        return new TablePlan<>(
                SHEET,
                scope.title(),
                "Whom to call, the most urgent first: blocked, grace periods that end soonest, violations, seats, credits.",
                "Nobody needs a call: no tenant is over its limit, and no rule is violated.",
                3,
                "What to offer",
                columns);
    }

    private static void licensed(RowCells cells, @Nullable Position position) {
        if (position == null) {
            cells.skip();
        } else {
            cells.licences(position.licensed());
        }
    }

    private static @Nullable String currency(Row row) {
        return row.amount() == null
                ? null
                : row.of(position -> position.currency().getCurrencyCode());
    }
}
