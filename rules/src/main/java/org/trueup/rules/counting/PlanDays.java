package org.trueup.rules.counting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Account;
import org.trueup.rules.fact.ActiveMonth;
import org.trueup.rules.fact.ActivityKind;
import org.trueup.rules.fact.DaySet;
import org.trueup.rules.fact.Month;
import org.trueup.rules.fact.Subscription;

/**
 * The days of a plan that are looked at, and the logins on them: from its first day to the as-of date, never past its last
 * day (L4). Works on numbers of months, since a night asks it about every month of every user.
 *
 * @param firstMonth number of the month of the first day
 * @param lastMonth number of the month of the last day
 */
record PlanDays(LocalDate first, LocalDate last, int firstMonth, int lastMonth) {

    static PlanDays of(Subscription plan, LocalDate asOf) {
        LocalDate last = asOf.isBefore(plan.endsOn()) ? asOf : plan.endsOn();
        return new PlanDays(
                plan.startsOn(),
                last,
                Month.of(plan.startsOn()).number(),
                Month.of(last).number());
    }

    /** How many months these days lie in. */
    int months() {
        return lastMonth - firstMonth + 1;
    }

    /** A month of the plan, the first being 0. */
    Month month(int index) {
        return new Month(firstMonth + index);
    }

    /** The place of a month of the plan, the first being 0. */
    int indexOf(Month month) {
        return month.number() - firstMonth;
    }

    /** The last of these days in a month of the plan. */
    LocalDate lastDayIn(Month month) {
        return month.number() == lastMonth ? last : month.lastDay();
    }

    /** The days of the plan on which there was a login in that month. */
    DaySet loginsIn(ActiveMonth active) {
        int month = active.month().number();
        if (active.kind() != ActivityKind.LOGIN || month < firstMonth || month > lastMonth) {
            return DaySet.EMPTY;
        }
        int from = month == firstMonth ? first.getDayOfMonth() : 1;
        int to = month == lastMonth ? last.getDayOfMonth() : 31;
        return active.days().within(from, to);
    }

    /** When an account logged in within the plan. */
    Active logins(Account account) {
        ActiveMonth earliest = null;
        int count = 0;
        for (ActiveMonth active : account.activity()) {
            if (!loginsIn(active).isEmpty()) {
                count++;
                earliest = earlier(earliest, active);
            }
        }
        return earliest == null
                ? Active.NEVER
                : new Active(earliest.month().day(loginsIn(earliest).first()), count);
    }

    /** The place of the month of an account's first login within the plan; -1 when there was none. */
    int firstLoginMonth(Account account) {
        ActiveMonth earliest = null;
        for (ActiveMonth active : account.activity()) {
            if (!loginsIn(active).isEmpty()) {
                earliest = earlier(earliest, active);
            }
        }
        return earliest == null ? -1 : indexOf(earliest.month());
    }

    private static ActiveMonth earlier(@Nullable ActiveMonth one, ActiveMonth other) {
        return one == null || other.month().number() < one.month().number() ? other : one;
    }
}
