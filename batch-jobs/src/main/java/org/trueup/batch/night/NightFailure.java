package org.trueup.batch.night;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;
import org.trueup.batch.range.RangeFailed;
import org.trueup.batch.store.FullDatabase;
import org.trueup.batch.store.LostDatabase;
import org.trueup.batch.store.StoreException;
import org.trueup.spreadsheets.report.ReportException;

/** Finds what made a night fail under what Spring Batch wraps around it. */
final class NightFailure {
    private NightFailure() {}

    /** The exception that speaks to people, or the root of the first failure in a sentence. */
    static RuntimeException of(JobExecution night) {
        List<Throwable> failures = failures(night);
        for (Throwable failure : failures) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof NightException
                        || cause instanceof ReportException
                        || cause instanceof StoreException) {
                    return (RuntimeException) cause;
                }
            }
        }
        if (failures.stream().anyMatch(LostDatabase::caused)) {
            return new NightException(LostDatabase.SENTENCE, failures.get(0));
        }
        if (failures.stream().anyMatch(FullDatabase::caused)) {
            return new NightException(FullDatabase.SENTENCE, failures.get(0));
        }
        Throwable first = failures.isEmpty() ? null : failures.get(0);
        if (first instanceof RangeFailed range) {
            return new NightException(
                    "The night failed and changed nothing, since tenants from number " + range.from()
                            + " on could not be decided" + reason(range.getCause()),
                    range);
        }
        return new NightException("The night failed and changed nothing" + reason(first), first);
    }

    /** Those of ranges first: the step above them only says that one of them failed. */
    private static List<Throwable> failures(JobExecution night) {
        Stream<StepExecution> ranges = night.getStepExecutions().stream().filter(NightSteps::isPartition);
        return Stream.concat(
                        ranges.flatMap(step -> step.getFailureExceptions().stream()),
                        night.getAllFailureExceptions().stream())
                .toList();
    }

    private static String reason(@Nullable Throwable thrown) {
        Throwable root = thrown;
        while (root != null && root.getCause() != null) {
            root = root.getCause();
        }
        return root == null ? "." : ": " + root.getMessage();
    }
}
