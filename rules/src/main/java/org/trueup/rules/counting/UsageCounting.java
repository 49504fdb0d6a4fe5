package org.trueup.rules.counting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Account;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.fact.Utf8Order;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.outcome.MonthUse;
import org.trueup.rules.terms.PlanTerms;
import org.trueup.rules.terms.PolicyTerms;

/** Counts what tenants use, by the metric of their plan. Safe for use by many threads, unless it remembers. */
public final class UsageCounting {
    private static final Comparator<MonthUse> BY_MONTH =
            Comparator.comparing(MonthUse::month).thenComparing(MonthUse::subscriptionId, Utf8Order.UTF8);

    private final AccountCounting accounts;
    private final Counter peakDailyActive;
    private final AddedUsers addedUsers;
    private final IdentitiesWithHistory identities;
    private final SeatsTaken seatsTaken;
    private final MonthlyCredits monthlyCredits;
    private final MonthlyUsers monthlyUsers;
    private final @Nullable KnownUse known;

    public UsageCounting(AccountCounting accounts) {
        this(accounts, null);
    }

    private UsageCounting(AccountCounting accounts, @Nullable KnownUse known) {
        this.accounts = accounts;
        this.known = known;
        this.peakDailyActive = new PeakDailyActive(accounts);
        this.addedUsers = new AddedUsers(accounts);
        this.identities = new IdentitiesWithHistory(accounts);
        this.seatsTaken = new SeatsTaken(accounts);
        this.monthlyCredits = new MonthlyCredits(accounts);
        this.monthlyUsers = new MonthlyUsers(accounts);
    }

    /** The same counting, which counts no account again of which it is known what it counts. */
    public UsageCounting remembering(KnownUse use) {
        return new UsageCounting(accounts, use);
    }

    /** What a tenant uses on the as-of date under the subscription in force and its plan. */
    public Usage count(TenantFacts facts, Subscription subscription, PlanTerms plan, LocalDate asOf) {
        Counter counter = counter(plan.metric());
        return known == null
                ? counter.usage(facts, subscription, asOf)
                : known.usage(facts, subscription, asOf, counter);
    }

    /**
     * What a tenant used in each month of each subscription that has begun, past ones too (L6), by month. A subscription
     * to a plan that the policy does not know has no months: nobody can say what to count.
     */
    public List<MonthUse> months(TenantFacts facts, PolicyTerms policy, LocalDate asOf) {
        List<MonthUse> months = new ArrayList<>();
        for (Subscription subscription : facts.subscriptions()) {
            if (!subscription.startsOn().isAfter(asOf)) {
                policy.plan(subscription.plan())
                        .ifPresent(plan -> months.addAll(months(facts, subscription, plan, asOf)));
            }
        }
        months.sort(BY_MONTH);
        return months;
    }

    /** What a tenant used in each month of one subscription that has begun, by month. */
    public List<MonthUse> months(TenantFacts facts, Subscription subscription, PlanTerms plan, LocalDate asOf) {
        return counter(plan.metric()).months(facts, subscription, plan.licensedBy(subscription), asOf);
    }

    /** The accounts that held a seat until they were removed or deactivated within these days, both counted in (N5). */
    public List<ReleasedSeat> released(TenantFacts facts, LocalDate from, LocalDate to) {
        List<ReleasedSeat> released = new ArrayList<>();
        for (Account account : facts.accounts()) {
            LocalDate day = earlier(account.removedOn(), account.deactivatedOn());
            if (day != null && !day.isBefore(from) && !day.isAfter(to)) {
                CountingDecision now = addedUsers.decision(account, to);
                int seats = addedUsers.decision(account, day.minusDays(1)).licences() - now.licences();
                if (seats > 0) {
                    released.add(new ReleasedSeat(account, day, seats, now.cell()));
                }
            }
        }
        return released;
    }

    /** What a tenant could reclaim on a day, where identities are counted (A14). */
    public Reclaimable reclaimable(TenantFacts facts, LocalDate asOf) {
        Reclaiming reclaiming = new Reclaiming(identities);
        return known == null ? reclaiming.of(facts, asOf) : known.reclaimable(facts, asOf, reclaiming);
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private Counter counter(Metric metric) {
        return switch (metric) {
            case PEAK_DAILY_ACTIVE -> peakDailyActive;
            case ADDED_USERS -> addedUsers;
            case IDENTITIES_WITH_HISTORY -> identities;
            case SEATS_TAKEN -> seatsTaken;
            case MONTHLY_CREDITS -> monthlyCredits;
            case MONTHLY_USERS -> monthlyUsers;
        };
    }
}
