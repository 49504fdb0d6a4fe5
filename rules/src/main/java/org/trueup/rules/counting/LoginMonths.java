package org.trueup.rules.counting;

import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Account;
import org.trueup.rules.fact.ActiveMonth;
import org.trueup.rules.fact.Month;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.metric.Metric;

/**
 * What accounts count in the months in which they logged in, once a month however often (L2, L3). The sheets are asked
 * about the account as it stood on the last day of the month that is looked at, so that what was used stays used.
 */
record LoginMonths(AccountCounting accounts, Metric metric) {
    static final String NO_LOGIN = "no login in the plan yet";

    /** What an exemption row says of an account, which is the same in every month and the dearer to look up. */
    @Nullable
    CountingDecision exemption(Account account) {
        return accounts.exemption(account);
    }

    /** What an account counts in a month with a login. */
    Counted counted(Account account, @Nullable CountingDecision exemption, PlanDays plan, Month month) {
        return exemption != null
                ? new Counted(exemption, true)
                : new Counted(accounts.whoCounts(metric, account, plan.lastDayIn(month)), false);
    }

    /** What all accounts count in each month of the plan. */
    int[] byMonth(TenantFacts facts, PlanDays plan) {
        int[] sums = new int[plan.months()];
        for (Account account : facts.accounts()) {
            CountingDecision exemption = null;
            boolean known = false;
            for (ActiveMonth active : account.activity()) {
                if (!plan.loginsIn(active).isEmpty()) {
                    exemption = known ? exemption : exemption(account);
                    known = true;
                    sums[plan.indexOf(active.month())] += counted(account, exemption, plan, active.month())
                            .decision()
                            .licences();
                }
            }
        }
        return sums;
    }
}
