package org.trueup.spreadsheets.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.trueup.rules.outcome.Position;

/** The lists of the overview, one under the other. */
final class OverviewLists {
    private static final int LAST_COLUMN = 7;
    private static final int WHAT_COLUMN = 2;
    private static final int NAME = OverviewSheet.WIDTHS.get(1);
    private static final int OFFER = OverviewSheet.WIDTHS.get(LAST_COLUMN);

    private final OverviewGrid grid;

    OverviewLists(OverviewGrid grid) {
        this.grid = grid;
    }

    /** Whom to call first. */
    void calls(List<ActNowTable.Row> first, long all) {
        begin("Call first");
        if (first.isEmpty()) {
            grid.row().text("Nobody: no tenant is over its limit, and no rule is violated.", Look.TEXT);
            return;
        }
        grid.header(
                List.of("Tenant", "Name", "What"),
                List.of("Used", "Licensed", "Days left", "Amount"),
                List.of("What to offer"));
        for (ActNowTable.Row each : first) {
            RowCells cells = grid.row()
                    .link(each.tenant().id().value(), each.spot())
                    .wrapped(each.tenant().name(), NAME)
                    .word(each.urgency().rank());
            standing(cells, each);
            cells.wrapped(each.offer(), OFFER);
            cells.fitHeight();
        }
        grid.highlight(Column.Kind.URGENCY, WHAT_COLUMN, first.size());
        if (all > first.size()) {
            grid.row().link("All %,d".formatted(all), Spot.top(ActNowTable.SHEET));
        }
    }

    private static void standing(RowCells cells, ActNowTable.Row call) {
        Position position = call.position();
        if (position == null) {
            cells.skip().skip().skip().skip();
            return;
        }
        cells.number(position.used())
                .licences(position.licensed())
                .number(call.urgency().daysLeft());
        cells.money(call.amount());
    }

    /**
     * Where a list with a row of titles stands; the figures are right of the first column.
     *
     * @param header the row of the titles, counted from 0
     * @param rows by what stands in the first column
     * @param columns titles of the figures
     * @param values by row
     */
    record Extent(int header, List<String> rows, List<String> columns, List<List<Long>> values) {}

    /** By vendor and status, the statuses that some tenant has. */
    Extent statuses(NightTally tally) {
        begin("Tenants by status");
        StatusCounts counts = new StatusCounts();
        tally.vendors().forEach(counts::add);
        return counted("Vendor", counts);
    }

    /** How many tenants stood how on the last nights, the latest last. */
    Extent nights(List<NightOutcome.StatusCount> nights) {
        begin("The last nights");
        StatusCounts counts = new StatusCounts();
        nights.forEach(counts::add);
        return counted("Night of", counts);
    }

    private Extent counted(String title, StatusCounts counts) {
        List<String> columns = counts.columns();
        if (counts.rows().isEmpty()) {
            grid.row().text("There is nothing to count.", Look.TEXT);
        }
        int header = grid.next();
        grid.header(List.of(title), columns, List.of());
        List<List<Long>> values = new ArrayList<>();
        for (String row : counts.rows()) {
            List<Long> figures = counts.of(row);
            RowCells cells = grid.row().text(row);
            figures.forEach(cells::number);
            values.add(figures);
        }
        return new Extent(header, counts.rows(), columns, values);
    }

    void findings(Tally total) {
        begin("Findings by code");
        if (total.findings().isEmpty()) {
            grid.row().text("There are no findings on this date.", Look.TEXT);
            return;
        }
        boolean anyWaived = total.findings().values().stream().anyMatch(count -> count.waived() > 0);
        List<String> figures =
                anyWaived ? List.of("Findings", "Tenants", "Waived", "To act on") : List.of("Findings", "Tenants");
        grid.header(List.of("Severity", "Code"), figures, List.of());
        Comparator<Map.Entry<String, FindingCount>> worstFirst =
                Comparator.comparing(entry -> entry.getValue().severity(), Comparator.reverseOrder());
        total.findings().entrySet().stream()
                .sorted(worstFirst.thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> finding(entry.getKey(), entry.getValue(), anyWaived));
        grid.highlight(Column.Kind.SEVERITY, 0, total.findings().size());
    }

    private void finding(String code, FindingCount count, boolean anyWaived) {
        RowCells cells = grid.row()
                .word(count.severity())
                .text(code)
                .number(count.findings())
                .number(count.tenants());
        if (anyWaived) {
            cells.number(count.waived()).number(count.toActOn());
        }
    }

    void money(Tally total) {
        begin("Money at stake by currency");
        if (total.money().isEmpty()) {
            grid.row().text("No tenant has a position on this date.", Look.TEXT);
            return;
        }
        grid.header(List.of("Currency"), List.of("Monthly amount", "True-up amount"), List.of());
        total.money().forEach((currency, sum) -> {
            RowCells cells = grid.row().text(currency).money(sum.monthly()).money(sum.trueUp());
            if (sum.withoutMonthly() + sum.withoutTrueUp() > 0) {
                cells.text(unknown(sum), Look.HELP);
            }
        });
    }

    private void begin(String title) {
        grid.gap();
        grid.section(title, 0, LAST_COLUMN);
    }

    private static String unknown(MoneyTotal sum) {
        List<String> parts = new ArrayList<>();
        if (sum.withoutMonthly() > 0) {
            parts.add(tenants(sum.withoutMonthly()) + " without a monthly amount");
        }
        if (sum.withoutTrueUp() > 0) {
            parts.add(tenants(sum.withoutTrueUp()) + " short and without a price");
        }
        return "Not in it: " + String.join(", ", parts);
    }

    private static String tenants(long count) {
        return "%,d %s".formatted(count, count == 1 ? "tenant" : "tenants");
    }
}
