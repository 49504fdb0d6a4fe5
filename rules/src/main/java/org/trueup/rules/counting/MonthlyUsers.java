package org.trueup.rules.counting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.trueup.rules.fact.Account;
import org.trueup.rules.fact.ActiveMonth;
import org.trueup.rules.fact.DaySet;
import org.trueup.rules.fact.Month;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.outcome.Licences;
import org.trueup.rules.outcome.MonthUse;

/** Distinct users who logged in in the as-of month, cut to the plan (L3, L4); nothing carries over. */
record MonthlyUsers(LoginMonths loginMonths) implements Counter {

    MonthlyUsers(AccountCounting accounts) {
        this(new LoginMonths(accounts, Metric.MONTHLY_USERS));
    }

    @Override
    public Usage usage(TenantFacts facts, Subscription subscription, LocalDate asOf) {
        PlanDays plan = PlanDays.of(subscription, asOf);
        Month month = new Month(plan.lastMonth());
        LookedAt lookedAt = new LookedAt(facts.accounts().size());
        for (Account account : facts.accounts()) {
            Active logins = plan.logins(account);
            DaySet days = loginsIn(account, month, plan);
            if (days.isEmpty()) {
                String reason = logins.firstOn() == null ? LoginMonths.NO_LOGIN : "no login in " + month + " yet";
                lookedAt.idle(account, plan.last(), reason, logins);
            } else {
                Counted counted = loginMonths.counted(account, loginMonths.exemption(account), plan, month);
                String reason = "logged in on " + month.day(days.first()) + " ("
                        + counted.decision().because() + ")";
                lookedAt.decided(account, counted, counted.decision().licences(), reason, logins);
            }
        }
        return lookedAt.usage();
    }

    private static DaySet loginsIn(Account account, Month month, PlanDays plan) {
        for (ActiveMonth active : account.activity()) {
            if (active.month().equals(month)) {
                DaySet days = plan.loginsIn(active);
                if (!days.isEmpty()) {
                    return days;
                }
            }
        }
        return DaySet.EMPTY;
    }

    @Override
    public List<MonthUse> months(TenantFacts facts, Subscription subscription, Licences licensed, LocalDate asOf) {
        PlanDays plan = PlanDays.of(subscription, asOf);
        int[] users = loginMonths.byMonth(facts, plan);
        List<MonthUse> months = new ArrayList<>(users.length);
        for (int index = 0; index < users.length; index++) {
            months.add(MonthUse.notAddedUp(
                    subscription.id(), plan.month(index), Metric.MONTHLY_USERS, users[index], licensed));
        }
        return months;
    }
}
