package org.trueup.server.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.trueup.rules.fact.DaySet;
import org.trueup.rules.fact.Month;

/**
 * The time that a demo feed is laid in: the as-of month up to the as-of date, and the months before it. Everything is
 * counted back from the as-of date, so that a feed looks alike on every date, the first of a month too.
 */
final class Season {
    /** Months that a feed reaches back at most. */
    static final int MONTHS_BACK = 12;

    private final LocalDate asOf;
    private final int monthsWithDays;
    private final boolean everyDay;
    private final int[] days = new int[MONTHS_BACK + 1];
    private final int[] workdays = new int[MONTHS_BACK + 1];

    /** @param large a large feed tells few days of each account, or it would take minutes */
    Season(LocalDate asOf, boolean large) {
        this.asOf = asOf;
        this.everyDay = !large;
        this.monthsWithDays = large ? 2 : MONTHS_BACK;
        for (int back = 0; back <= MONTHS_BACK; back++) {
            LocalDate first = month(back).firstDay();
            LocalDate last = back == 0 ? asOf : month(back).lastDay();
            for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
                int bit = DaySet.bit(day.getDayOfMonth());
                days[back] |= bit;
                workdays[back] |= isWorkday(day) ? bit : 0;
            }
        }
    }

    LocalDate asOf() {
        return asOf;
    }

    /** Months, the as-of month counted in, whose activity the feed tells. */
    int monthsWithDays() {
        return monthsWithDays;
    }

    /** The as-of month, or one that many months before it. */
    Month month(int back) {
        return new Month(Month.of(asOf).number() - back);
    }

    /** All days of a month up to the as-of date. */
    int days(int back) {
        return days[back];
    }

    /** One day of a month on which a whole company is at work: a working day, unless the month has had none yet. */
    int busyDay(int back, SplittableRandom random) {
        int choice = workdays[back] != 0 ? workdays[back] : days[back];
        for (int skip = random.nextInt(Integer.bitCount(choice)); skip > 0; skip--) {
            choice &= choice - 1;
        }
        return Integer.lowestOneBit(choice);
    }

    /** Days on which somebody works: most working days and a few others; in older months and large feeds fewer. */
    int someDays(int back, SplittableRandom random) {
        int few = random.nextInt() & random.nextInt() & random.nextInt();
        boolean often = everyDay && back < 2;
        int worked = often ? workdays[back] & ~few : workdays[back] & few;
        return often ? worked | (days[back] & ~workdays[back] & random.nextInt() & few) : worked;
    }

    /** The day that lies this many days before the as-of date, but still in the as-of month. */
    LocalDate sameMonth(int daysBefore) {
        LocalDate day = asOf.minusDays(daysBefore);
        LocalDate first = month(0).firstDay();
        return day.isBefore(first) ? first : day;
    }

    private static boolean isWorkday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
