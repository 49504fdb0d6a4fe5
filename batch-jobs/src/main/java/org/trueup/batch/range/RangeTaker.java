package org.trueup.batch.range;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does ranges, one at a time for each thread that calls: takes a request, becomes the range's owner, empties it and has the
 * step done. The night's own threads and those of workers do it the same way.
 */
final class RangeTaker {
    /** Whoever does a range that is begun so often and never ends comes to an end by it. */
    private static final int BEGUN_AT_MOST = 20;

    private final RangeRequests requests;
    private final RangeClaims claims;
    private final JobRepository repository;
    private final Step step;
    private final TransactionTemplate transaction;
    private final Consumer<ExecutionContext> emptying;
    private final Set<StepExecution> underWay = ConcurrentHashMap.newKeySet();

    /**
     * @param step does a range
     * @param emptying drops what was written about a range
     */
    RangeTaker(
            RangeRequests requests,
            RangeClaims claims,
            JobRepository repository,
            Step step,
            TransactionTemplate transaction,
            Consumer<ExecutionContext> emptying) {
        this.requests = requests;
        this.claims = claims;
        this.repository = repository;
        this.step = step;
        this.transaction = transaction;
        this.emptying = emptying;
    }

    /** Hears of a range that is begun. */
    @FunctionalInterface
    interface Listener {
        void begun(StepExecution range);
    }

    /**
     * Does a range that has been taken; none where it needs not be done any more.
     *
     * @return the range's step as it ended; a failed one is left to others unless the caller settles it
     */
    @Nullable
    StepExecution take(RangeRequest request, Lease lease, Listener listener) throws SQLException {
        StepExecution range = own(request);
        if (range == null) {
            lease.settle();
            return null;
        }
        listener.begun(range);
        underWay.add(range);
        try {
            step.execute(range);
        } catch (JobInterruptedException stopped) {
            range.setStatus(BatchStatus.STOPPED);
        } finally {
            underWay.remove(range);
        }
        letGo(lease, range.getStatus() == BatchStatus.COMPLETED);
        return range;
    }

    /** Where the lease was lost meanwhile, whoever takes the request next finds the range done, or does it. */
    private static void letGo(Lease lease, boolean done) {
        try {
            if (done) {
                lease.settle();
            } else {
                lease.giveBack();
            }
        } catch (SQLException lost) {
            lease.close();
        }
    }

    /** Becomes the owner, in one transaction with the emptying; what an owner before has of the step is out of date then. */
    private @Nullable StepExecution own(RangeRequest request) {
        return transaction.execute(status -> {
            if (!requests.isWantedUntilCommit(request.jobExecution())) {
                return null;
            }
            StepExecution range = repository.getStepExecution(request.stepExecution());
            if (range == null || range.getStatus() == BatchStatus.COMPLETED) {
                return null;
            }
            RangeKey key = RangeKey.of(range);
            int times = claims.times(key);
            if (times >= BEGUN_AT_MOST) {
                throw RangeFailed.begunTooOften(key, times);
            }
            ExecutionContext context = range.getExecutionContext();
            context.putString(RangeKey.OWNER, claims.take(key));
            emptying.accept(context);
            range.setStatus(BatchStatus.STARTING);
            range.setExitStatus(ExitStatus.EXECUTING);
            range.setEndTime(null);
            repository.update(range);
            repository.updateExecutionContext(range);
            return range;
        });
    }

    /** Has the ranges under way end after what is being written. */
    void stop() {
        underWay.forEach(StepExecution::setTerminateOnly);
    }
}
