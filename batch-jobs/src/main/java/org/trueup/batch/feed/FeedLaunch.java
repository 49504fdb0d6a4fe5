package org.trueup.batch.feed;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.trueup.batch.store.StepStopwatch;

/** Runs the feed job once and says how long its steps took, or throws what made a step fail. */
record FeedLaunch(Job job, JobOperator operator, JobRepository repository, FeedRuns runs) {

    /** Closes executions that a killed program left open; the caller holds the lock, so none of them lives. */
    void buryTheDead() {
        repository.findRunningJobExecutions(job.getName()).forEach(operator::recover);
    }

    Map<String, Duration> run(FeedRun run) {
        JobParameters parameters = new JobParametersBuilder()
                .addLong(FeedRuns.FEED, (long) run.feedId())
                .addString("folder", run.folder().path().toString(), false)
                .toJobParameters();
        runs.add(run);
        try {
            JobExecution execution = operator.start(job, parameters);
            if (execution.getStatus() != BatchStatus.COMPLETED) {
                throw failure(execution);
            }
            return steps(execution);
        } catch (JobExecutionException e) {
            throw new IllegalStateException("a new feed is a new instance of the job", e);
        } finally {
            runs.remove(run);
        }
    }

    private static RuntimeException failure(JobExecution execution) {
        AtomicReference<Throwable> first = new AtomicReference<>();
        execution.getAllFailureExceptions().forEach(each -> first.compareAndSet(null, each));
        Throwable cause = first.get();
        if (cause instanceof Error e) {
            throw e;
        }
        return cause instanceof RuntimeException e
                ? e
                : new IllegalStateException("the job ended as " + execution.getStatus(), cause);
    }

    private static Map<String, Duration> steps(JobExecution execution) {
        Map<String, Duration> steps = new LinkedHashMap<>();
        for (StepExecution step : execution.getStepExecutions()) {
            StepStopwatch.taken(step).ifPresent(taken -> steps.put(step.getStepName(), taken));
        }
        return steps;
    }
}
