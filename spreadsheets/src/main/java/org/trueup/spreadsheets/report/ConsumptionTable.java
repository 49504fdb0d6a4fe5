package org.trueup.spreadsheets.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.outcome.MonthUse;

/** The sheet of what was used month by month, past plans too: a customer's consumption report (L6, L7). */
final class ConsumptionTable {
    static final String SHEET = "Consumption";

    private ConsumptionTable() {}

    record Row(Tenant tenant, MonthUse month) {}

    static TablePlan<Row> plan(BookScope scope) {
        List<Column<Row>> columns = new ArrayList<>();
        columns.add(Column.words(
                "Tenant", 16, (cells, row) -> cells.text(row.tenant.id().value())));
        columns.add(Column.words("Name", 28, (cells, row) -> cells.text(row.tenant.name())));
        if (!scope.ofVendor()) {
            columns.add(Column.words(
                    "Vendor", 12, (cells, row) -> cells.text(row.tenant.vendor().name())));
        }
        columns.add(Column.words("Subscription", 26, (cells, row) -> cells.text(row.month.subscriptionId())));
        columns.add(Column.words("Metric", 24, (cells, row) -> cells.text(words(row.month.metric()))));
        columns.add(Column.words("Month", 11, (cells, row) -> cells.month(row.month.month())));
        columns.add(Column.figures("Consumed", 13, (cells, row) -> cells.number(row.month.consumed())));
        columns.add(Column.figures("Cumulative", 15, (cells, row) -> cells.number(row.month.cumulative())));
        columns.add(Column.figures("Remaining", 13, (cells, row) -> cells.number(row.month.remaining())));
        columns.add(Column.figures("Overage", 13, (cells, row) -> cells.number(row.month.overage())));
        return new TablePlan<>(
                SHEET,
                scope.title(),
                "What each plan used month by month, past plans too. Pilots are left out: customers do not see them.",
                "No plan has a month to show.",
                2,
                "Overage",
                columns);
    }

    /** {@code peak-daily-active} becomes "Peak daily active". */
    static String words(Metric metric) {
        String words = metric.code().replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
