package org.trueup.batch.range;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.partition.support.AbstractPartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Spring Batch's door to remote partitions: asks for all ranges of a step, does some with the threads of this program and
 * waits until none is asked for any more. Whoever else does ranges is not known here; the store says what is left.
 */
final class RangeHandler extends AbstractPartitionHandler {
    private static final long LOOK_MILLIS = 250;

    private final RangeRequests requests;
    private final RangeClaims claims;
    private final OwnThreads own;
    private final JobRepository repository;
    private final ThreadPoolTaskExecutor threads;
    private final Supplier<String> program;
    private final RangeProgress progress;

    RangeHandler(
            RangeRequests requests,
            RangeClaims claims,
            OwnThreads own,
            JobRepository repository,
            ThreadPoolTaskExecutor threads,
            Supplier<String> program,
            RangeProgress progress) {
        this.requests = requests;
        this.claims = claims;
        this.own = own;
        this.repository = repository;
        this.threads = threads;
        this.program = program;
        this.progress = progress;
    }

    @Override
    protected Set<StepExecution> doHandle(StepExecution night, Set<StepExecution> ranges) throws Exception {
        if (ranges.isEmpty()) {
            return ranges;
        }
        int run = RangeKey.of(ranges.iterator().next()).run();
        long job = night.getJobExecutionId();
        requests.ask(ranges, program.get());
        OwnThreads.Round round = own.round(program.get(), job);
        List<Future<?>> working = new ArrayList<>();
        for (int i = 0; i < threads.getCorePoolSize(); i++) {
            working.add(threads.submit(round));
        }
        boolean whole = false;
        try {
            for (Future<?> each : working) {
                await(each, round, run, job);
            }
            whole = requests.left(job) == 0;
        } finally {
            if (!whole) {
                end(round, working, run);
            }
        }
        if (!whole) {
            throw new JobInterruptedException("The night was stopped.");
        }
        progress.reached(run, claims.tenants(run));
        return ended(job, ranges);
    }

    private void await(Future<?> working, OwnThreads.Round round, int run, long job) throws Exception {
        while (true) {
            try {
                working.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException goingOn) {
                progress.reached(run, claims.tenants(run));
                if (!requests.isWanted(job)) {
                    round.stop();
                }
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof RuntimeException e ? e : failed;
            }
        }
    }

    /** Nobody goes on with what nobody waits for: a range that another program is about to write is lost to it. */
    private void end(OwnThreads.Round round, List<Future<?>> working, int run) throws InterruptedException {
        round.stop();
        for (Future<?> each : working) {
            try {
                each.get();
            } catch (ExecutionException e) {
                // what failed first is told
                continue;
            }
        }
        requests.withdraw(run);
        claims.revoke(run);
    }

    private Set<StepExecution> ended(long job, Set<StepExecution> ranges) {
        Set<Long> numbers = ranges.stream().map(StepExecution::getId).collect(Collectors.toSet());
        JobExecution execution = repository.getJobExecution(job);
        if (execution == null) {
            throw new IllegalStateException("the job that runs is in the repository");
        }
        return execution.getStepExecutions().stream()
                .filter(step -> numbers.contains(step.getId()))
                .collect(Collectors.toSet());
    }
}
