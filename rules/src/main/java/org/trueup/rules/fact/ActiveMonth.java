package org.trueup.rules.fact;

import java.time.LocalDate;

/** The days of one month on which an account was active in one way. */
public record ActiveMonth(Month month, ActivityKind kind, DaySet days) {

    /** The days of this month that lie between two days, both counted in. */
    public DaySet within(LocalDate from, LocalDate to) {
        // by numbers of months: a night asks this about every month of every account
        int firstMonth = Month.number(from);
        int lastMonth = Month.number(to);
        if (month.number() < firstMonth || month.number() > lastMonth) {
            return DaySet.EMPTY;
        }
        int first = month.number() == firstMonth ? from.getDayOfMonth() : 1;
        int last = month.number() == lastMonth ? to.getDayOfMonth() : 31;
        return days.within(first, last);
    }

    public boolean anyWithin(LocalDate from, LocalDate to) {
        return !within(from, to).isEmpty();
    }
}
