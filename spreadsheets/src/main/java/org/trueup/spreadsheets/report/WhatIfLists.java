package org.trueup.spreadsheets.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.FindingCode;
import org.trueup.rules.outcome.Status;
import org.trueup.spreadsheets.whatif.FindingTotal;
import org.trueup.spreadsheets.whatif.MoneyChange;
import org.trueup.spreadsheets.whatif.Move;
import org.trueup.spreadsheets.whatif.Side;
import org.trueup.spreadsheets.whatif.TenantChange;
import org.trueup.spreadsheets.whatif.WhatIfTally;

/** The lists of a what-if's summary, one under the other. */
final class WhatIfLists {
    private static final int LAST_COLUMN = WhatIfSummarySheet.WIDTHS.size() - 1;

    private final OverviewGrid grid;

    WhatIfLists(OverviewGrid grid) {
        this.grid = grid;
    }

    /** A row for each status that some tenant has, a column for each that some tenant comes to. */
    void statuses(WhatIfTally tally) {
        begin("Tenants by status: from the row's to the column's");
        List<@Nullable Status> from = present(tally, Move::from);
        List<@Nullable Status> to = present(tally, Move::to);
        grid.header(
                List.of("By the published policy", "By the draft →"),
                Stream.concat(to.stream().map(Move::word), Stream.of("Tenants")).toList(),
                List.of());
        for (@Nullable Status row : from) {
            SheetCells cells = grid.row();
            if (row == null) {
                cells.text(Move.NOT_DECIDED);
            } else {
                cells.word(row);
            }
            cells.skip();
            long all = 0;
            for (@Nullable Status column : to) {
                long tenants = tally.moves().getOrDefault(new Move(row, column), 0L);
                all += tenants;
                cells.number(tenants == 0 ? null : tenants);
            }
            cells.number(all);
        }
        if (!from.isEmpty()) {
            grid.highlight(Column.Kind.STATUS, 0, from.size());
        }
    }

    void money(WhatIfTally tally) {
        begin("Money by currency");
        if (tally.monthly().isEmpty() && tally.trueUp().isEmpty()) {
            grid.row().text("No tenant has an amount.", Look.TEXT);
            return;
        }
        grid.header(
                List.of("Amount", "Currency"),
                List.of("Published", "Draft", "Difference", "Up", "Tenants up", "Down", "Tenants down"),
                List.of());
        tally.monthly().forEach((currency, change) -> money("Monthly amount", currency, change));
        tally.trueUp().forEach((currency, change) -> money("True-up amount", currency, change));
    }

    private void money(String amount, String currency, MoneyChange change) {
        grid.row()
                .text(amount)
                .text(currency)
                .money(change.before())
                .money(change.after())
                .money(change.difference())
                .money(change.up())
                .number(change.tenantsUp())
                .money(change.down())
                .number(change.tenantsDown());
    }

    void findings(WhatIfTally tally) {
        begin("Findings by code");
        List<Map.Entry<String, FindingTotal>> different = tally.findings().entrySet().stream()
                .filter(entry -> entry.getValue().differs())
                .toList();
        if (different.isEmpty()) {
            grid.row().text("No finding changes.", Look.TEXT);
            return;
        }
        grid.header(List.of("Code", ""), List.of("Published", "Draft", "New", "Gone", "Told otherwise"), List.of());
        for (Map.Entry<String, FindingTotal> entry : different) {
            FindingTotal total = entry.getValue();
            grid.row()
                    .text(entry.getKey())
                    .skip()
                    .number(total.before())
                    .number(total.after())
                    .number(total.come())
                    .number(total.gone())
                    .number(total.otherwise());
        }
    }

    /** A tenant that no row takes stands as compliant, so it must not go unseen. */
    void gaps(WhatIfTally tally) {
        begin("Gaps: tenants that no row of Over the limit takes");
        FindingTotal gaps = tally.findings(FindingCode.POLICY_GAP.name());
        grid.header(List.of("", ""), List.of("Published", "Draft", "New", "Closed"), List.of());
        grid.row()
                .text("Tenants in a gap")
                .skip()
                .number(gaps.before())
                .number(gaps.after())
                .number(gaps.come())
                .number(gaps.gone());
    }

    void largest(List<LargestChanges.Large> largest) {
        begin("Most money: by how much the amounts change");
        if (largest.isEmpty()) {
            grid.row().text("No tenant's amounts change.", Look.TEXT);
            return;
        }
        grid.header(
                List.of("Tenant", "Name"),
                List.of("Monthly", "True-up"),
                List.of("Currency", "What decides otherwise", "", "", ""));
        for (LargestChanges.Large large : largest) {
            TenantChange change = large.change();
            Side side = change.after() == null ? change.before() : change.after();
            grid.row()
                    .link(change.tenant(), large.spot())
                    .text(change.name())
                    .money(ChangedTenantsTable.difference(change, Side::monthlyAmount))
                    .money(ChangedTenantsTable.difference(change, Side::trueUpAmount))
                    .text(side == null ? null : side.currency().getCurrencyCode())
                    .text(change.why().words());
        }
    }

    private void begin(String title) {
        grid.gap();
        grid.section(title, 0, LAST_COLUMN);
    }

    private static List<@Nullable Status> present(WhatIfTally tally, Function<Move, @Nullable Status> end) {
        Stream<@Nullable Status> all = Stream.concat(Arrays.stream(Status.values()), Stream.of((Status) null));
        return all.filter(status -> tally.moves().keySet().stream().anyMatch(move -> end.apply(move) == status))
                .toList();
    }
}
