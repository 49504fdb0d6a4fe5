package org.trueup.batch.range;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.step.StepExecution;
import org.trueup.batch.store.LostDatabase;

/** Says which range could not be done; the cause says why. */
public final class RangeFailed extends RuntimeException {
    private final int from;

    private RangeFailed(int from, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.from = from;
    }

    static RangeFailed of(StepExecution range) {
        List<Throwable> failures = range.getFailureExceptions();
        int from = RangeKey.of(range).from();
        return new RangeFailed(from, "The range from " + from + " failed", failures.isEmpty() ? null : failures.get(0));
    }

    static RangeFailed begunTooOften(RangeKey range, int times) {
        return new RangeFailed(
                range.from(),
                "The range from " + range.from() + " failed",
                new IllegalStateException(
                        "it was begun " + times + " times, and no program that did it came to its end"));
    }

    /** Whether a range failed neither because another program has it nor because the database went away. */
    static boolean isOwnFault(StepExecution range) {
        return range.getFailureExceptions().stream()
                .noneMatch(failure -> RangeLost.caused(failure) || LostDatabase.caused(failure));
    }

    /** Its first number. */
    public int from() {
        return from;
    }
}
