package org.trueup.spreadsheets.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The pairs of whole numbers (used, licensed) between straight lines, for example "at least 1 over and less than 5 %
 * over". Finds one of them, or knows for certain that there is none. Licences over and percent over hang together through
 * the licences held, so the two can't be looked at one by one.
 */
final class Uses {
    /** As many licences as a subscription or a sheet can name. */
    static final long MOST = Integer.MAX_VALUE;
    /**
     * Percentages have at most three decimals, so two lines are at least 1/100,000 apart in slope, and the pattern of
     * whole numbers between two parallel ones comes again after 100,000 licences: what is not found in as many is not there.
     */
    private static final long FAR_ENOUGH = 300_000;
    /** Numbers that are easy to imagine are tried first. */
    private static final long[] EASY = {10, 100, 20, 5, 1, 50, 1000, 0};

    private static final int SMALL = 1_000;

    private final List<Line> lower = new ArrayList<>();
    private final List<Line> upper = new ArrayList<>();
    private final long leastLicensed;
    private final long mostLicensed;

    Uses(long leastLicensed, long mostLicensed) {
        this.leastLicensed = leastLicensed;
        this.mostLicensed = mostLicensed;
        lower.add(new Line(0, 0, 1));
        upper.add(new Line(0, MOST, 1));
    }

    /** Keeps {@code used × of ≥ share × licensed + plus}. */
    Uses atLeast(long share, long plus, long of) {
        lower.add(new Line(share, plus, of));
        return this;
    }

    /** Keeps {@code used × of ≤ share × licensed + plus}. */
    Uses atMost(long share, long plus, long of) {
        upper.add(new Line(share, plus, of));
        return this;
    }

    /** Whether all that was kept so far holds of one use. */
    boolean admit(Use use) {
        return use.licensed() >= leastLicensed
                && use.licensed() <= mostLicensed
                && lower.stream().allMatch(line -> use.used() >= line.ceiling(use.licensed()))
                && upper.stream().allMatch(line -> use.used() <= line.floor(use.licensed()));
    }

    Optional<Use> any() {
        long first = leastLicensed;
        long last = mostLicensed;
        for (Line low : lower) {
            for (Line high : upper) {
                // low ≤ high, as a bound on the licences
                long slope = low.share * high.of - high.share * low.of;
                long room = high.plus * low.of - low.plus * high.of;
                if (slope > 0) {
                    last = Math.min(last, Math.floorDiv(room, slope));
                } else if (slope < 0) {
                    first = Math.max(first, -Math.floorDiv(room, -slope));
                } else if (room < 0) {
                    return Optional.empty();
                }
            }
        }
        return first > last ? Optional.empty() : within(first, last);
    }

    /** Easy numbers, then where the lines are far apart, then one after the other. */
    private Optional<Use> within(long first, long last) {
        LongStream easy = LongStream.concat(LongStream.of(EASY), LongStream.range(first, first + SMALL));
        LongStream all = LongStream.rangeClosed(first, Math.min(last, first + FAR_ENOUGH));
        return LongStream.concat(easy, LongStream.concat(corners(), LongStream.concat(LongStream.of(last), all)))
                .filter(licensed -> licensed >= first && licensed <= last)
                .mapToObj(this::at)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Where two lines on the same side cross: there is the widest room between lower and upper ones. */
    private LongStream corners() {
        List<Long> corners = new ArrayList<>();
        for (List<Line> side : List.of(lower, upper)) {
            for (Line one : side) {
                for (Line other : side) {
                    long slope = one.share * other.of - other.share * one.of;
                    if (slope > 0) {
                        long crossing = Math.floorDiv(other.plus * one.of - one.plus * other.of, slope);
                        corners.add(crossing);
                        corners.add(crossing + 1);
                    }
                }
            }
        }
        return corners.stream().mapToLong(Long::longValue);
    }

    private Optional<Use> at(long licensed) {
        long least =
                lower.stream().mapToLong(line -> line.ceiling(licensed)).max().orElseThrow();
        long most = upper.stream().mapToLong(line -> line.floor(licensed)).min().orElseThrow();
        return least > most
                ? Optional.empty()
                : Optional.of(new Use(Math.max(least, Math.min(most, licensed - 2)), licensed));
    }

    /** @param of above 0 */
    private record Line(long share, long plus, long of) {

        long ceiling(long licensed) {
            return -Math.floorDiv(-(share * licensed + plus), of);
        }

        long floor(long licensed) {
            return Math.floorDiv(share * licensed + plus, of);
        }
    }
}
