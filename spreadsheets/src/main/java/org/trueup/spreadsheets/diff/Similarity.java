package org.trueup.spreadsheets.diff;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** How much two rows have in common. */
final class Similarity {
    private Similarity() {}

    /** From 0 to 1: the share of the cells, filled in either row, that say the same; a text counts by its words. */
    static double of(Line one, Line other) {
        double same = 0;
        int filled = 0;
        for (int column = 0; column < one.cells().size(); column++) {
            String a = one.cells().get(column).value();
            String b = other.cells().get(column).value();
            if (!a.isEmpty() || !b.isEmpty()) {
                filled++;
                same += a.equals(b) ? 1 : words(a, b);
            }
        }
        return filled == 0 ? 0 : same / filled;
    }

    /** Only sentences: two names of three words that share two are different things. */
    private static double words(String a, String b) {
        Set<String> one = new HashSet<>(Arrays.asList(a.split(" ")));
        Set<String> other = new HashSet<>(Arrays.asList(b.split(" ")));
        int all = one.size() + other.size();
        if (Math.min(one.size(), other.size()) < 5) {
            return 0;
        }
        one.retainAll(other);
        return 2.0 * one.size() / all;
    }
}
