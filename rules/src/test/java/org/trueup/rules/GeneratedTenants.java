package org.trueup.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.TenantBuilder.SubscriptionBuilder;
import org.trueup.rules.fact.Access;
import org.trueup.rules.fact.AccountKind;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.fact.Term;

/** Tenants of several vendors made from a seed: every kind of account, date, term and limit that rules look at. */
public final class GeneratedTenants {
    private static final List<String> PLECTO_PLANS = List.of("Medium", "Large", "Enterprise", "Gold");
    private static final List<String> PENSERO_PLANS = List.of("Starter", "Growth", "Enterprise", "Gold");
    private static final List<String> ACTIVTRAK_PLANS =
            List.of("Free", "Essentials", "Professional", "Advanced", "Nonesuch");
    private static final List<String> LEARNING_PLANS = List.of("Seats", "MAUC", "MAU", "Gold");
    private static final List<String> NAMES = List.of("Marketing", "GITLAB", "E-conomic", "Zoë", "李雷", "=cmd", "Bo");

    private final Random random;
    /** Of its own, so that what else is made of a seed stays as it is. */
    private final Random segments;

    private final LocalDate asOf;

    public GeneratedTenants(long seed, LocalDate asOf) {
        this.random = new Random(seed);
        this.segments = new Random(~seed);
        this.asOf = asOf;
    }

    public List<TenantFacts> make(int count) {
        List<TenantFacts> tenants = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tenants.add(one("t%05d".formatted(i)));
        }
        return tenants;
    }

    private TenantFacts one(String id) {
        int vendor = random.nextInt(4);
        TenantBuilder tenant = switch (vendor) {
            case 0 -> TenantBuilder.plecto(id);
            case 1 -> TenantBuilder.pensero(id);
            case 2 -> TenantBuilder.learning(id);
            default -> TenantBuilder.activtrak(id);
        };
        List<String> plans = List.of(PLECTO_PLANS, PENSERO_PLANS, LEARNING_PLANS, ACTIVTRAK_PLANS)
                .get(vendor);
        int subscriptions = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(3) / 2;
        for (int i = 0; i < subscriptions; i++) {
            tenant.with(subscription("s" + i, plans));
        }
        agents(tenant);
        int accounts = random.nextInt(14);
        for (int i = 0; i < accounts; i++) {
            tenant.with(account("a" + i));
        }
        if (random.nextInt(3) > 0) {
            earlierNight(tenant, day(-4, -1), random.nextBoolean() ? day(-40, -1) : null);
        }
        if (segments.nextInt(3) == 0) {
            tenant.nonprofit();
        }
        return tenant.facts();
    }

    /** A grace period begins with the period over the limit, later or not at all. */
    private void earlierNight(TenantBuilder tenant, String night, @Nullable String overSince) {
        String grace = overSince;
        if (overSince != null && segments.nextBoolean()) {
            LocalDate later = LocalDate.parse(overSince).plusDays(segments.nextInt(8));
            grace = later.isAfter(LocalDate.parse(night)) ? null : later.toString();
        }
        tenant.earlierNight(night, overSince, null, grace);
    }

    /** What ActivTrak alone looks at; the other vendors must not mind it. */
    private void agents(TenantBuilder tenant) {
        if (random.nextBoolean()) {
            tenant.signedUpOn(day(-30, 3));
        }
        if (random.nextInt(3) == 0) {
            tenant.addOn(random.nextBoolean() ? "Data History" : "Screen Details", random.nextInt(12));
        }
        if (random.nextInt(3) == 0) {
            tenant.storedHistoryDays(random.nextInt(500));
        }
    }

    private SubscriptionBuilder subscription(String id, List<String> plans) {
        Integer licenses = random.nextInt(6) == 0 ? null : (Integer) random.nextInt(12);
        SubscriptionBuilder subscription = SubscriptionBuilder.to(
                        plans.get(Math.min(random.nextInt(12) / 3, random.nextInt(plans.size()))), licenses)
                .id(id)
                .from(day(-400, -6), day(-5, 300))
                .term(Term.values()[Math.max(0, random.nextInt(6) - 3)])
                .discount(Integer.toString(random.nextInt(101)));
        return random.nextBoolean() ? subscription : subscription.price(random.nextInt(80) + ".35");
    }

    private AccountBuilder account(String id) {
        AccountBuilder account = AccountBuilder.person(id)
                .named(random.nextInt(3) == 0 ? NAMES.get(random.nextInt(NAMES.size())) : "Name of " + id)
                .kind(AccountKind.values()[Math.max(0, random.nextInt(6) - 3)])
                .access(Access.values()[Math.max(0, random.nextInt(7) - 3)]);
        if (random.nextInt(3) == 0) {
            account.source(random.nextBoolean() ? "Google Ads" : "HubSpot");
        }
        if (random.nextInt(3) == 0) {
            account.addedOn(day(-60, 3));
        }
        if (random.nextInt(4) == 0) {
            account.removedOn(day(-10, 3));
        }
        if (random.nextInt(4) == 0) {
            account.deactivatedOn(day(-10, 3));
        }
        if (random.nextInt(2) == 0) {
            account.withHistory();
        }
        if (random.nextInt(3) == 0) {
            account.standalone("user" + random.nextInt(4), "pc" + random.nextInt(3));
        }
        if (random.nextInt(4) == 0) {
            account.mergedInto("a" + random.nextInt(14));
        }
        if (random.nextInt(4) == 0) {
            account.untracked();
        }
        if (random.nextInt(4) == 0) {
            account.loginDisabled();
        }
        for (int i = random.nextInt(12); i > 0; i--) {
            account.registeredOn(day(-50, 4)).loggedInOn(day(-50, 4));
        }
        return account;
    }

    private String day(int from, int to) {
        return asOf.plusDays(from + random.nextInt(to - from + 1)).toString();
    }
}
