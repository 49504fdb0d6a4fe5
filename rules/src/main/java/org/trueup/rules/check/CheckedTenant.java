package org.trueup.rules.check;

import java.time.LocalDate;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.outcome.Position;

/**
 * A tenant that the product's rules have decided, as the checks see it.
 *
 * @param subscription the one in force; of a tenant that bought nothing the one that stands in for it (A6)
 */
public record CheckedTenant(TenantFacts facts, Subscription subscription, Position position, LocalDate asOf) {

    /** Whether a measure is at least so many thousandths; never where the tenant has no such measure. */
    public boolean atLeast(Measure measure, long thousandths) {
        Amount amount = measure.of(this);
        return amount != null && amount.atLeast(thousandths);
    }

    /** Whether a measure is at most so many thousandths; never where the tenant has no such measure. */
    public boolean atMost(Measure measure, long thousandths) {
        Amount amount = measure.of(this);
        return amount != null && amount.atMost(thousandths);
    }
}
