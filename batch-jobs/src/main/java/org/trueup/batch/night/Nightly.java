package org.trueup.batch.night;

import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.launch.JobOperator;
import org.trueup.batch.night.NightRuns.Counts;
import org.trueup.batch.store.NamedLock;
import org.trueup.batch.store.StoreException;
import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.report.ReportException;

/** Runs nights on the facts that the store holds, one at a time. */
public final class Nightly {
    private final JobOperator jobs;
    private final Job job;
    private final NightRuns runs;
    private final RunningNights running;
    private final PolicyEngines policies;
    private final DataSource database;

    Nightly(
            JobOperator jobs,
            Job job,
            NightRuns runs,
            RunningNights running,
            PolicyEngines policies,
            DataSource database) {
        this.jobs = jobs;
        this.job = job;
        this.runs = runs;
        this.running = running;
        this.policies = policies;
        this.database = database;
    }

    /**
     * Decides every tenant as of a date, keeps the answers and writes the reports. The same date again is a new run that
     * takes the place of the one before.
     *
     * @throws NightException in one sentence, when there is nothing to decide, a policy cannot be used, the night does
     *     not add up or another program runs it
     * @throws ReportException when the files cannot be written
     * @throws StoreException when the store fails
     */
    public NightResult run(NightRequest request, NightProgress progress) {
        try (NamedLock lock = NamedLock.tryTake(database, "night " + request.asOf())) {
            if (lock == null) {
                throw new NightException("The night of " + request.asOf()
                        + " is being run by another program on this store; wait until that has ended.");
            }
            runs.buryTheDead(request.asOf());
            return runAlone(request, progress);
        }
    }

    private NightResult runAlone(NightRequest request, NightProgress progress) {
        progress.phase("Reading the policies", "", 0);
        policies.ship();
        policies.inForceOn(request.asOf());
        long tenants = tenantsOf(request);
        int run = runs.begin(request);
        running.listen(run, progress, request.secondsBefore());
        try {
            progress.phase("Deciding", "tenants", tenants);
            JobExecution execution = start(run, request);
            if (execution.getStatus() != BatchStatus.COMPLETED) {
                runs.failed(run);
                throw failure(execution);
            }
            return result(run, request, execution);
        } finally {
            running.forget(run);
        }
    }

    private long tenantsOf(NightRequest request) {
        Vendor vendor = request.vendor();
        long tenants = runs.tenants(vendor);
        if (tenants == 0) {
            throw new NightException(
                    vendor == null
                            ? "There is nothing to decide: the store holds no tenants; load a feed with --feed."
                            : "There is nothing to decide: the store holds no tenants of the vendor " + vendor + ".");
        }
        return tenants;
    }

    private JobExecution start(int run, NightRequest request) {
        try {
            return jobs.start(job, NightParameters.of(run, request));
        } catch (JobExecutionException e) {
            throw new NightException("The night could not be started: " + e.getMessage(), e);
        }
    }

    /** The first cause that speaks to people; Spring Batch wraps it several times. */
    private static RuntimeException failure(JobExecution execution) {
        for (Throwable thrown : execution.getAllFailureExceptions()) {
            for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
                if (cause instanceof NightException
                        || cause instanceof ReportException
                        || cause instanceof StoreException) {
                    return (RuntimeException) cause;
                }
            }
        }
        Throwable first =
                execution.getAllFailureExceptions().stream().findFirst().orElse(null);
        return new NightException("The night failed and changed nothing" + reason(first), first);
    }

    private static String reason(@Nullable Throwable thrown) {
        Throwable root = thrown;
        while (root != null && root.getCause() != null) {
            root = root.getCause();
        }
        return root == null ? "." : ": " + root.getMessage();
    }

    private NightResult result(int run, NightRequest request, JobExecution execution) {
        Map<String, Double> seconds = NightSteps.seconds(execution, request.secondsBefore());
        seconds.forEach((phase, taken) -> runs.phase(run, phase, Math.round(taken * 1_000)));
        Counts counts = runs.counts(run);
        return new NightResult(
                request.asOf(),
                request.reports().resolve(request.asOf().toString()),
                counts.read(),
                counts.decided(),
                counts.notDecided(),
                runs.statuses(run),
                runs.rejectedLines(run),
                seconds);
    }
}
