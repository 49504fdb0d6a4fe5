package org.trueup.server.cli;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.trueup.batch.whatif.WhatIfResult;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.outcome.FindingCode;
import org.trueup.spreadsheets.whatif.FindingTotal;
import org.trueup.spreadsheets.whatif.MoneyChange;
import org.trueup.spreadsheets.whatif.WhatIfTally;

/** What a draft would change, in a few sentences. */
final class WhatIfText {
    private final Vendor vendor;
    private final LocalDate asOf;
    private final WhatIfResult result;
    private final WhatIfTally tally;

    WhatIfText(Vendor vendor, LocalDate asOf, WhatIfResult result) {
        this.vendor = vendor;
        this.asOf = asOf;
        this.result = result;
        this.tally = result.tally();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(headline());
        if (tally.changed() > 0) {
            lines.add(statuses());
            lines.addAll(money("Monthly amount", tally.monthly()));
            lines.addAll(money("True-up amount", tally.trueUp()));
            lines.add(findings());
        }
        FindingTotal gaps = tally.findings(FindingCode.POLICY_GAP.name());
        if (gaps.before() + gaps.after() > 0) {
            lines.add("Gaps: no row of Over the limit takes " + Figures.count(gaps.after(), "tenants")
                    + " by the draft, " + Figures.count(gaps.before()) + " by the published policy.");
        }
        lines.add(
                result.unusedRows() == 0
                        ? "Every row of the draft decided somebody."
                        : Figures.count(result.unusedRows(), "rows") + " of the draft decided nobody.");
        lines.add("Time: comparing " + Figures.seconds(result.secondsComparing()) + ", writing "
                + Figures.seconds(result.secondsWriting()) + ".");
        return lines;
    }

    private String headline() {
        String with = result.published()
                .map(version -> "version " + version.version())
                .orElse("no policy, as none is in force yet");
        return tally.changed() == 0
                ? "No tenant changes: as of " + asOf + " the draft decides all "
                        + Figures.count(tally.compared(), "tenants") + " of " + vendor + " as " + with + " does."
                : Figures.count(tally.changed()) + " of " + Figures.count(tally.compared(), "tenants") + " of " + vendor
                        + " change as of " + asOf + ", compared with " + with + ".";
    }

    private String statuses() {
        String moves = tally.moves().entrySet().stream()
                .filter(entry -> entry.getKey().changesStatus())
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(entry ->
                        Figures.count(entry.getValue()) + " " + entry.getKey().words())
                .collect(Collectors.joining(", "));
        return moves.isEmpty() ? "No status changes." : "Status: " + moves + ".";
    }

    private static List<String> money(String amount, SortedMap<String, MoneyChange> changes) {
        List<String> lines = new ArrayList<>();
        changes.forEach((currency, change) -> {
            List<String> ways = new ArrayList<>();
            if (change.tenantsUp() > 0) {
                ways.add(signed(change.up()) + " for " + Figures.count(change.tenantsUp(), "tenants"));
            }
            if (change.tenantsDown() > 0) {
                ways.add(signed(change.down()) + " for " + Figures.count(change.tenantsDown(), "tenants"));
            }
            if (!ways.isEmpty()) {
                lines.add("%s: %s %s (%s)."
                        .formatted(amount, signed(change.difference()), currency, String.join(", ", ways)));
            }
        });
        return lines;
    }

    private static String signed(BigDecimal amount) {
        return String.format(Locale.ROOT, "%+,.2f", amount);
    }

    private String findings() {
        String changes = tally.findings().entrySet().stream()
                .filter(entry -> entry.getValue().differs())
                .map(entry -> entry.getKey() + " " + changes(entry.getValue()))
                .collect(Collectors.joining("; "));
        return changes.isEmpty() ? "No finding changes." : "Findings: " + changes + ".";
    }

    private static String changes(FindingTotal total) {
        List<String> parts = new ArrayList<>();
        if (total.come() > 0) {
            parts.add(Figures.count(total.come()) + " new");
        }
        if (total.gone() > 0) {
            parts.add(Figures.count(total.gone()) + " gone");
        }
        if (total.otherwise() > 0) {
            parts.add(Figures.count(total.otherwise()) + " told otherwise");
        }
        return String.join(", ", parts);
    }
}
