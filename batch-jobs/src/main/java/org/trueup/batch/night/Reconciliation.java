package org.trueup.batch.night;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.trueup.batch.night.Counted.Place;

/**
 * Adds a run up: every line of its feed was taken or rejected, every tenant of the store was read, decided or given a reason, written
 * and stored. What the files hold is added and compared when they are written.
 */
record Reconciliation(NightRuns runs, NightExecutions executions, RunCounts counts) implements Tasklet {

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        NightParameters night = NightParameters.of(context);
        Reckoning reckoning = new Reckoning()
                .put(Counted.TENANTS, Place.IN_THE_STORE, runs.tenants(night.vendor()))
                .put(Counted.TENANTS, Place.READ, executions.tenantsRead(night.run()));
        WrittenRows.addTo(reckoning, executions.latestOfEachRange(night.run()));
        counts.addFeed(night.run(), reckoning);
        counts.addResults(night.run(), reckoning);
        reckoning.require();
        counts.keep(night.run(), reckoning);
        runs.keep(night.run(), reckoning.tenants());
        return RepeatStatus.FINISHED;
    }
}
