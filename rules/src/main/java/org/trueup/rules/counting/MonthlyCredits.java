package org.trueup.rules.counting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.trueup.rules.fact.Account;
import org.trueup.rules.fact.ActiveMonth;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.outcome.Licences;
import org.trueup.rules.outcome.MonthUse;

/**
 * One credit for each user and month with a login, from the pool of the plan (L2); an account that counts n licences uses
 * n credits a month.
 */
record MonthlyCredits(LoginMonths loginMonths) implements Counter {

    MonthlyCredits(AccountCounting accounts) {
        this(new LoginMonths(accounts, Metric.MONTHLY_CREDITS));
    }

    @Override
    public Usage usage(TenantFacts facts, Subscription subscription, LocalDate asOf) {
        PlanDays plan = PlanDays.of(subscription, asOf);
        LookedAt lookedAt = new LookedAt(facts.accounts().size());
        for (Account account : facts.accounts()) {
            Active logins = plan.logins(account);
            if (logins.firstOn() == null) {
                lookedAt.idle(account, plan.last(), LoginMonths.NO_LOGIN, logins);
            } else {
                note(account, plan, logins, lookedAt);
            }
        }
        return lookedAt.usage();
    }

    /** Adds up the account's months; the latest one with a login gives the reason. */
    private void note(Account account, PlanDays plan, Active logins, LookedAt lookedAt) {
        CountingDecision exemption = loginMonths.exemption(account);
        Counted latest = null;
        int latestMonth = -1;
        int credits = 0;
        for (ActiveMonth active : account.activity()) {
            if (!plan.loginsIn(active).isEmpty()) {
                Counted counted = loginMonths.counted(account, exemption, plan, active.month());
                credits += counted.decision().licences();
                lookedAt.alsoDecidedBy(counted);
                if (latest == null || active.month().number() > latestMonth) {
                    latest = counted;
                    latestMonth = active.month().number();
                }
            }
        }
        if (latest != null) {
            String reason = count(credits, "credit") + " for logins in " + count(logins.months(), "month") + " ("
                    + latest.decision().because() + ")";
            lookedAt.decided(account, latest, credits, reason, logins);
        }
    }

    private static String count(int number, String noun) {
        return number == 1 ? "1 " + noun : number + " " + noun + "s";
    }

    @Override
    public List<MonthUse> months(TenantFacts facts, Subscription subscription, Licences licensed, LocalDate asOf) {
        PlanDays plan = PlanDays.of(subscription, asOf);
        int[] consumed = loginMonths.byMonth(facts, plan);
        List<MonthUse> months = new ArrayList<>(consumed.length);
        int soFar = 0;
        for (int index = 0; index < consumed.length; index++) {
            soFar += consumed[index];
            months.add(MonthUse.fromPool(
                    subscription.id(), plan.month(index), Metric.MONTHLY_CREDITS, consumed[index], soFar, licensed));
        }
        return months;
    }
}
