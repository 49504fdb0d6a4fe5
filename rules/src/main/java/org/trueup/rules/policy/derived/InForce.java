package org.trueup.rules.policy.derived;

import java.time.LocalDate;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.fact.TenantId;

/** A tenant's subscription in force. */
public record InForce(TenantFacts facts, Subscription subscription) {

    public TenantId tenant() {
        return facts.id();
    }

    /** How many paid subscriptions of the tenant are in force on a day. */
    public int paidOn(LocalDate day) {
        return facts.paidSubscriptionsInForceOn(day);
    }

    public String plan() {
        return subscription.plan();
    }
}
