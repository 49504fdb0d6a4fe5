package org.trueup.rules.outcome;

import org.jspecify.annotations.Nullable;

/**
 * How many licences a tenant holds.
 *
 * @param count at least 0; none means unlimited
 */
public record Licences(@Nullable Integer count) {
    public static final Licences UNLIMITED = new Licences(null);

    public Licences {
        if (count != null && count < 0) {
            throw new IllegalArgumentException("licences are at least 0");
        }
    }

    public static Licences of(int count) {
        return new Licences(count);
    }

    public boolean unlimited() {
        return count == null;
    }

    /** How many of the used licences are not covered, at least 0. */
    public int shortOf(int used) {
        return count == null ? 0 : Math.max(0, used - count);
    }

    /** How many licences are left, at least 0; none when unlimited. */
    public @Nullable Integer leftOf(int used) {
        return count == null ? null : Math.max(0, count - used);
    }

    @Override
    public String toString() {
        return count == null ? "unlimited" : count.toString();
    }
}
