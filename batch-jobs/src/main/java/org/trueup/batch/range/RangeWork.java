package org.trueup.batch.range;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.trueup.batch.store.NamedLock;

/** Does ranges of the nights that other programs run, until it is stopped. */
public final class RangeWork {
    private static final Logger LOG = LoggerFactory.getLogger(RangeWork.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long LOOK_MILLIS = 200;
    private static final long LONGEST_WAIT_MILLIS = 15_000;

    private final DataSource database;
    private final RangeRequests requests;
    private final RangeTaker taker;
    private final Leases leases;
    private final Supplier<String> program;
    private final int threads;
    private final Told told;
    /** What failed here others may be able to do: a disk or memory may be too small. */
    private final Set<Long> leftToOthers = ConcurrentHashMap.newKeySet();

    private final AtomicBoolean away = new AtomicBoolean();
    private final Set<String> otherNights = ConcurrentHashMap.newKeySet();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch working;

    RangeWork(
            DataSource database,
            RangeRequests requests,
            RangeTaker taker,
            Leases leases,
            Supplier<String> program,
            int threads,
            Told told) {
        this.database = database;
        this.requests = requests;
        this.taker = taker;
        this.leases = leases;
        this.program = program;
        this.threads = threads;
        this.told = told;
        this.working = new CountDownLatch(threads);
    }

    /** Hears what is done. May be told by any thread. */
    public interface Told {
        void begun(StepExecution range);

        /** Done, failed or stopped, as its status says. */
        void ended(StepExecution range);

        /** The ranges of a night of this date wait for a program that is built otherwise. */
        void otherProgram(String asOf);

        /** The database cannot be reached, or can again. */
        void database(boolean there, String why);
    }

    /** Works until {@link #stop} is called. */
    public void run() throws InterruptedException {
        for (int i = 1; i <= threads; i++) {
            new Thread(this::work, "range-" + i).start();
        }
        working.await();
    }

    /** Gives back what is being done, after what is being written, and waits until it is, but not for ever. */
    public void stop() throws InterruptedException {
        stopped.countDown();
        taker.stop();
        if (!working.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("A range does not end; it is let go with its connection");
        }
    }

    private void work() {
        try {
            workUntilStopped();
        } finally {
            working.countDown();
        }
    }

    private void workUntilStopped() {
        Lease lease = leases.open();
        long wait = LOOK_MILLIS;
        while (!stoppedWithin(0)) {
            try {
                boolean found = one(lease);
                wait = LOOK_MILLIS;
                if (away.compareAndSet(true, false)) {
                    told.database(true, "");
                }
                if (!found) {
                    stoppedWithin(wait);
                }
            } catch (ConcurrencyFailureException another) {
                // an owner before noted something just then; the range is there to be taken again
                lease.close();
            } catch (SQLException | DataAccessException | TransactionException e) {
                lease.close();
                if (!stoppedWithin(0) && away.compareAndSet(false, true)) {
                    told.database(false, String.valueOf(e.getMessage()));
                }
                stoppedWithin(wait);
                wait = Math.min(LONGEST_WAIT_MILLIS, wait * 2);
            }
        }
        leases.close(lease);
    }

    private boolean one(Lease lease) throws SQLException {
        RangeRequest request = lease.take(program.get(), leftToOthers);
        if (request == null) {
            tellOfOtherPrograms();
            return false;
        }
        // a night whose program died is gone on with by the next one; until then nobody keeps the facts as they are
        if (NamedLock.isFree(database, NamedLock.FACTS)) {
            lease.giveBack();
            return false;
        }
        StepExecution range;
        try {
            range = taker.take(request, lease, told::begun);
        } catch (RangeFailed failed) {
            leftToOthers.add(request.stepExecution());
            lease.giveBack();
            return true;
        }
        if (range != null) {
            told.ended(range);
            if (range.getStatus() == BatchStatus.FAILED && RangeFailed.isOwnFault(range)) {
                leftToOthers.add(range.getId());
            }
        }
        return true;
    }

    private void tellOfOtherPrograms() {
        for (String asOf : requests.ofOtherPrograms(program.get())) {
            if (otherNights.add(asOf)) {
                told.otherProgram(asOf);
            }
        }
    }

    private boolean stoppedWithin(long millis) {
        try {
            return stopped.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
