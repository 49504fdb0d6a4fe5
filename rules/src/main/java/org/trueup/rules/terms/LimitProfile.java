package org.trueup.rules.terms;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Term;
import org.trueup.rules.outcome.Licences;

/**
 * What a row of Over the limit asks of a tenant.
 *
 * @param used at least 0
 * @param overSince first day of the period over the limit; none when the tenant is not over
 * @param daysOver 1 on the first day of the period; 0 when the tenant is not over
 */
public record LimitProfile(
        String plan,
        Term term,
        boolean nonprofit,
        int used,
        Licences licensed,
        @Nullable LocalDate overSince,
        int daysOver) {
    public LimitProfile {
        if (daysOver < 0 || (daysOver == 0) != (overSince == null)) {
            throw new IllegalArgumentException(daysOver + " days over the limit since " + overSince);
        }
    }

    /** The profile of a tenant that is over its limit since a day, or is not over, as seen on a later day. */
    public static LimitProfile of(
            String plan,
            Term term,
            boolean nonprofit,
            int used,
            Licences licensed,
            @Nullable LocalDate overSince,
            LocalDate asOf) {
        int days = overSince == null ? 0 : Math.toIntExact(asOf.toEpochDay() - overSince.toEpochDay() + 1);
        return new LimitProfile(plan, term, nonprofit, used, licensed, overSince, days);
    }

    /** Licences used beyond those held, below 0 where some are left; none when unlimited. */
    @Nullable
    Integer over() {
        Integer held = licensed.count();
        return held == null ? null : (Integer) (used - held);
    }
}
