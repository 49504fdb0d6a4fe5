package org.trueup.rules;

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
import org.trueup.rules.fact.Term;
import org.trueup.rules.fact.Vendor;

/** Facts of one tenant for tests, with a subscription over the year 2026 unless told otherwise. */
public final class TenantBuilder {
    private final String id;
    private final String vendor;
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final List<AddOn> addOns = new ArrayList<>();
    private final List<Account> accounts = new ArrayList<>();
    private EarlierNight earlier = EarlierNight.NONE;
    private @Nullable LocalDate signedUpOn;
    private @Nullable Integer storedHistoryDays;
    private boolean nonprofit;

    private TenantBuilder(String vendor, String id) {
        this.vendor = vendor;
        this.id = id;
    }

    public static TenantBuilder plecto(String id) {
        return new TenantBuilder("plecto", id);
    }

    public static TenantBuilder pensero(String id) {
        return new TenantBuilder("pensero", id);
    }

    public static TenantBuilder learning(String id) {
        return new TenantBuilder("learning", id);
    }

    public static TenantBuilder activtrak(String id) {
        return new TenantBuilder("activtrak", id);
    }

    public static TenantBuilder tenantOf(String vendor, String id) {
        return new TenantBuilder(vendor, id);
    }

    /** A paid subscription over the year 2026. */
    public TenantBuilder subscribed(String plan, @Nullable Integer licenses) {
        return with(new SubscriptionBuilder(plan, licenses));
    }

    public TenantBuilder with(SubscriptionBuilder subscription) {
        subscriptions.add(subscription.build());
        return this;
    }

    public TenantBuilder with(AccountBuilder account) {
        accounts.add(account.build());
        return this;
    }

    /** Persons u001, u002… of whom each was active on each of these days. */
    public TenantBuilder active(int persons, String... days) {
        for (int i = 0; i < persons; i++) {
            String person = "u%03d".formatted(accounts.size() + 1);
            with(AccountBuilder.person(person).registeredOn(days));
        }
        return this;
    }

    /** Persons of whom each logged in on each of these days, ids going on from those there are. */
    public TenantBuilder loggedIn(int persons, String... days) {
        for (int i = 0; i < persons; i++) {
            String person = "u%03d".formatted(accounts.size() + 1);
            with(AccountBuilder.person(person).loggedInOn(days));
        }
        return this;
    }

    /** Persons who were added and did nothing. */
    public TenantBuilder added(int persons) {
        return active(persons);
    }

    /** A night on which a grace period, if a row gave one, had begun with the period over the limit. */
    public TenantBuilder earlierNight(String asOf, @Nullable String overSince) {
        return earlierNight(asOf, overSince, null);
    }

    public TenantBuilder earlierNight(String asOf, @Nullable String overSince, @Nullable String plan) {
        return earlierNight(asOf, overSince, plan, overSince);
    }

    public TenantBuilder earlierNight(
            String asOf, @Nullable String overSince, @Nullable String plan, @Nullable String graceSince) {
        earlier = new EarlierNight(
                LocalDate.parse(asOf),
                overSince == null ? null : LocalDate.parse(overSince),
                plan,
                graceSince == null ? null : LocalDate.parse(graceSince));
        return this;
    }

    public TenantBuilder signedUpOn(String day) {
        signedUpOn = LocalDate.parse(day);
        return this;
    }

    public TenantBuilder nonprofit() {
        nonprofit = true;
        return this;
    }

    public TenantBuilder storedHistoryDays(int days) {
        storedHistoryDays = days;
        return this;
    }

    public TenantBuilder addOn(String name, int licenses) {
        return addOn(name, licenses, null, null);
    }

    public TenantBuilder addOn(String name, int licenses, @Nullable String first, @Nullable String last) {
        addOns.add(new AddOn(
                name,
                licenses,
                first == null ? null : LocalDate.parse(first),
                last == null ? null : LocalDate.parse(last),
                null));
        return this;
    }

    /** Persons with stored history, each an identity of its own. */
    public TenantBuilder withHistory(int persons) {
        for (int i = 0; i < persons; i++) {
            with(AccountBuilder.person("u%03d".formatted(accounts.size() + 1)).withHistory());
        }
        return this;
    }

    public TenantBuilder feedSaysOverSince(String day) {
        earlier = EarlierNight.asFeedSays(LocalDate.parse(day));
        return this;
    }

    public TenantFacts facts() {
        Tenant tenant = new Tenant(
                new TenantId(id),
                "Tenant " + id,
                new Vendor(vendor),
                "Ada Lind",
                "ada@example.org",
                signedUpOn,
                nonprofit,
                storedHistoryDays);
        return new TenantFacts(tenant, List.copyOf(subscriptions), List.copyOf(addOns), List.copyOf(accounts), earlier);
    }

    /** One subscription. */
    public static final class SubscriptionBuilder {
        private final String plan;
        private final @Nullable Integer licenses;
        private String id = "s1";
        private LocalDate startsOn = LocalDate.parse("2026-01-01");
        private LocalDate endsOn = LocalDate.parse("2026-12-31");
        private Term term = Term.PAID;
        private BigDecimal discount = BigDecimal.ZERO;
        private @Nullable BigDecimal price;
        private @Nullable String supportPlan;

        private SubscriptionBuilder(String plan, @Nullable Integer licenses) {
            this.plan = plan;
            this.licenses = licenses;
        }

        public static SubscriptionBuilder to(String plan, @Nullable Integer licenses) {
            return new SubscriptionBuilder(plan, licenses);
        }

        public SubscriptionBuilder id(String value) {
            id = value;
            return this;
        }

        public SubscriptionBuilder from(String first, String last) {
            startsOn = LocalDate.parse(first);
            endsOn = LocalDate.parse(last);
            return this;
        }

        public SubscriptionBuilder term(Term value) {
            term = value;
            return this;
        }

        public SubscriptionBuilder discount(String percent) {
            discount = new BigDecimal(percent);
            return this;
        }

        public SubscriptionBuilder support(String value) {
            supportPlan = value;
            return this;
        }

        public SubscriptionBuilder price(String amount) {
            price = new BigDecimal(amount);
            return this;
        }

        private Subscription build() {
            return new Subscription(id, plan, licenses, startsOn, endsOn, term, discount, price, supportPlan);
        }
    }
}
