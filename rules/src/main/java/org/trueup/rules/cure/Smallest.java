package org.trueup.rules.cure;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Looks for the smallest number whose change cures, taking it that whatever cures goes on curing when there is more of it.
 *
 * @param none a number that does not cure: the one that holds now
 * @param change the change that a number makes; hints above {@code none}, the likeliest numbers, spare most of the search
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

    /** Starts at the hints and the numbers before them. */
    Progress search(List<Integer> hints) {
        int[] asked = hints.stream()
                .flatMapToInt(hint -> IntStream.of(hint - 1, hint))
                .filter(number -> number > none)
                .distinct()
                .sorted()
                .toArray();
        if (!tenant.knows(IntStream.of(asked).mapToObj(change).toList())) {
            return new Progress(Step.ASKING, 0);
        }
        OptionalInt first = IntStream.of(asked).filter(this::cures).findFirst();
        if (first.isEmpty()) {
            return new Progress(Step.NO_NUMBER_CURES, 0);
        }
        int high = first.getAsInt();
        return between(IntStream.of(asked).filter(number -> number < high).max().orElse(none), high);
    }

    /** Halves what lies between a number that does not cure and one that does. */
    private Progress between(int notCuring, int curing) {
        int low = notCuring;
        int high = curing;
        while (high - low > 1) {
            int middle = low + (high - low) / 2;
            if (!tenant.knows(change.apply(middle))) {
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
