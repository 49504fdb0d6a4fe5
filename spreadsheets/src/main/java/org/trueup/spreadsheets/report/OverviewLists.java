package org.trueup.spreadsheets.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.outcome.Status;

/** The lists of the overview, one under the other. */
final class OverviewLists {
    private static final int LAST_COLUMN = 7;
    private static final int STATUS_COLUMN = 2;
    private static final int NAME = OverviewSheet.WIDTHS.get(1);
    private static final int WHY = OverviewSheet.WIDTHS.get(LAST_COLUMN);

    private final OverviewGrid grid;

    OverviewLists(OverviewGrid grid) {
        this.grid = grid;
    }

    void urgent(List<UrgentTenants.Urgent> urgent) {
        begin("Most urgent");
        if (urgent.isEmpty()) {
            grid.row().text("No tenant is over its limit, and no rule is violated.", Look.TEXT);
            return;
        }
        grid.header(
                List.of("Tenant", "Name", "Status"),
                List.of("Used", "Licensed", "Short"),
                List.of("Over since", "Why"));
        for (UrgentTenants.Urgent each : urgent) {
            RowCells cells = grid.row()
                    .link(each.tenant().id().value(), each.spot())
                    .wrapped(each.tenant().name(), NAME);
            standing(cells, each.position());
            cells.wrapped(each.why(), WHY);
            cells.fitHeight();
        }
        grid.highlight(Column.Kind.STATUS, STATUS_COLUMN, urgent.size());
    }

    private static void standing(RowCells cells, @Nullable Position position) {
        if (position == null) {
            cells.text("not decided").skip().skip().skip().skip();
            return;
        }
        cells.status(position.status())
                .number(position.used())
                .licences(position.licensed())
                .number(position.shortBy())
                .date(position.overSince());
    }

    /** Only the statuses that some tenant has. */
    void statuses(NightTally tally) {
        begin("Tenants by status");
        List<Tally> columns = new ArrayList<>(List.of(tally.total()));
        List<String> titles = new ArrayList<>(List.of("Tenants"));
        if (tally.vendors().size() > 1) {
            tally.vendors().forEach((vendor, part) -> {
                titles.add(vendor.name());
                columns.add(part);
            });
        }
        grid.header(List.of("Status"), titles, List.of());
        List<Status> present = Arrays.stream(Status.values())
                .filter(status -> count(tally.total(), status) > 0)
                .toList();
        for (Status status : present) {
            RowCells cells = grid.row().status(status);
            columns.forEach(column -> cells.number(count(column, status)));
        }
        if (!present.isEmpty()) {
            grid.highlight(Column.Kind.STATUS, 0, present.size());
        }
        RowCells cells = grid.row().text("not decided");
        columns.forEach(column -> cells.number(column.notDecided()));
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
                .severity(count.severity())
                .text(code)
                .number(count.findings())
                .number(count.tenants());
        if (anyWaived) {
            cells.number(count.waived()).number(count.toActOn());
        }
    }

    void money(Tally total) {
        begin("Money by currency");
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

    private static long count(Tally tally, Status status) {
        return tally.statuses().getOrDefault(status, 0L);
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
