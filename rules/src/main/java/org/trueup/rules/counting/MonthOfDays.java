package org.trueup.rules.counting;

import org.trueup.rules.fact.DaySet;

/** What the accounts of one tenant count on each day of one month. */
final class MonthOfDays {
    private final long[] licences = new long[32];

    /** Adds an account that counts so many licences on each of its active days. */
    void add(DaySet days, int counted) {
        for (int bits = days.bits(); bits != 0; bits &= bits - 1) {
            licences[Integer.numberOfTrailingZeros(bits) + 1] += counted;
        }
    }

    /** The earliest day with the highest count, 1 to 31; 0 when nothing counts on any day. */
    int peakDay() {
        int peak = 0;
        for (int day = 1; day < licences.length; day++) {
            if (licences[day] > licences[peak]) {
                peak = day;
            }
        }
        return peak;
    }

    /** The highest count of a day, at least 0; what is beyond an int counts as the largest one. */
    int peak() {
        return (int) Math.min(Integer.MAX_VALUE, licences[peakDay()]);
    }
}
