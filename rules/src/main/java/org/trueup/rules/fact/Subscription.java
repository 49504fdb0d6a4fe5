package org.trueup.rules.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant bought, for a period.
 *
 * @param licenses number bought, at least 0; none means the plan's cap, or unlimited where the plan has no cap
 * @param endsOn the last day
 * @param discountPercent 0 to 100
 * @param pricePerLicense per licence and month, wins over the plan's
 */
public record Subscription(
        String id,
        String plan,
        @Nullable Integer licenses,
        LocalDate startsOn,
        LocalDate endsOn,
        Term term,
        BigDecimal discountPercent,
        @Nullable BigDecimal pricePerLicense,
        @Nullable String supportPlan) {
    public Subscription {
        if (licenses != null && licenses < 0) {
            throw new IllegalArgumentException("licences bought are at least 0");
        }
        if (endsOn.isBefore(startsOn)) {
            throw new IllegalArgumentException("a subscription ends on or after the day it starts");
        }
    }

    /**
     * What a tenant holds that bought nothing: a plan, for a period (A6). It has no id, and its plan's cap for licences.
     */
    public static Subscription withoutPurchase(String plan, Term term, LocalDate startsOn, LocalDate endsOn) {
        return new Subscription("", plan, null, startsOn, endsOn, term, BigDecimal.ZERO, null, null);
    }

    /** Whether the tenant bought it; else it was given (A6). */
    public boolean bought() {
        return !id.isEmpty();
    }

    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(startsOn) && !day.isAfter(endsOn);
    }

    /** Of two subscriptions in force: paid wins over trial, trial over pilot, then the later start, then the higher id. */
    public boolean winsOver(Subscription other) {
        if (term != other.term) {
            return term.compareTo(other.term) < 0;
        }
        if (!startsOn.equals(other.startsOn)) {
            return startsOn.isAfter(other.startsOn);
        }
        return Utf8Order.UTF8.compare(id, other.id) > 0;
    }

    /** Days from one day of the term to its last day, both counted in; 0 when the term is over. */
    public long daysLeftFrom(LocalDate day) {
        return Math.max(0, endsOn.toEpochDay() - day.toEpochDay() + 1);
    }

    /** Days in the term, first and last counted in. */
    public long daysInTerm() {
        return daysLeftFrom(startsOn);
    }
}
