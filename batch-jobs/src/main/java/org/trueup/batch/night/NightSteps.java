package org.trueup.batch.night;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

/** How long the steps of a night took. */
final class NightSteps {
    private NightSteps() {}

    /** Seconds of the phases before the night and of its steps that have ended, in their order. */
    static Map<String, Double> seconds(JobExecution night, Map<String, Double> before) {
        Map<String, Double> seconds = new LinkedHashMap<>(before);
        for (StepExecution step : night.getStepExecutions()) {
            LocalDateTime began = step.getStartTime();
            LocalDateTime ended = step.getEndTime();
            if (!isPartition(step) && began != null && ended != null) {
                seconds.put(step.getStepName(), Duration.between(began, ended).toMillis() / 1_000.0);
            }
        }
        return seconds;
    }

    /** Partitions are named after their step, a colon and their range. */
    static boolean isPartition(StepExecution step) {
        return step.getStepName().indexOf(':') >= 0;
    }
}
