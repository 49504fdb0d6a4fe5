package org.trueup.rules.cure;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Looks for the smallest number whose change cures, taking it that whatever cures goes on curing when there is more of it.
 *
 * @param none a number that does not cure: the one that holds now
 * @param change the change that a number makes; a hint, a likely number above {@code none}, spares most of the search
 */
record Smallest(TenantCase tenant, Target target, int none, IntFunction<Change> change) {

    /** What a search has come to. */
    enum Step {
        /** The engine has still to be asked. */
        ASKING,
        NO_NUMBER_CURES,
        FOUND
    }

    /**
     * How far it is.
     *
     * @param number the smallest that cures; only once found
     */
    record Progress(Step step, int number) {}

    /** Starts at the hints and the numbers before them, and knows no other that could cure. */
    Progress search(List<Integer> hints) {
        return search(hints, none);
    }

    /**
     * Starts at the hints and the numbers before them; tries the most there can be when none of them cures.
     *
     * @param most no more than {@code none} where nobody knows
     */
    Progress search(List<Integer> hints, int most) {
        int[] asked = hints.stream()
                .flatMapToInt(hint -> IntStream.of(hint - 1, hint))
                .filter(number -> number > none)
                .distinct()
                .sorted()
                .toArray();
        if (!knows(asked)) {
            return new Progress(Step.ASKING, 0);
        }
        OptionalInt first = IntStream.of(asked).filter(this::cures).findFirst();
        if (first.isPresent()) {
            int high = first.getAsInt();
            return between(below(asked, high), high);
        }
        if (most <= none) {
            return new Progress(Step.NO_NUMBER_CURES, 0);
        }
        if (!knows(most)) {
            return new Progress(Step.ASKING, 0);
        }
        return cures(most) ? between(below(asked, most), most) : new Progress(Step.NO_NUMBER_CURES, 0);
    }

    private boolean knows(int... numbers) {
        return tenant.knows(IntStream.of(numbers).mapToObj(change).toList());
    }

    /** The highest number asked about below a number that cures: it does not. */
    private int below(int[] asked, int number) {
        return IntStream.of(asked).filter(each -> each < number).max().orElse(none);
    }

    /** Halves what lies between a number that does not cure and one that does. */
    private Progress between(int notCuring, int curing) {
        int low = notCuring;
        int high = curing;
        while (high - low > 1) {
            int middle = low + (high - low) / 2;
            if (!knows(middle)) {
                return new Progress(Step.ASKING, 0);
            }
            if (cures(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return new Progress(Step.FOUND, high);
    }

    private boolean cures(int number) {
        return tenant.cures(change.apply(number), target);
    }
}
