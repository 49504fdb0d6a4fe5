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

    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(startsOn) && !day.isAfter(endsOn);
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
