package org.trueup.rules.fact;

import java.time.LocalDate;
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

    /** By the id alone: Drools hashes facts, and a tenant may have a million accounts. */
    @Override
    public int hashCode() {
        return id().hashCode();
    }

    /** The paid subscriptions in force on a day; more than one is told. */
    public List<Subscription> paidSubscriptionsInForceOn(LocalDate day) {
        return subscriptions.stream()
                .filter(subscription -> subscription.term() == Term.PAID && subscription.inForceOn(day))
                .toList();
    }

    /** The accounts that are there on a day: added by then and not removed. */
    public List<Account> accountsPresentOn(LocalDate day) {
        return accounts.stream()
                .filter(account -> account.addedBy(day) && !account.removedBy(day))
                .toList();
    }
}
