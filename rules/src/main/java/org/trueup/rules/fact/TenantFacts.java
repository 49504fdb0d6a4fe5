package org.trueup.rules.fact;

import java.time.LocalDate;
import java.util.ArrayList;
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

    /** How many paid subscriptions are in force on a day; more than one is told. */
    public int paidSubscriptionsInForceOn(LocalDate day) {
        int paid = 0;
        for (Subscription subscription : subscriptions) {
            paid += subscription.term() == Term.PAID && subscription.inForceOn(day) ? 1 : 0;
        }
        return paid;
    }

    /** The accounts with alias access that are there on a day: added by then and not removed (N3). */
    public List<Account> aliasesPresentOn(LocalDate day) {
        List<Account> aliases = new ArrayList<>();
        for (Account account : accounts) {
            if (account.access() == Access.ALIAS && account.addedBy(day) && !account.removedBy(day)) {
                aliases.add(account);
            }
        }
        return aliases;
    }
}
