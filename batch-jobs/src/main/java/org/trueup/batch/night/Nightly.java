package org.trueup.batch.night;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.dao.DataAccessException;
import org.trueup.batch.night.NightRuns.Counts;
import org.trueup.batch.store.AtWork;
import org.trueup.batch.store.LostDatabase;
import org.trueup.batch.store.NamedLock;
import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.report.ReportException;

/** Runs nights on the facts that the store holds, one at a time. */
public final class Nightly {
    private static final Logger LOG = LoggerFactory.getLogger(Nightly.class);
    private static final Duration PATIENCE_WITH_A_BROKEN_CONNECTION = Duration.ofSeconds(15);

    private final JobOperator jobs;
    private final JobRepository repository;
    private final Job job;
    private final NightRuns runs;
    private final RunBeginnings beginnings;
    private final NightExecutions executions;
    private final RunCounts counts;
    private final Retention retention;
    private final RunningNights running;
    private final PolicyEngines policies;
    private final DataSource database;

    Nightly(
            JobOperator jobs,
            JobRepository repository,
            Job job,
            NightRuns runs,
            RunBeginnings beginnings,
            NightExecutions executions,
            RunCounts counts,
            Retention retention,
            RunningNights running,
            PolicyEngines policies,
            DataSource database) {
        this.jobs = jobs;
        this.repository = repository;
        this.job = job;
        this.runs = runs;
        this.beginnings = beginnings;
        this.executions = executions;
        this.counts = counts;
        this.retention = retention;
        this.running = running;
        this.policies = policies;
        this.database = database;
    }

    /**
     * Looks at a coming date: decides today's facts by the policies that will be in force then, and writes the reports
     * into a folder of their own. Nothing is kept, and no night counts otherwise than before.
     *
     * @throws NightException as {@link #run} does, and when a night of that day or a later one is stored already
     */
    public NightResult preview(LocalDate date, Path reports, NightProgress progress) {
        runs.latestNight().filter(latest -> !latest.isBefore(date)).ifPresent(latest -> {
            throw new NightException(
                    "A preview looks ahead, but a night of " + latest
                            + " is stored already: choose a later day than that, or have the files of a stored night made again.");
        });
        return run(new NightRequest(date, reports, null, true, Map.of()), progress);
    }

    /**
     * Decides every tenant as of a date, keeps the answers and writes the reports. The same date again is a new run that
     * takes the place of the one before. A run that was announced under the number of one that was interrupted goes on with
     * it, unless something that its answers depend on has changed.
     *
     * @throws NightStopped when it is stopped from outside
     * @throws NightTakenOver when another program took the announced run over
     * @throws IncompleteNightException when the night does not add up; what it counted is kept
     * @throws NightException in one sentence, when there is nothing to decide, a policy cannot be used, another feed or night
     *     is at work or the database fails
     * @throws ReportException when the files cannot be written
     */
    public NightResult run(NightRequest request, NightProgress progress) {
        try (NamedLock lock = NamedLock.tryTake(database, NamedLock.FACTS)) {
            if (lock == null) {
                throw new NightException(AtWork.words(database) + "; run the night of " + request.asOf()
                        + " again when that has ended.");
            }
            Integer announced = request.announced();
            if (announced != null) {
                beginnings.renew(announced, request.asOf());
            }
            runs.noteInterrupted(announced == null ? 0 : announced);
            NightResult result = runAlone(request, progress, lock);
            tidy(progress);
            return result;
        }
    }

    private NightResult runAlone(NightRequest request, NightProgress progress, NamedLock lock) {
        if (!request.preview()) {
            retention.requireDecidable(request.asOf());
        }
        progress.phase("Reading the policies", "", 0);
        policies.ship();
        policies.begin(request.asOf()).forEach(progress::note);
        long tenants = tenantsOf(request);
        RunBeginnings.Beginning beginning = beginnings.begin(request, policies, progress);
        int run = beginning.run();
        running.listen(run, progress, beginning.tenantsDecided(), request.secondsBefore(), lock);
        try {
            progress.phase("Deciding", "tenants", tenants);
            progress.reached(beginning.tenantsDecided());
            if (executions.isThrough(run)) {
                return result(run, request);
            }
            JobExecution execution = start(run, request);
            // one that is stopped once its files are in place counts; what is left are mails, which the next run sends
            boolean stopped = execution.getStatus() == BatchStatus.STOPPED;
            if (stopped && !runs.isComplete(run)) {
                throw new NightStopped(request.asOf());
            }
            if (!stopped && execution.getStatus() != BatchStatus.COMPLETED) {
                throw NightFailure.of(execution);
            }
            return result(run, request);
        } catch (RuntimeException e) {
            closeFailed(run, e);
            throw e;
        } finally {
            running.forget(run);
        }
    }

    /**
     * Makes sure, after the database was away, that nobody else is at work on the store and that an announced run is still this
     * program's, so that it can be run again.
     *
     * @throws NightTakenOver when another program took it over meanwhile
     */
    public void takeBack(int run, LocalDate asOf) {
        takeBack(run, asOf, PATIENCE_WITH_A_BROKEN_CONNECTION);
    }

    void takeBack(int run, LocalDate asOf, Duration patience) {
        try (NamedLock lock = NamedLock.tryTake(database, NamedLock.FACTS, patience)) {
            if (lock == null) {
                throw NightTakenOver.by(AtWork.words(database), asOf);
            }
            beginnings.renew(run, asOf);
        }
    }

    /** Has a run that this program does end as soon as it can, without changing anything. */
    public void stop(int run) {
        for (JobExecution execution : repository.findRunningJobExecutions(job.getName())) {
            if (Long.valueOf(run).equals(execution.getJobParameters().getLong("run"))) {
                try {
                    jobs.stop(execution);
                } catch (JobExecutionException e) {
                    LOG.info("Run {} ended by itself: {}", run, e.getMessage());
                }
            }
        }
    }

    /**
     * Notes of runs that a killed program left open that they were stopped, when nobody is at work on the store.
     *
     * @return false when somebody is
     */
    public boolean noteInterrupted() {
        try (NamedLock lock = NamedLock.tryTake(database, NamedLock.FACTS)) {
            if (lock != null) {
                runs.noteInterrupted(0);
            }
            return lock != null;
        }
    }

    /** The night counts already; what it leaves behind is tried again by the next one. */
    private void tidy(NightProgress progress) {
        try {
            retention.thin(progress);
            runs.dropWhatCountsForNothing();
        } catch (DataAccessException e) {
            progress.note("Results of earlier runs could not be dropped yet: "
                    + e.getMostSpecificCause().getMessage());
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

    /** What failed first is what a person needs to know; a run that cannot be closed now is closed by the next one. */
    private void closeFailed(int run, RuntimeException failure) {
        try {
            if (failure instanceof NightStopped || LostDatabase.caused(failure)) {
                runs.stopped(run);
                return;
            }
            if (failure instanceof IncompleteNightException incomplete) {
                counts.keep(run, incomplete.reckoning());
                runs.keep(run, incomplete.reckoning().tenants());
            }
            if (failure instanceof IncompleteNightException
                    || failure instanceof ReportException report && report.incomplete()) {
                runs.incomplete(run, String.valueOf(failure.getMessage()));
            } else {
                runs.failed(run);
            }
        } catch (DataAccessException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    private JobExecution start(int run, NightRequest request) {
        try {
            return jobs.start(job, NightParameters.of(run, request));
        } catch (JobExecutionException e) {
            throw new NightException("The night could not be started: " + e.getMessage(), e);
        }
    }

    private NightResult result(int run, NightRequest request) {
        Map<String, Double> seconds = NightSteps.seconds(executions.steps(run), request.secondsBefore());
        seconds.forEach((phase, taken) -> runs.phase(run, phase, Math.round(taken * 1_000)));
        // it counted before its files were written; people are told when all was done
        runs.complete(run);
        Counts tenants = runs.counts(run);
        return new NightResult(
                request.asOf(),
                request.folder(),
                tenants.read(),
                tenants.decided(),
                tenants.notDecided(),
                runs.statuses(run),
                runs.rejectedLines(run),
                counts.of(run).named(),
                seconds);
    }
}
