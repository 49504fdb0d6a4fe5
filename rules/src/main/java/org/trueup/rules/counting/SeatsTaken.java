package org.trueup.rules.counting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.trueup.rules.fact.Account;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.outcome.CountedUser;
import org.trueup.rules.outcome.Licences;
import org.trueup.rules.outcome.MonthUse;

/**
 * Users who logged in within the plan and were not deactivated since (L1): the first login takes the seat, which is kept
 * for the plan's duration. Whether an account still holds it is asked of the sheets for the last day looked at; for a past
 * subscription that is its own last day.
 */
record SeatsTaken(AccountCounting accounts) implements Counter {

    @Override
    public Usage usage(TenantFacts facts, Subscription subscription, LocalDate asOf) {
        PlanDays plan = PlanDays.of(subscription, asOf);
        LookedAt lookedAt = new LookedAt(facts.accounts().size());
        for (Account account : facts.accounts()) {
            Active logins = plan.logins(account);
            LocalDate first = logins.firstOn();
            if (first == null) {
                lookedAt.idle(account, plan.last(), LoginMonths.NO_LOGIN, logins);
            } else {
                Counted counted = counted(account, plan.last());
                int seats = counted.decision().licences();
                lookedAt.decided(account, counted, seats, reason(account, counted, first, plan.last()), logins);
            }
        }
        return lookedAt.usage();
    }

    /** An exemption holds for an account that is there; one that is gone is for Who counts to judge. */
    private Counted counted(Account account, LocalDate day) {
        return account.removedBy(day) || account.deactivatedBy(day)
                ? new Counted(accounts.whoCounts(Metric.SEATS_TAKEN, account, day), false)
                : Counted.of(accounts, Metric.SEATS_TAKEN, account, day);
    }

    private static String reason(Account account, Counted counted, LocalDate firstLogin, LocalDate day) {
        CountingDecision decision = counted.decision();
        int seats = decision.licences();
        String what;
        if (seats > 0) {
            what = "first login " + firstLogin + " took " + (seats == 1 ? "a seat" : seats + " seats");
        } else if (account.deactivatedOn() != null && account.deactivatedBy(day)) {
            boolean heldOne = !account.deactivatedOn().isBefore(firstLogin);
            what = (heldOne ? CountedUser.SEAT_FREED : "no seat") + ": deactivated on " + account.deactivatedOn();
        } else {
            what = "first login " + firstLogin + " took no seat";
        }
        return what + " (" + decision.because() + ")";
    }

    @Override
    public List<MonthUse> months(TenantFacts facts, Subscription subscription, Licences licensed, LocalDate asOf) {
        PlanDays plan = PlanDays.of(subscription, asOf);
        int[] taken = new int[plan.months()];
        for (Account account : facts.accounts()) {
            int index = plan.firstLoginMonth(account);
            if (index >= 0) {
                taken[index] += counted(account, plan.last()).decision().licences();
            }
        }
        List<MonthUse> months = new ArrayList<>(taken.length);
        int held = 0;
        for (int index = 0; index < taken.length; index++) {
            held += taken[index];
            months.add(MonthUse.held(
                    subscription.id(), plan.month(index), Metric.SEATS_TAKEN, taken[index], held, licensed));
        }
        return months;
    }
}
