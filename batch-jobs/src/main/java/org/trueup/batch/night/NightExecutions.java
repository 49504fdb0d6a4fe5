package org.trueup.batch.night;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.OptimisticLockingFailureException;

/** What Spring Batch keeps of the runs of nights: an execution for each time that a run was begun or gone on with. */
final class NightExecutions {
    private static final String JOB = "night";

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
    Optional<Standing> goOn(int run, JobOperator jobs) {
        Optional<JobExecution> last = instance(run).map(repository::getLastJobExecution);
        if (last.isEmpty()) {
            return Optional.empty();
        }
        JobExecution execution = last.get();
        boolean open = execution.isRunning()
                || execution.getStatus().isRunning()
                || execution.getStepExecutions().stream()
                        .anyMatch(step -> step.getStatus().isRunning());
        if (open) {
            execution = recovered(execution, jobs);
        }
        settle(execution);
        boolean canGoOn = execution.getStatus() == BatchStatus.FAILED || execution.getStatus() == BatchStatus.STOPPED;
        return canGoOn ? standing(run) : Optional.empty();
    }

    /** Once more where a worker noted just then what had become of its range. */
    private JobExecution recovered(JobExecution open, JobOperator jobs) {
        try {
            return jobs.recover(open);
        } catch (OptimisticLockingFailureException meanwhile) {
            JobExecution newer = repository.getJobExecution(open.getId());
            return jobs.recover(newer == null ? open : newer);
        }
    }

    /** Where the database went away while a step was written down, Spring Batch does not know how it ended: it is done again. */
    private void settle(JobExecution execution) {
        for (StepExecution step : execution.getStepExecutions()) {
            if (step.getStatus() == BatchStatus.UNKNOWN) {
                step.setStatus(BatchStatus.FAILED);
                repository.update(step);
            }
        }
        if (execution.getStatus() == BatchStatus.UNKNOWN) {
            execution.setStatus(BatchStatus.FAILED);
            repository.update(execution);
        }
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
