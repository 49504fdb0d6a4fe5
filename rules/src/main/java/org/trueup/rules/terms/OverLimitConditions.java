package org.trueup.rules.terms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Term;

/**
 * Which tenants a row of Over the limit takes. An empty condition takes all.
 *
 * @param nonprofit nonprofits only, or all others only
 * @param licensed licences held: the size of a tenant; unlimited is within no bound
 * @param started within which the period over the limit began; a tenant that is not over fits no bound
 * @param overBy licences used beyond those held: 0 is exactly at the limit, below it is below 0
 * @param overByPercent the same in percent of the licences held, 5 being 5 %
 * @param overForDays days over the limit from which on the row fits, 1 being the first; at least 1
 */
public record OverLimitConditions(
        @Nullable String plan,
        @Nullable Term term,
        @Nullable Boolean nonprofit,
        Bounds<Integer> licensed,
        Bounds<LocalDate> started,
        Bounds<Integer> overBy,
        Bounds<BigDecimal> overByPercent,
        @Nullable Integer overForDays) {
    /** Takes every tenant. */
    public static final OverLimitConditions NONE =
            new OverLimitConditions(null, null, null, Bounds.any(), Bounds.any(), Bounds.any(), Bounds.any(), null);

    /** The more exact are the greater: more conditions, then higher lower bounds, then lower upper bounds, column by column. */
    static final Comparator<OverLimitConditions> RANK = Comparator.comparing(OverLimitConditions::filled)
            .thenComparing(higher(row -> row.overBy.atLeast()))
            .thenComparing(higher(row -> row.overByPercent.atLeast()))
            .thenComparing(higher(OverLimitConditions::overForDays))
            .thenComparing(higher(row -> row.licensed.atLeast()))
            .thenComparing(lower(row -> row.overBy.atMost()))
            .thenComparing(lower(row -> row.overByPercent.atMost()))
            .thenComparing(lower(row -> row.licensed.atMost()));

    public OverLimitConditions {
        if (overForDays != null && overForDays < 1) {
            throw new IllegalArgumentException("the first day over the limit is day 1, not " + overForDays);
        }
    }

    /** Whether all conditions hold of a tenant. */
    public boolean fit(LimitProfile tenant) {
        return (plan == null || plan.equals(tenant.plan()))
                && (term == null || term == tenant.term())
                && (nonprofit == null || nonprofit == tenant.nonprofit())
                && licensed.contain(tenant.licensed().count())
                && started.contain(tenant.overSince())
                && overBy.contain(tenant.over())
                && percentReached(tenant)
                && (overForDays == null || tenant.daysOver() >= overForDays);
    }

    /** Without a division: over / licensed ≥ percent / 100, also where nothing is licensed. */
    private boolean percentReached(LimitProfile tenant) {
        Integer over = tenant.over();
        Integer held = tenant.licensed().count();
        if (overByPercent.open() || over == null || held == null) {
            return overByPercent.open();
        }
        BigDecimal hundredfold = BigDecimal.valueOf(100L * over);
        return new Bounds<>(share(overByPercent.atLeast(), held), share(overByPercent.atMost(), held))
                .contain(hundredfold);
    }

    private static @Nullable BigDecimal share(@Nullable BigDecimal percent, int held) {
        return percent == null ? null : percent.multiply(BigDecimal.valueOf(held));
    }

    /** How many conditions are filled; each bound is one. */
    public int filled() {
        return SheetRow.filled(
                plan,
                term,
                nonprofit,
                licensed.atLeast(),
                licensed.atMost(),
                started.atLeast(),
                started.atMost(),
                overBy.atLeast(),
                overBy.atMost(),
                overByPercent.atLeast(),
                overByPercent.atMost(),
                overForDays);
    }

    private static <T extends Comparable<? super T>> Comparator<OverLimitConditions> higher(
            Function<OverLimitConditions, @Nullable T> bound) {
        return Comparator.comparing(bound, Comparator.nullsFirst(Comparator.naturalOrder()));
    }

    private static <T extends Comparable<? super T>> Comparator<OverLimitConditions> lower(
            Function<OverLimitConditions, @Nullable T> bound) {
        return Comparator.comparing(bound, Comparator.nullsFirst(Comparator.reverseOrder()));
    }
}
