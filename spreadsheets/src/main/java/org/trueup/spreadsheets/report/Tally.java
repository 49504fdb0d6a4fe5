package org.trueup.spreadsheets.report;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.outcome.Status;

/** What a number of tenants come to: how many were read and decided, their statuses, findings and money. */
final class Tally {
    private final Map<Status, Long> statuses = new EnumMap<>(Status.class);
    private final SortedMap<String, FindingCount> findings = new TreeMap<>();
    private final SortedMap<String, MoneyTotal> money = new TreeMap<>();
    private long decided;
    private long notDecided;

    Tally() {
        for (Status status : Status.values()) {
            statuses.put(status, 0L);
        }
    }

    void add(Assessment assessment) {
        Position position = assessment.position();
        if (position == null) {
            notDecided++;
        } else {
            decided++;
            statuses.merge(position.status(), 1L, Long::sum);
            money.merge(position.currency().getCurrencyCode(), MoneyTotal.of(position), MoneyTotal::plus);
        }
        Set<String> told = new HashSet<>();
        for (Finding finding : assessment.findings()) {
            int tenants = told.add(finding.code()) ? 1 : 0;
            int waived = finding.waived() ? 1 : 0;
            findings.merge(
                    finding.code(), new FindingCount(finding.severity(), 1, waived, tenants), FindingCount::plus);
        }
    }

    void add(Tally other) {
        decided += other.decided;
        notDecided += other.notDecided;
        other.statuses.forEach((status, count) -> statuses.merge(status, count, Long::sum));
        other.findings.forEach((code, count) -> findings.merge(code, count, FindingCount::plus));
        other.money.forEach((currency, total) -> money.merge(currency, total, MoneyTotal::plus));
    }

    long read() {
        return decided + notDecided;
    }

    long decided() {
        return decided;
    }

    long notDecided() {
        return notDecided;
    }

    /** Every status, from good to bad, those that no tenant has with 0. */
    Map<Status, Long> statuses() {
        return statuses;
    }

    /** By code. */
    SortedMap<String, FindingCount> findings() {
        return findings;
    }

    /** By currency code. */
    SortedMap<String, MoneyTotal> money() {
        return money;
    }

    boolean sameAs(Tally other) {
        return decided == other.decided
                && notDecided == other.notDecided
                && statuses.equals(other.statuses)
                && findings.equals(other.findings)
                && money.equals(other.money);
    }
}
