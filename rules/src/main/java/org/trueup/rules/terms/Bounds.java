package org.trueup.rules.terms;

import org.jspecify.annotations.Nullable;

/**
 * What a row asks of one number or date: both bounds are within, and an empty one asks for nothing.
 *
 * @param atLeast none means no lower bound
 * @param atMost none means no upper bound; not below {@code atLeast}
 */
public record Bounds<T extends Comparable<? super T>>(
        @Nullable T atLeast, @Nullable T atMost) {
    public Bounds {
        if (atLeast != null && atMost != null && atMost.compareTo(atLeast) < 0) {
            throw new IllegalArgumentException("nothing lies from " + atLeast + " to " + atMost);
        }
    }

    /** Asks for nothing. */
    public static <T extends Comparable<? super T>> Bounds<T> any() {
        return new Bounds<>(null, null);
    }

    public static <T extends Comparable<? super T>> Bounds<T> from(T atLeast) {
        return new Bounds<>(atLeast, null);
    }

    public static <T extends Comparable<? super T>> Bounds<T> upTo(T atMost) {
        return new Bounds<>(null, atMost);
    }

    /** Whether neither bound is filled. */
    public boolean open() {
        return atLeast == null && atMost == null;
    }

    /** Whether a value is within; what is not known or unlimited is within open bounds only. */
    public boolean contain(@Nullable T value) {
        return open()
                || (value != null
                        && (atLeast == null || value.compareTo(atLeast) >= 0)
                        && (atMost == null || value.compareTo(atMost) <= 0));
    }
}
