package org.trueup.batch.store;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/**
 * Measures how long steps of jobs take, and keeps that in their execution contexts. What Spring Batch notes is the time on the
 * wall: a clock that is moved, or the end of summer time, would make a step take an hour less than nothing.
 */
public final class StepStopwatch implements StepExecutionListener {
    private static final String MILLIS = "millis";

    private final LongSupplier nanoTime;
    private final Map<Long, Long> begun = new ConcurrentHashMap<>();

    public StepStopwatch() {
        this(System::nanoTime);
    }

    StepStopwatch(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public void beforeStep(StepExecution step) {
        begun.put(step.getId(), nanoTime.getAsLong());
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        Long from = begun.remove(step.getId());
        if (from != null) {
            step.getExecutionContext().putLong(MILLIS, TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong() - from));
        }
        return null;
    }

    /** How long a step took that has ended in its program; none where it was not measured. */
    public static Optional<Duration> taken(StepExecution step) {
        return step.getExecutionContext().containsKey(MILLIS)
                ? Optional.of(Duration.ofMillis(step.getExecutionContext().getLong(MILLIS)))
                : Optional.empty();
    }
}
