package org.trueup.spreadsheets.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A span on each axis: what a row takes, or a part of it. Never changes. */
public final class Box {
    private final int[] low;
    private final int[] high;

    private Box(int[] low, int[] high) {
        this.low = low;
        this.high = high;
    }

    /** @param spans one for each axis, in the order of the axes */
    public static Box of(List<Span> spans) {
        return new Box(
                spans.stream().mapToInt(Span::low).toArray(),
                spans.stream().mapToInt(Span::high).toArray());
    }

    public int axes() {
        return low.length;
    }

    public int low(int axis) {
        return low[axis];
    }

    public int high(int axis) {
        return high[axis];
    }

    /** Whether some axis has an empty span: the box then holds nothing. */
    public boolean isEmpty() {
        for (int axis = 0; axis < low.length; axis++) {
            if (high[axis] < low[axis]) {
                return true;
            }
        }
        return false;
    }

    /** What both boxes hold, if there is anything. */
    public Optional<Box> meet(Box other) {
        if (!meets(other)) {
            return Optional.empty();
        }
        int[] lows = new int[low.length];
        int[] highs = new int[low.length];
        for (int axis = 0; axis < low.length; axis++) {
            lows[axis] = Math.max(low[axis], other.low[axis]);
            highs[axis] = Math.min(high[axis], other.high[axis]);
        }
        return Optional.of(new Box(lows, highs));
    }

    boolean meets(Box other) {
        for (int axis = 0; axis < low.length; axis++) {
            if (low[axis] > other.high[axis] || high[axis] < other.low[axis]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the other box lies within this one. */
    boolean holds(Box other) {
        for (int axis = 0; axis < low.length; axis++) {
            if (low[axis] > other.low[axis] || high[axis] < other.high[axis]) {
                return false;
            }
        }
        return true;
    }

    /** The same box with another span on one axis. */
    public Box with(int axis, int from, int until) {
        int[] lows = low.clone();
        int[] highs = high.clone();
        lows[axis] = from;
        highs[axis] = until;
        return new Box(lows, highs);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Box box && Arrays.equals(box.low, low) && Arrays.equals(box.high, high);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(low) + Arrays.hashCode(high);
    }

    @Override
    public String toString() {
        return Arrays.toString(low) + " to " + Arrays.toString(high);
    }
}
