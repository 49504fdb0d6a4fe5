package org.trueup.rules.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An add-on that a tenant bought beside its subscription.
 *
 * @param licenses number bought, at least 0
 * @param pricePerLicense per licence and month, wins over the sheet's
 */
public record AddOn(
        String name,
        int licenses,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable BigDecimal pricePerLicense) {

    /** Whether the tenant has it on a day; without a date it has no beginning, or no end. */
    public boolean inForceOn(LocalDate day) {
        return (startsOn == null || !day.isBefore(startsOn)) && (endsOn == null || !day.isAfter(endsOn));
    }
}
