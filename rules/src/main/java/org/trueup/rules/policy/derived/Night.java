package org.trueup.rules.policy.derived;

import java.time.LocalDate;
import org.trueup.rules.fact.Vendor;

/** The date as of which the tenants of one vendor are decided; the one fact that all of them share. */
public record Night(LocalDate asOf, Vendor vendor) {

    public int dayOfMonth() {
        return asOf.getDayOfMonth();
    }
}
