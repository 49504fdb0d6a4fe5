package org.trueup.rules.benchmark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.trueup.rules.AccountBuilder;
import org.trueup.rules.TenantBuilder;
import org.trueup.rules.TenantBuilder.SubscriptionBuilder;
import org.trueup.rules.fact.AccountKind;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.fact.Term;

/**
 * Tenants of the four vendors in turn, as many within their licences, at them and over them as a night has, each with so many
 * accounts of three months of activity; the same for a seed every time.
 */
final class BenchmarkTenants {
    static final LocalDate AS_OF = LocalDate.parse("2026-11-21");
    private static final int VENDORS = 4;
    /** Activity of the as-of month and the two before it. */
    private static final List<String> MONTHS = List.of("2026-09", "2026-10", "2026-11");

    private static final List<String> LEARNING_PLANS = List.of("Seats", "MAUC", "MAU");

    private final Random random;
    private final int accounts;

    BenchmarkTenants(long seed, int accounts) {
        this.random = new Random(seed);
        this.accounts = accounts;
    }

    List<TenantFacts> make(int count) {
        List<TenantFacts> tenants = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            tenants.add(one(i));
        }
        return tenants;
    }

    private TenantFacts one(int number) {
        String id = "t%07d".formatted(number);
        TenantBuilder tenant = switch (number % VENDORS) {
            case 0 -> plecto(TenantBuilder.plecto(id));
            case 1 -> activtrak(TenantBuilder.activtrak(id));
            case 2 -> learning(TenantBuilder.learning(id));
            default -> pensero(TenantBuilder.pensero(id));
        };
        for (int i = 0; i < accounts; i++) {
            tenant.with(account(i));
        }
        return tenant.facts();
    }

    private boolean oneIn(int number) {
        return random.nextInt(number) == 0;
    }

    /** Seven in ten have licences left, one has just as many as it uses, two are over. */
    private int licences(int used) {
        int kind = random.nextInt(10);
        if (kind < 7) {
            return used + 1 + random.nextInt(4);
        }
        return kind == 7 ? used : Math.max(1, used - 1 - random.nextInt(3));
    }

    private SubscriptionBuilder bought(String plan, int used) {
        SubscriptionBuilder subscription = SubscriptionBuilder.to(plan, licences(used))
                .from("2026-03-01", oneIn(20) ? "2027-03-01" : "2027-02-28")
                .term(oneIn(20) ? Term.TRIAL : Term.PAID);
        return oneIn(5) ? subscription.discount("10") : subscription;
    }

    private TenantBuilder plecto(TenantBuilder tenant) {
        boolean integrated = oneIn(8);
        if (integrated) {
            tenant.with(AccountBuilder.person("gitlab")
                    .named("GitLab")
                    .kind(AccountKind.INTEGRATION)
                    .registeredOn("2026-11-18"));
        }
        return tenant.with(bought("Medium", integrated ? accounts + 1 : accounts));
    }

    private TenantBuilder activtrak(TenantBuilder tenant) {
        if (oneIn(20)) {
            return tenant.signedUpOn(oneIn(2) ? "2026-11-15" : "2026-05-01");
        }
        SubscriptionBuilder subscription = bought(oneIn(2) ? "Essentials" : "Professional", accounts);
        tenant.with(oneIn(4) ? subscription.support("Premier") : subscription);
        if (oneIn(4)) {
            tenant.addOn("Data History", licences(accounts));
        }
        if (oneIn(3)) {
            tenant.storedHistoryDays(100 + random.nextInt(300));
        }
        if (oneIn(2)) {
            tenant.earlierNight("2026-11-20", oneIn(2) ? "2026-11-10" : "2026-10-05");
        }
        return tenant;
    }

    private TenantBuilder learning(TenantBuilder tenant) {
        String plan = LEARNING_PLANS.get(random.nextInt(LEARNING_PLANS.size()));
        return tenant.with(bought(plan, plan.equals("MAUC") ? accounts * MONTHS.size() : accounts));
    }

    private TenantBuilder pensero(TenantBuilder tenant) {
        return tenant.with(bought("Growth", accounts)).earlierNight("2026-11-20", null);
    }

    /** Everybody is there on the 18th, the peak day, and on another day of each month. */
    private AccountBuilder account(int number) {
        AccountBuilder account = AccountBuilder.person("u%06d".formatted(number))
                .named("Employee number " + number)
                .addedOn("2026-01-05")
                .withHistory();
        for (String month : MONTHS) {
            account.loggedInOn(month + "-18")
                    .registeredOn(month + "-18", month + "-%02d".formatted(1 + random.nextInt(17)));
        }
        return account;
    }
}
