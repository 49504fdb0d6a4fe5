package org.trueup.rules.policy.derived;

import org.trueup.rules.fact.Subscription;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.fact.TenantId;

/** A tenant's subscription in force. */
public record InForce(TenantFacts facts, Subscription subscription) {

    public TenantId tenant() {
        return facts.id();
    }

    public String plan() {
        return subscription.plan();
    }
}
