package org.trueup.batch.night;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.OptimisticLockingFailureException;

/** What Spring Batch keeps of the runs of nights: an execution for each time that a run was begun or gone on with. */
final class NightExecutions {
    private static final String JOB = "night";
    /** Each worker may note once meanwhile what became of its range. */
    private static final int TRIES = 50;

    private final JobRepository repository;

    NightExecutions(JobRepository repository) {
        this.repository = repository;
    }

    /** How far the deciding of a run has come: its ranges, those that are whole, and the tenants of these. */
    record Standing(int ranges, int decided, long tenants) {}

    /**
     * Closes what a killed program left open of a run, so that it can go on; the caller holds the store's lock.
     *
     * @return how far it is; empty where there is nothing to go on from
     */
    Optional<Standing> goOn(int run) {
        Optional<JobExecution> last = instance(run).map(repository::getLastJobExecution);
        if (last.isEmpty()) {
            return Optional.empty();
        }
        BatchStatus status = closed(last.get()).getStatus();
        boolean canGoOn = status == BatchStatus.FAILED || status == BatchStatus.STOPPED;
        return canGoOn ? standing(run) : Optional.empty();
    }

    /**
     * Nobody begins a range of an execution that is being stopped, so that none is under way again behind this. Once more
     * where a worker noted just then what had become of its range. Spring Batch's own recovery does an execution once only,
     * and leaves alone what was under way when the database went away.
     */
    private JobExecution closed(JobExecution last) {
        if (isOpen(last.getStatus())) {
            last.setStatus(BatchStatus.STOPPING);
            repository.update(last);
        }
        for (int tries = 1; ; tries++) {
            // a range may have been begun again since the last look
            JobExecution execution = Objects.requireNonNull(repository.getJobExecution(last.getId()));
            try {
                close(execution);
                return execution;
            } catch (OptimisticLockingFailureException meanwhile) {
                if (tries == TRIES) {
                    throw meanwhile;
                }
            }
        }
    }

    private void close(JobExecution execution) {
        for (StepExecution step : execution.getStepExecutions()) {
            if (isOpen(step.getStatus())) {
                step.setStatus(BatchStatus.FAILED);
                step.setEndTime(LocalDateTime.now());
                repository.update(step);
            }
        }
        if (isOpen(execution.getStatus())) {
            execution.setStatus(BatchStatus.FAILED);
            execution.setEndTime(LocalDateTime.now());
            repository.update(execution);
        }
    }

    /** Under way, or nobody knows how it ended. */
    private static boolean isOpen(BatchStatus status) {
        return switch (status) {
            case STARTING, STARTED, STOPPING, UNKNOWN -> true;
            case COMPLETED, STOPPED, FAILED, ABANDONED -> false;
        };
    }

    /** Whether a run went through all its steps. */
    boolean isThrough(int run) {
        return instance(run)
                .map(repository::getLastJobExecution)
                .filter(last -> last.getStatus() == BatchStatus.COMPLETED)
                .isPresent();
    }

    /** Empty too where a program was killed while it cut the ranges, so that one of them has no ends. */
    private Optional<Standing> standing(int run) {
        List<StepExecution> ranges = latestOfEachRange(run);
        boolean whole = ranges.stream().allMatch(range -> TenantRange.isIn(range.getExecutionContext()));
        List<StepExecution> decided = ranges.stream()
                .filter(range -> range.getStatus() == BatchStatus.COMPLETED)
                .toList();
        return whole
                ? Optional.of(new Standing(ranges.size(), decided.size(), tenantsRead(decided)))
                : Optional.empty();
    }

    /** Forgets a run, so that it can begin from the beginning. */
    void forget(int run) {
        instance(run).ifPresent(repository::deleteJobInstance);
    }

    /** What the ranges of a run read, whichever execution did each; each notes it in its own execution context. */
    long tenantsRead(int run) {
        return tenantsRead(latestOfEachRange(run));
    }

    private static long tenantsRead(List<StepExecution> ranges) {
        return ranges.stream()
                .mapToLong(range -> range.getExecutionContext().getLong(FactReader.TENANTS_READ, 0))
                .sum();
    }

    /** All steps of a run that have ended, those of executions before too, in their order. */
    List<StepExecution> steps(int run) {
        List<StepExecution> steps = new ArrayList<>();
        instance(run).map(repository::getJobExecutions).orElse(List.of()).stream()
                .sorted(Comparator.comparing(JobExecution::getId))
                .forEach(execution -> steps.addAll(execution.getStepExecutions()));
        steps.sort(Comparator.comparing(StepExecution::getId));
        return steps;
    }

    /** The ranges of a run, each by the execution that did it last. */
    List<StepExecution> latestOfEachRange(int run) {
        Map<String, StepExecution> latest = new LinkedHashMap<>();
        steps(run).stream().filter(NightSteps::isPartition).forEach(step -> latest.put(step.getStepName(), step));
        return List.copyOf(latest.values());
    }

    private Optional<JobInstance> instance(int run) {
        return Optional.ofNullable(repository.getJobInstance(
                JOB, new JobParametersBuilder().addLong("run", (long) run).toJobParameters()));
    }
}
