package org.trueup.spreadsheets.whatif;

import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.Money;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.outcome.Status;

/** What all compared tenants come to. Not for use by several threads at once. */
public final class WhatIfTally {
    private final SortedMap<Move, Long> moves = new TreeMap<>();
    private final SortedMap<String, MoneyChange> monthly = new TreeMap<>();
    private final SortedMap<String, MoneyChange> trueUp = new TreeMap<>();
    private final SortedMap<String, FindingTotal> findings = new TreeMap<>();
    private long changed;

    /**
     * Adds a tenant.
     *
     * @param change none where nothing is different
     */
    public void add(Assessment before, Assessment after, @Nullable TenantChange change) {
        moves.merge(new Move(status(before), status(after)), 1L, Long::sum);
        money(monthly, before, after, Position::monthlyAmount);
        money(trueUp, before, after, Position::trueUpAmount);
        for (Finding finding : before.findings()) {
            count(finding.code(), new FindingTotal(1, 0, 0, 0, 0));
        }
        for (Finding finding : after.findings()) {
            count(finding.code(), new FindingTotal(0, 1, 0, 0, 0));
        }
        if (change != null) {
            changed++;
            change.findings().forEach(finding -> count(finding.code(), total(finding.kind())));
        }
    }

    /** Adds what other tenants come to. */
    public void add(WhatIfTally other) {
        merge(moves, other.moves, Long::sum);
        merge(monthly, other.monthly, MoneyChange::plus);
        merge(trueUp, other.trueUp, MoneyChange::plus);
        merge(findings, other.findings, FindingTotal::plus);
        changed += other.changed;
    }

    public long compared() {
        return moves.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Tenants of whom people would read something else. */
    public long changed() {
        return changed;
    }

    /** How many tenants come from which status to which, also from one to the same. */
    public SortedMap<Move, Long> moves() {
        return moves;
    }

    /** By currency code. */
    public SortedMap<String, MoneyChange> monthly() {
        return monthly;
    }

    /** By currency code. */
    public SortedMap<String, MoneyChange> trueUp() {
        return trueUp;
    }

    /** By code, also those that are the same. */
    public SortedMap<String, FindingTotal> findings() {
        return findings;
    }

    /** Findings of one code. */
    public FindingTotal findings(String code) {
        return findings.getOrDefault(code, new FindingTotal(0, 0, 0, 0, 0));
    }

    private static @Nullable Status status(Assessment assessment) {
        Position position = assessment.position();
        return position == null ? null : position.status();
    }

    private static void money(
            Map<String, MoneyChange> sums,
            Assessment before,
            Assessment after,
            Function<Position, @Nullable Money> amount) {
        Money was = amount(before, amount);
        Money is = amount(after, amount);
        boolean sameCurrency = was == null || is == null || was.currency().equals(is.currency());
        if (sameCurrency) {
            Money either = was == null ? is : was;
            add(sums, either, MoneyChange.of(decimal(was), decimal(is)));
        } else {
            add(sums, was, MoneyChange.of(decimal(was), null));
            add(sums, is, MoneyChange.of(null, decimal(is)));
        }
    }

    private static void add(Map<String, MoneyChange> sums, @Nullable Money inCurrency, MoneyChange change) {
        if (inCurrency != null) {
            sums.merge(inCurrency.currency().getCurrencyCode(), change, MoneyChange::plus);
        }
    }

    private static @Nullable Money amount(Assessment assessment, Function<Position, @Nullable Money> amount) {
        Position position = assessment.position();
        return position == null ? null : amount.apply(position);
    }

    private static @Nullable BigDecimal decimal(@Nullable Money money) {
        return money == null ? null : money.amount();
    }

    private void count(String code, FindingTotal more) {
        findings.merge(code, more, FindingTotal::plus);
    }

    private static FindingTotal total(FindingChange.Kind kind) {
        return switch (kind) {
            case NEW -> new FindingTotal(0, 0, 1, 0, 0);
            case GONE -> new FindingTotal(0, 0, 0, 1, 0);
            case OTHERWISE -> new FindingTotal(0, 0, 0, 0, 1);
        };
    }

    private static <K, V> void merge(Map<K, V> all, Map<K, V> more, BinaryOperator<V> sum) {
        more.forEach((key, value) -> all.merge(key, value, sum));
    }
}
