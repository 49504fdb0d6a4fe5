package org.trueup.spreadsheets.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.outcome.Status;

/** The lists of the overview, one under the other. */
final class OverviewLists {
    private static final int LAST_COLUMN = 7;
    private static final int STATUS_COLUMN = 2;

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
        grid.header("Tenant", "Name", "Status", "Used", "Licensed", "Short", "Over since", "Why");
        for (UrgentTenants.Urgent each : urgent) {
            RowCells cells = grid.row()
                    .link(each.tenant().id().value(), each.spot())
                    .wrapped(each.tenant().name());
            Position position = each.position();
            if (position == null) {
                cells.text("not decided").skip().skip().skip().skip();
            } else {
                cells.status(position.status())
                        .number(position.used())
                        .licences(position.licensed())
                        .number(position.shortBy())
                        .date(position.overSince());
            }
            cells.wrapped(each.why());
        }
        grid.highlight(Column.Highlight.STATUS, STATUS_COLUMN, urgent.size());
    }

    void statuses(NightTally tally) {
        begin("Tenants by status");
        Tally total = tally.total();
        boolean several = tally.vendors().size() > 1;
        List<Tally> columns = new ArrayList<>(List.of(total));
        List<String> titles = new ArrayList<>(List.of("Status", "Tenants"));
        if (several) {
            for (Map.Entry<Vendor, Tally> vendor : tally.vendors().entrySet()) {
                titles.add(vendor.getKey().name());
                columns.add(vendor.getValue());
            }
        }
        grid.header(titles.toArray(new String[0]));
        for (Status status : Status.values()) {
            RowCells cells = grid.row().status(status);
            columns.forEach(column -> cells.number(column.statuses().get(status)));
        }
        grid.highlight(Column.Highlight.STATUS, 0, Status.values().length);
        RowCells cells = grid.row().text("not decided");
        columns.forEach(column -> cells.number(column.notDecided()));
    }

    void findings(Tally total) {
        begin("Findings by code");
        if (total.findings().isEmpty()) {
            grid.row().text("There are no findings on this date.", Look.TEXT);
            return;
        }
        grid.header("Code", "", "Severity", "Findings", "Tenants");
        Comparator<Map.Entry<String, FindingCount>> worstFirst =
                Comparator.comparing(entry -> entry.getValue().severity(), Comparator.reverseOrder());
        total.findings().entrySet().stream()
                .sorted(worstFirst.thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> grid.row()
                        .text(entry.getKey())
                        .skip()
                        .severity(entry.getValue().severity())
                        .number(entry.getValue().findings())
                        .number(entry.getValue().tenants()));
        grid.highlight(
                Column.Highlight.SEVERITY, STATUS_COLUMN, total.findings().size());
    }

    void money(Tally total) {
        begin("Money by currency");
        if (total.money().isEmpty()) {
            grid.row().text("No tenant has a position on this date.", Look.TEXT);
            return;
        }
        grid.header("Currency", "Monthly amount", "True-up amount");
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
        return "Without %s that have no monthly amount and %s that are short and have no price."
                .formatted(tenants(sum.withoutMonthly()), tenants(sum.withoutTrueUp()));
    }

    private static String tenants(long count) {
        return "%,d %s".formatted(count, count == 1 ? "tenant" : "tenants");
    }
}
