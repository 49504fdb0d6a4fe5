package org.trueup.batch.range;

import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * A range of a run.
 *
 * @param from its first number
 */
public record RangeKey(int run, int from) {
    /** Where the execution context of a range says which run it is of. */
    public static final String RUN = "run";

    /** Where it says its first number. */
    public static final String FROM = "from";

    /** Where it says who may write it. */
    static final String OWNER = "owner";

    static RangeKey of(StepExecution range) {
        ExecutionContext context = range.getExecutionContext();
        return new RangeKey(context.getInt(RUN), context.getInt(FROM));
    }
}
