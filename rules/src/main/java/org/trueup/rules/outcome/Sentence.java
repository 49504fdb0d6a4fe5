package org.trueup.rules.outcome;

import org.jspecify.annotations.Nullable;

/**
 * Fills sentences as {@link String#format} would, for whole numbers and texts alone: a night says millions of them, and the
 * general way costs more than the rule that finds what is said.
 */
final class Sentence {
    private Sentence() {}

    /** Puts the values in the places of {@code %s} and {@code %d}, in their order; {@code %%} is a percent sign. */
    static String of(String pattern, @Nullable Object... values) {
        StringBuilder sentence = new StringBuilder(pattern.length() + 16 * values.length);
        int next = 0;
        int from = 0;
        for (int at = pattern.indexOf('%'); at >= 0; at = pattern.indexOf('%', from)) {
            sentence.append(pattern, from, at);
            char kind = at + 1 < pattern.length() ? pattern.charAt(at + 1) : ' ';
            switch (kind) {
                case '%' -> sentence.append('%');
                case 's', 'd' -> sentence.append(values[next++]);
                default -> throw new IllegalArgumentException("a sentence with %" + kind + ": " + pattern);
            }
            from = at + 2;
        }
        if (next != values.length) {
            throw new IllegalArgumentException(values.length + " values for " + next + " places: " + pattern);
        }
        return sentence.append(pattern, from, pattern.length()).toString();
    }
}
