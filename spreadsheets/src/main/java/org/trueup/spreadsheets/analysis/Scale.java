package org.trueup.spreadsheets.analysis;

import java.util.Collection;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An axis of whole numbers (days are numbers too), cut where some row begins or ends, so that all numbers of one place
 * are taken by the same rows. A scale may have one more place at its end, for what has no such number.
 */
public final class Scale {
    private final long[] starts;
    private final long most;
    private final boolean mayBeMissing;

    private Scale(long[] starts, long most, boolean mayBeMissing) {
        this.starts = starts;
        this.most = most;
        this.mayBeMissing = mayBeMissing;
    }

    /**
     * A scale from one number to another.
     *
     * @param cuts the first numbers of places; those beyond the ends are passed over
     */
    public static Scale of(long least, long most, Collection<Long> cuts) {
        return scale(least, most, cuts, false);
    }

    /** The same with a place for what has no number; a condition that asks for a number never takes it. */
    public static Scale orMissing(long least, long most, Collection<Long> cuts) {
        return scale(least, most, cuts, true);
    }

    private static Scale scale(long least, long most, Collection<Long> cuts, boolean mayBeMissing) {
        TreeSet<Long> starts = new TreeSet<>(cuts);
        starts.add(least);
        return new Scale(
                starts.subSet(least, true, most, true).stream()
                        .mapToLong(Long::longValue)
                        .toArray(),
                most,
                mayBeMissing);
    }

    public Span all() {
        return new Span(0, mayBeMissing ? starts.length : starts.length - 1);
    }

    /** All places with numbers. */
    public Span numbers() {
        return new Span(0, starts.length - 1);
    }

    /** What two bounds take, both included; without any, the missing number too. */
    public Span between(@Nullable Long atLeast, @Nullable Long atMost) {
        if (atLeast == null && atMost == null) {
            return all();
        }
        long from = atLeast == null ? starts[0] : Math.max(atLeast, starts[0]);
        long until = atMost == null ? most : Math.min(atMost, most);
        return from > until ? Span.EMPTY : new Span(place(from), place(until));
    }

    /** The place of a number, which must be on the scale. */
    public int place(long number) {
        int low = 0;
        int high = starts.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= number) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    public boolean isMissing(int place) {
        return place == starts.length;
    }

    /** The first number of a place. */
    public long first(int place) {
        return starts[place];
    }

    /** The last number of a place. */
    public long last(int place) {
        return place == starts.length - 1 ? most : starts[place + 1] - 1;
    }
}
