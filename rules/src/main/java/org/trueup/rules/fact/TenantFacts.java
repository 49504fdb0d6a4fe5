package org.trueup.rules.fact;

import java.util.List;

/** All that is known of one tenant: what the engine decides from. */
public record TenantFacts(
        Tenant tenant,
        List<Subscription> subscriptions,
        List<AddOn> addOns,
        List<Account> accounts,
        EarlierNight earlier) {

    public TenantId id() {
        return tenant.id();
    }
}
