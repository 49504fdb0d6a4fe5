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

/** Users who were added, whether they ever logged in or not, until they are removed or deactivated (N2). */
record AddedUsers(AccountCounting accounts) implements Counter {

    @Override
    public Usage usage(TenantFacts facts, Subscription subscription, LocalDate asOf) {
        LookedAt lookedAt = new LookedAt(facts.accounts().size());
        for (Account account : facts.accounts()) {
            Counted counted = counted(account, asOf);
            CountingDecision decision = counted.decision();
            Active active = Active.of(account, null, subscription.startsOn(), asOf);
            lookedAt.decided(account, counted, decision.licences(), decision.because(), active);
        }
        return lookedAt.usage();
    }

    /** An exemption holds for an account that is there; one that is gone is for Who counts to judge. */
    private Counted counted(Account account, LocalDate day) {
        if (!account.addedBy(day)) {
            return new Counted(new CountingDecision(0, "is added on " + account.addedOn(), null), false);
        }
        if (account.removedBy(day) || account.deactivatedBy(day)) {
            return new Counted(accounts.whoCounts(Metric.ADDED_USERS, account, day), false);
        }
        return Counted.of(accounts, Metric.ADDED_USERS, account, day);
    }

    /** What an account counts on a day, and why. */
    CountingDecision decision(Account account, LocalDate day) {
        return counted(account, day).decision();
    }

    /** Only the as-of month is known: a user who left since is not seen in the months before. */
    @Override
    public List<MonthUse> months(TenantFacts facts, Subscription subscription, Licences licensed, LocalDate asOf) {
        LocalDate day = asOf.isBefore(subscription.endsOn()) ? asOf : subscription.endsOn();
        if (!Month.of(day).equals(Month.of(asOf))) {
            return List.of();
        }
        int used = 0;
        for (Account account : facts.accounts()) {
            used += decision(account, day).licences();
        }
        return List.of(MonthUse.notAddedUp(subscription.id(), Month.of(asOf), Metric.ADDED_USERS, used, licensed));
    }
}
