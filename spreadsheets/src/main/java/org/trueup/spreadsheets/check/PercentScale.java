package org.trueup.spreadsheets.check;

import java.math.BigDecimal;
import java.util.Collection;
import org.trueup.spreadsheets.analysis.Scale;
import org.trueup.spreadsheets.analysis.Span;

/**
 * An axis of shares of the licences held, in percent. Shares are no whole numbers, and "at most 5 %" meets "at least 5 %"
 * in one point; so the axis counts the thousandths of a percent by even numbers, and all that lies between two of them
 * is the odd number between. Below 0 everything is −1.
 */
record PercentScale(Scale scale) {
    private static final long MOST = 1_000_000_000_000L;
    private static final int DECIMALS = 3;
    /** Thousandths of a percent in a whole. */
    private static final long PARTS = 100_000;

    /** @param bounds the first numbers of places */
    static PercentScale of(long least, Collection<Long> bounds) {
        return new PercentScale(Scale.of(least, MOST, bounds));
    }

    static PercentScale orMissing(long least, Collection<Long> bounds) {
        return new PercentScale(Scale.orMissing(least, MOST, bounds));
    }

    /** The place of a percentage of at most three decimals. */
    static long number(BigDecimal percent) {
        return 2 * percent.movePointRight(DECIMALS).longValueExact();
    }

    /**
     * Keeps the uses whose share lies from one place to another.
     *
     * @param ofLicences what is added to the share: 0 for used in percent, 1 for over in percent, since used is one whole
     *     and over
     */
    Uses keep(Uses uses, Span places, int ofLicences) {
        long low = scale.first(places.low());
        if (low >= 0) {
            // an odd number begins right after the thousandth before it
            uses.atLeast(Math.floorDiv(low, 2) + ofLicences * PARTS, Math.floorMod(low, 2), PARTS);
        }
        long high = scale.last(places.high());
        if (high < MOST) {
            // and ends right before the next one
            uses.atMost(Math.floorDiv(high + 1, 2) + ofLicences * PARTS, -Math.floorMod(high, 2), PARTS);
        }
        return uses;
    }
}
