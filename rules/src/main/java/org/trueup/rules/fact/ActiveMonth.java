package org.trueup.rules.fact;

import java.time.LocalDate;

/** The days of one month on which an account was active in one way. */
public record ActiveMonth(Month month, ActivityKind kind, DaySet days) {

    /** The days of this month that lie between two days, both counted in. */
    public DaySet within(LocalDate from, LocalDate to) {
        if (month.firstDay().isAfter(to) || month.lastDay().isBefore(from)) {
            return DaySet.EMPTY;
        }
        int first = month.firstDay().isBefore(from) ? from.getDayOfMonth() : 1;
        int last = month.lastDay().isAfter(to) ? to.getDayOfMonth() : 31;
        return days.within(first, last);
    }

    public boolean anyWithin(LocalDate from, LocalDate to) {
        return !within(from, to).isEmpty();
    }
}
