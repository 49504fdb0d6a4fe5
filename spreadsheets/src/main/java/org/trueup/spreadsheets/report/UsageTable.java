package org.trueup.spreadsheets.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.outcome.MonthUse;

/** The sheet of what was used month by month, past plans too: a customer's consumption report (L6, L7). */
final class UsageTable {
    static final String SHEET = "Usage by month";

    private UsageTable() {}

    /** @param share of what was licensed, 1 being all of it; none where licences are unlimited or none */
    record Row(Tenant tenant, MonthUse month, @Nullable Double share) {}

    /** A tenant's months with their shares, in their order. */
    static List<Row> rows(Tenant tenant, List<MonthUse> months) {
        Map<String, Integer> beyond = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        for (MonthUse month : months) {
            Integer overage = month.overage();
            int soFar = beyond.merge(month.subscriptionId(), overage == null ? 0 : overage, Integer::sum);
            rows.add(new Row(tenant, month, share(month, soFar)));
        }
        return rows;
    }

    /** A pool's overage adds up over the months (L2); any other metric's is this month's alone. */
    private static @Nullable Double share(MonthUse month, int beyondSoFar) {
        Integer remaining = month.remaining();
        Integer overage = month.overage();
        if (remaining == null || overage == null) {
            return null;
        }
        Integer cumulative = month.cumulative();
        int used = cumulative == null ? month.consumed() : cumulative;
        int beyond = month.metric() == Metric.MONTHLY_CREDITS ? beyondSoFar : overage;
        int licensed = used + remaining - beyond;
        return licensed <= 0 ? null : (Double) ((double) used / licensed);
    }

    static TablePlan<Row> plan(BookScope scope) {
        List<Column<Row>> columns = new ArrayList<>(WhoColumns.before(scope, Row::tenant));
        columns.addAll(months());
        return new TablePlan<>(
                SHEET,
                scope.title(),
                "What each plan used month by month, past plans too. The bar is full at all that is licensed. Pilots are"
                        + " left out: customers do not see them.",
                "No plan has a month to show.",
                2,
                "Use in %",
                columns);
    }

    /** What stands in a row beside whose it is. */
    static List<Column<Row>> months() {
        return List.of(
                Column.words("Subscription", 26, (cells, row) -> cells.text(row.month.subscriptionId())),
                Column.words("Metric", 24, (cells, row) -> cells.text(words(row.month.metric()))),
                Column.words("Month", 11, (cells, row) -> cells.month(row.month.month())),
                Column.figures("Consumed", 13, (cells, row) -> cells.number(row.month.consumed())),
                Column.figures("Cumulative", 15, (cells, row) -> cells.number(row.month.cumulative())),
                Column.figures("Remaining", 13, (cells, row) -> cells.number(row.month.remaining())),
                Column.figures("Overage", 13, (cells, row) -> cells.number(row.month.overage())),
                new Column<>("Use in %", 20, Column.Kind.BAR, (cells, row) -> cells.percent(row.share)));
    }

    /** {@code peak-daily-active} becomes "Peak daily active". */
    static String words(Metric metric) {
        String words = metric.code().replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
