package org.trueup.spreadsheets.analysis;

/** How much work is left. Tables can be made that nobody could search to the end; these are given up in time. */
final class Effort {
    private long left;

    /** @param steps one is a comparison of two boxes, some ten nanoseconds */
    Effort(long steps) {
        left = steps;
    }

    /** Takes some steps; false when there are none left. */
    boolean spend(long steps) {
        left -= steps;
        return left > 0;
    }

    boolean spent() {
        return left <= 0;
    }
}
