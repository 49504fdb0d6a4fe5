package org.trueup.batch.night;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.step.StepExecution;
import org.trueup.batch.store.StepStopwatch;

/** How long the steps of a night took. */
final class NightSteps {
    private NightSteps() {}

    /** Seconds of the phases before the night and of its steps that have ended, in their order; those of a step that was stopped add up. */
    static Map<String, Double> seconds(List<StepExecution> steps, Map<String, Double> before) {
        Map<String, Double> seconds = new LinkedHashMap<>(before);
        for (StepExecution step : steps) {
            if (!isPartition(step) && endedByItself(step)) {
                StepStopwatch.taken(step)
                        .ifPresent(taken -> seconds.merge(step.getStepName(), taken.toMillis() / 1_000.0, Double::sum));
            }
        }
        return seconds;
    }

    /** A killed program's steps are closed by the next one, perhaps days later. */
    private static boolean endedByItself(StepExecution step) {
        return step.getStatus() == BatchStatus.COMPLETED || step.getStatus() == BatchStatus.STOPPED;
    }

    /** Partitions are named after their step, a colon and their range. */
    static boolean isPartition(StepExecution step) {
        return step.getStepName().indexOf(':') >= 0;
    }
}
