package org.trueup.rules.fact;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A UTC calendar month as one number, so that months of millions of accounts cost four bytes each.
 *
 * @param number {@code year * 12 + (month - 1)}; at least 0
 */
public record Month(int number) implements Comparable<Month> {
    /** Far beyond any date; a month of the last year of {@link LocalDate} has no number in an int. */
    private static final int LAST_YEAR = 100_000_000;

    public Month {
        if (number < 0) {
            throw new IllegalArgumentException("a month lies in year 0 or later");
        }
    }

    /** The month that a day lies in. */
    public static Month of(LocalDate day) {
        return numbered(number(day));
    }

    /** The month of a number; the same object for the same number where feeds may have activity. */
    public static Month numbered(int number) {
        int index = number - Known.FIRST;
        return index >= 0 && index < Known.MONTHS.length ? Known.MONTHS[index] : new Month(number);
    }

    /** The number of the month that a day lies in; below 0 before year 0, however long before. */
    public static int number(LocalDate day) {
        int year = Math.max(-1, Math.min(day.getYear(), LAST_YEAR));
        return year * 12 + day.getMonthValue() - 1;
    }

    /** The first day of the month. */
    public LocalDate firstDay() {
        return LocalDate.of(number / 12, number % 12 + 1, 1);
    }

    /** The last day of the month, 28 to 31. */
    public LocalDate lastDay() {
        LocalDate first = firstDay();
        return first.withDayOfMonth(first.lengthOfMonth());
    }

    public LocalDate day(int dayOfMonth) {
        return LocalDate.of(number / 12, number % 12 + 1, dayOfMonth);
    }

    public Month next() {
        return new Month(number + 1);
    }

    public Month previous() {
        return new Month(number - 1);
    }

    @Override
    public int compareTo(Month other) {
        return Integer.compare(number, other.number);
    }

    /** As in the output files: {@code 2026-11}. */
    @Override
    public String toString() {
        return YearMonth.of(number / 12, number % 12 + 1).toString();
    }

    /** Millions of rows of activity lie in some dozens of months. */
    private static final class Known {
        static final int FIRST = 1970 * 12;
        static final Month[] MONTHS = new Month[330 * 12];

        static {
            for (int i = 0; i < MONTHS.length; i++) {
                MONTHS[i] = new Month(FIRST + i);
            }
        }
    }
}
