package org.trueup.server.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Account;
import org.trueup.rules.fact.AddOn;
import org.trueup.rules.fact.EarlierNight;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.fact.TenantId;
import org.trueup.rules.fact.Vendor;

/** A tenant in the making. */
final class TenantDraft {
    private final String id;
    private final Vendor vendor;
    private final String name;
    private final String domain;
    private final List<Subscription> subscriptions = new ArrayList<>(2);
    private final List<AddOn> addOns = new ArrayList<>(0);
    private final List<Account> accounts = new ArrayList<>(24);
    private Names.@Nullable Person accountManager;
    private @Nullable LocalDate signedUpOn;
    private boolean nonprofit;
    private @Nullable Integer storedHistoryDays;
    private @Nullable LocalDate overSince;
    private TimeStyle times = TimeStyle.UTC;

    TenantDraft(String id, String vendor, String name) {
        this.id = id;
        this.vendor = new Vendor(vendor);
        this.name = name;
        this.domain = Names.domainOf(name);
    }

    String id() {
        return id;
    }

    /** The company's e-mail and logon domain. */
    String domain() {
        return domain;
    }

    TenantDraft lookedAfterBy(Names.Person manager) {
        accountManager = manager;
        return this;
    }

    TenantDraft signedUp(LocalDate value) {
        signedUpOn = value;
        return this;
    }

    TenantDraft nonprofit() {
        nonprofit = true;
        return this;
    }

    TenantDraft storedHistory(int days) {
        storedHistoryDays = days;
        return this;
    }

    TenantDraft overSince(LocalDate value) {
        overSince = value;
        return this;
    }

    TenantDraft times(TimeStyle value) {
        times = value;
        return this;
    }

    TenantDraft buys(Deal deal) {
        subscriptions.add(deal.as(id + "-s" + (subscriptions.size() + 1)));
        return this;
    }

    TenantDraft buys(AddOn addOn) {
        addOns.add(addOn);
        return this;
    }

    /** An add-on for the length of a year from a day on. */
    static AddOn addOn(String name, int licences, LocalDate startsOn, @Nullable BigDecimal price) {
        return new AddOn(name, licences, startsOn, startsOn.plusYears(1).minusDays(1), price);
    }

    TenantDraft has(AccountDraft account) {
        accounts.add(account.done());
        return this;
    }

    List<Account> accounts() {
        return accounts;
    }

    DemoTenant done() {
        Tenant tenant = new Tenant(
                new TenantId(id),
                name,
                vendor,
                accountManager == null ? null : accountManager.name(),
                accountManager == null ? null : accountManager.login() + "@partners.example",
                signedUpOn,
                nonprofit,
                storedHistoryDays);
        EarlierNight earlier = overSince == null ? EarlierNight.NONE : EarlierNight.asFeedSays(overSince);
        return new DemoTenant(new TenantFacts(tenant, subscriptions, addOns, accounts, earlier), times);
    }
}
