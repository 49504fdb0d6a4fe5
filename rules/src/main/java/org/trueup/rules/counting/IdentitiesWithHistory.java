package org.trueup.rules.counting;

import java.time.LocalDate;
import java.util.List;
import org.trueup.rules.fact.Account;
import org.trueup.rules.fact.Month;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.outcome.Licences;
import org.trueup.rules.outcome.MonthUse;

/**
 * Agent identities that hold data (A7, A8, A9): an identity counts what the most of its accounts counts, once. Its first
 * account by id stands for it.
 */
record IdentitiesWithHistory(AccountCounting accounts) implements Counter {

    @Override
    public Usage usage(TenantFacts facts, Subscription subscription, LocalDate asOf) {
        LookedAt lookedAt = new LookedAt(facts.accounts().size());
        for (List<Account> identity : Identities.of(facts.accounts())) {
            Account first = identity.get(0);
            if (identity.size() == 1) {
                Counted counted = counted(first, asOf);
                lookedAt.decided(
                        first,
                        counted,
                        counted.decision().licences(),
                        counted.decision().because(),
                        active(first, subscription, asOf));
            } else {
                note(identity, subscription, asOf, lookedAt);
            }
        }
        return lookedAt.usage();
    }

    private void note(List<Account> identity, Subscription subscription, LocalDate asOf, LookedAt lookedAt) {
        List<Counted> each =
                identity.stream().map(account -> counted(account, asOf)).toList();
        Counted most = each.get(0);
        for (Counted counted : each) {
            most = counted.decision().licences() > most.decision().licences() ? counted : most;
        }
        Account first = identity.get(0);
        for (int i = 0; i < identity.size(); i++) {
            Account account = identity.get(i);
            boolean standsForAll = i == 0;
            String reason = standsForAll
                    ? most.decision().because() + " (one identity of " + identity.size() + " accounts)"
                    : "the same identity as " + first.id() + " (" + first.name() + "), counted there";
            int licences = standsForAll ? most.decision().licences() : 0;
            Counted decided = standsForAll ? most : each.get(i);
            lookedAt.decided(account, decided, licences, reason, active(account, subscription, asOf));
        }
    }

    private Counted counted(Account account, LocalDate day) {
        return Counted.of(accounts, Metric.IDENTITIES_WITH_HISTORY, account, day);
    }

    private static Active active(Account account, Subscription subscription, LocalDate asOf) {
        return Active.of(account, null, subscription.startsOn(), asOf);
    }

    /** What an identity counts on a day. */
    int licences(List<Account> identity, LocalDate day) {
        int most = 0;
        for (Account account : identity) {
            most = Math.max(most, counted(account, day).decision().licences());
        }
        return most;
    }

    /** Only the as-of month is known: histories deleted since are not seen in the months before. */
    @Override
    public List<MonthUse> months(TenantFacts facts, Subscription subscription, Licences licensed, LocalDate asOf) {
        LocalDate day = asOf.isBefore(subscription.endsOn()) ? asOf : subscription.endsOn();
        if (!Month.of(day).equals(Month.of(asOf))) {
            return List.of();
        }
        int used = 0;
        for (List<Account> identity : Identities.of(facts.accounts())) {
            used += licences(identity, day);
        }
        return List.of(
                MonthUse.notAddedUp(subscription.id(), Month.of(asOf), Metric.IDENTITIES_WITH_HISTORY, used, licensed));
    }
}
