package org.trueup.rules.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Access;
import org.trueup.rules.fact.Account;
import org.trueup.rules.fact.AccountKind;
import org.trueup.rules.fact.ActiveMonth;
import org.trueup.rules.fact.ActivityKind;
import org.trueup.rules.fact.DaySet;
import org.trueup.rules.fact.Month;
import org.trueup.rules.fact.TenantFacts;

/**
 * Users who are there from the as-of date on and do whatever a metric counts: they are tracked, log in, and send data. Which
 * of it counts is for the rules to say.
 *
 * @param busiest the day on which use was highest this month: that is the day on which one more makes a difference (P1)
 */
record NewUsers(int count, LocalDate asOf, LocalDate busiest) {

    static NewUsers of(int count, LocalDate asOf, @Nullable LocalDate peakDay) {
        return new NewUsers(count, asOf, peakDay == null ? asOf : peakDay);
    }

    TenantFacts addedTo(TenantFacts facts) {
        List<Account> accounts = new ArrayList<>(facts.accounts().size() + count);
        accounts.addAll(facts.accounts());
        List<ActiveMonth> activity = List.of(on(busiest, ActivityKind.REGISTRATION), on(asOf, ActivityKind.LOGIN));
        for (int number = 1; number <= count; number++) {
            accounts.add(user("new user " + number, activity));
        }
        return new TenantFacts(facts.tenant(), facts.subscriptions(), facts.addOns(), accounts, facts.earlier());
    }

    private static ActiveMonth on(LocalDate day, ActivityKind kind) {
        return new ActiveMonth(Month.of(day), kind, DaySet.of(day.getDayOfMonth()));
    }

    /** A name, a login and a device of its own, so that nothing joins the user to another. */
    private static Account user(String name, List<ActiveMonth> activity) {
        return new Account(
                name,
                name,
                AccountKind.PERSON,
                null,
                null,
                name,
                null,
                name,
                null,
                null,
                null,
                true,
                true,
                true,
                null,
                Access.FULL,
                null,
                null,
                activity);
    }
}
