package org.trueup.rules.policy.derived;

import org.trueup.rules.counting.Reclaimable;
import org.trueup.rules.fact.TenantId;

/** What a tenant could reclaim (A14). */
public record Reclaims(Standing standing, Reclaimable found) {

    public TenantId tenant() {
        return standing.tenant();
    }
}
