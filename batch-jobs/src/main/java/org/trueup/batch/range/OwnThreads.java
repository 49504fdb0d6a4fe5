package org.trueup.batch.range;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.trueup.batch.store.SqlFailure;

/** The threads of the program that runs a night: they do ranges of this night until none is left. */
final class OwnThreads {
    private static final long PAUSE_MILLIS = 20;
    /** A range that failed here once more fails the night; what happened to it elsewhere may be the other program's fault. */
    private static final int TRIES = 2;

    private static final int LOST_AT_MOST = 20;

    private final RangeRequests requests;
    private final RangeTaker taker;
    private final Leases leases;

    OwnThreads(RangeRequests requests, RangeTaker taker, Leases leases) {
        this.requests = requests;
        this.taker = taker;
        this.leases = leases;
    }

    Round round(String program, long job) {
        return new Round(program, job);
    }

    /** What each of the threads does for one night. */
    final class Round implements Runnable {
        private final String program;
        private final long job;
        private final Map<Long, Integer> failures = new ConcurrentHashMap<>();
        private final AtomicInteger lost = new AtomicInteger();
        private final AtomicBoolean stopped = new AtomicBoolean();

        private Round(String program, long job) {
            this.program = program;
            this.job = job;
        }

        void stop() {
            stopped.set(true);
            taker.stop();
        }

        @Override
        public void run() {
            Lease lease = leases.open();
            boolean whole = false;
            try {
                while (!stopped.get() && (one(lease) || waitForOthers())) {
                    // the next one
                }
                whole = true;
            } finally {
                if (!whole) {
                    stop();
                }
                leases.close(lease);
            }
        }

        /** Whether there was one. A lease may be lost with its connection; then the range is there to be taken again. */
        private boolean one(Lease lease) {
            try {
                boolean found = take(lease);
                lost.set(0);
                return found;
            } catch (SQLException e) {
                again(lease, SqlFailure.of("taking a range", e));
            } catch (ConcurrencyFailureException another) {
                // an owner before noted something just then
                again(lease, another);
            }
            return true;
        }

        private void again(Lease lease, DataAccessException failure) {
            lease.close();
            if (lost.incrementAndGet() > LOST_AT_MOST) {
                throw failure;
            }
        }

        private boolean take(Lease lease) throws SQLException {
            RangeRequest request = lease.take(program, Set.of());
            if (request == null) {
                return false;
            }
            if (request.jobExecution() != job) {
                // of a run that ended before
                lease.settle();
                return true;
            }
            StepExecution range = taker.take(request, lease, begun -> {});
            if (range != null && failedForGood(range)) {
                throw RangeFailed.of(range);
            }
            return true;
        }

        private boolean failedForGood(StepExecution range) {
            return range.getStatus() == BatchStatus.FAILED
                    && RangeFailed.isOwnFault(range)
                    && failures.merge(range.getId(), 1, Integer::sum) == TRIES;
        }

        private boolean waitForOthers() {
            if (requests.left(job) == 0) {
                return false;
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            return true;
        }
    }
}
