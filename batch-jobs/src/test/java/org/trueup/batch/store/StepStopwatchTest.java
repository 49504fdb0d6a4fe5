package org.trueup.batch.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.step.StepExecution;

class StepStopwatchTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final StepStopwatch stopwatch = new StepStopwatch(nanos::get);

    private static StepExecution step(long id) {
        return new StepExecution(id, "reports", new JobExecution(1, new JobInstance(1, "night"), new JobParameters()));
    }

    @Test
    void aStepInWhichTheClockWasMovedBackTakesAsLongAsItTakes() {
        StepExecution step = step(1);
        step.setStartTime(LocalDateTime.parse("2026-10-25T02:59:58"));
        stopwatch.beforeStep(step);
        nanos.addAndGet(Duration.ofMillis(4_200).toNanos());
        step.setEndTime(LocalDateTime.parse("2026-10-25T02:00:02"));
        stopwatch.afterStep(step);
        assertThat(StepStopwatch.taken(step)).hasValue(Duration.ofMillis(4_200));
    }

    @Test
    void stepsSideBySideAreMeasuredEachForItself() {
        StepExecution one = step(1);
        StepExecution other = step(2);
        stopwatch.beforeStep(one);
        nanos.addAndGet(Duration.ofMillis(10).toNanos());
        stopwatch.beforeStep(other);
        nanos.addAndGet(Duration.ofMillis(5).toNanos());
        stopwatch.afterStep(one);
        stopwatch.afterStep(other);
        assertThat(StepStopwatch.taken(one)).hasValue(Duration.ofMillis(15));
        assertThat(StepStopwatch.taken(other)).hasValue(Duration.ofMillis(5));
    }

    @Test
    void aStepThatHasNotEndedTookNothingYet() {
        StepExecution step = step(1);
        stopwatch.beforeStep(step);
        assertThat(StepStopwatch.taken(step)).isEmpty();
    }
}
