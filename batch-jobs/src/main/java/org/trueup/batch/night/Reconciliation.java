package org.trueup.batch.night;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.trueup.batch.night.NightRuns.Counts;

/** Adds a run up: every tenant of the store was read, and was decided or has a reason why not. */
record Reconciliation(NightRuns runs, NightExecutions executions) implements Tasklet {

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        NightParameters night = NightParameters.of(context);
        long there = runs.tenants(night.vendor());
        Counts counts = runs.count(night.run(), executions.tenantsRead(night.run()));
        check(there, counts);
        runs.keep(night.run(), counts);
        return RepeatStatus.FINISHED;
    }

    static void check(long there, Counts counts) {
        if (counts.read() != there
                || counts.read() != counts.decided() + counts.notDecided()
                || counts.withoutReason() != 0) {
            throw new NightException(
                    "The night does not add up and changes nothing: the store holds %,d tenants, %,d were read, %,d decided"
                                    .formatted(there, counts.read(), counts.decided())
                            + " and %,d not decided, %,d of them without a reason; run it again."
                                    .formatted(counts.notDecided(), counts.withoutReason()));
        }
    }

    /** A night of everyone reports exactly the tenants that it read. */
    static void checkReported(NightParameters night, Counts counts, long reported) {
        if (night.everyone() && counts.read() != reported) {
            throw new NightException(
                    "The night does not add up and changes nothing: %,d tenants were read, the reports would hold %,d; run it again."
                            .formatted(counts.read(), reported));
        }
    }
}
