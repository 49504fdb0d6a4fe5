package org.trueup.rules.fact;

/**
 * Days of one month as a set of 31 bits, bit 0 being the 1st.
 *
 * @param bits at least 0
 */
public record DaySet(int bits) {
    public static final DaySet EMPTY = new DaySet(0);

    public DaySet {
        if (bits < 0) {
            throw new IllegalArgumentException("a month has at most 31 days");
        }
    }

    /** The set of these days of the month, each 1 to 31. */
    public static DaySet of(int... daysOfMonth) {
        int bits = 0;
        for (int day : daysOfMonth) {
            bits |= bit(day);
        }
        return new DaySet(bits);
    }

    /** The bit that stands for a day of the month, 1 to 31. */
    public static int bit(int dayOfMonth) {
        if (dayOfMonth < 1 || dayOfMonth > 31) {
            throw new IllegalArgumentException("day " + dayOfMonth + " is in no month");
        }
        return 1 << (dayOfMonth - 1);
    }

    public boolean contains(int dayOfMonth) {
        return (bits & bit(dayOfMonth)) != 0;
    }

    public boolean isEmpty() {
        return bits == 0;
    }

    /** The days from one day of the month to another, both counted in. */
    public DaySet within(int firstDay, int lastDay) {
        int upTo = lastDay >= 31 ? Integer.MAX_VALUE : (1 << lastDay) - 1;
        int before = (1 << (firstDay - 1)) - 1;
        int left = bits & upTo & ~before;
        return left == bits ? this : left == 0 ? EMPTY : new DaySet(left);
    }

    /** The earliest day of the month, 1 to 31; 0 when the set is empty. */
    public int first() {
        return bits == 0 ? 0 : Integer.numberOfTrailingZeros(bits) + 1;
    }
}
