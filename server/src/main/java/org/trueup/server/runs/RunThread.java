package org.trueup.server.runs;

import java.time.Duration;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.trueup.batch.night.RunBook;
import org.trueup.server.problem.Refusal;
import org.trueup.server.run.FeedAndNight;
import org.trueup.server.run.NightOrder;

/**
 * The thread that does runs, one at a time. When the server stops, a run under way is asked to end and noted as stopped, so
 * that the next server goes on with it; one that does not end in time ends with the database, and the next server finds it.
 */
@Component
class RunThread implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RunThread.class);
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final FeedAndNight work;
    private final RunBook book;
    private final ApplicationEventPublisher events;
    private @Nullable Thread thread;
    private @Nullable LiveRun live;
    private volatile boolean running;

    RunThread(FeedAndNight work, RunBook book, ApplicationEventPublisher events) {
        this.work = work;
        this.book = book;
        this.events = events;
    }

    /** A run of this server has ended, whatever became of it. */
    record Ended(int run) {}

    /**
     * Enters a run into the store and begins it; its number.
     *
     * @param entered is told the number before the run begins; when that fails, it does not begin
     */
    synchronized int start(NightOrder order, String who, IntConsumer entered) {
        requireIdle();
        int run = work.announce(order, who);
        try {
            entered.accept(run);
        } catch (RuntimeException e) {
            book.failed(run, "It could not be noted who started it, so it did not begin.");
            throw e;
        }
        begin(run, order);
        return run;
    }

    /** Goes on with a run that was taken. */
    synchronized void goOn(int run, NightOrder order) {
        requireIdle();
        begin(run, order);
    }

    private void requireIdle() {
        if (!running) {
            throw Refusal.conflict("The server is being stopped; start the run when it is back.");
        }
        LiveRun before = live;
        if (before != null) {
            throw Refusal.conflict("Run " + before.number() + " is at work; start this one when that has ended.");
        }
    }

    private void begin(int run, NightOrder order) {
        LiveRun now = new LiveRun(run);
        Thread begun = new Thread(() -> work(order, now), "run-" + run);
        live = now;
        thread = begun;
        begun.start();
    }

    private void work(NightOrder order, LiveRun now) {
        try {
            work.run(now.number(), order, now);
        } catch (RuntimeException | Error failure) {
            if (running) {
                tell(now.number(), failure);
            } else {
                noteStopped(now.number());
            }
        } finally {
            synchronized (this) {
                live = null;
                thread = null;
            }
            if (running) {
                events.publishEvent(new Ended(now.number()));
            }
        }
    }

    /** What our modules throw says in a sentence what is to be done; of everything else somebody needs to see where it was. */
    private static void tell(int run, Throwable failure) {
        if (failure.getClass().getName().startsWith("org.trueup.")) {
            LOG.error("Run {} failed: {}", run, failure.getMessage());
        } else {
            LOG.error("Run {} failed", run, failure);
        }
    }

    private void noteStopped(int run) {
        try {
            LOG.info("Run {} is stopped in the middle; the next server goes on with it", run);
            book.stopped(run, "The server was stopped in the middle; the next one goes on with it.");
        } catch (DataAccessException e) {
            LOG.warn("Run {} could not be noted as stopped; the next server finds it: {}", run, e.getMessage());
        }
    }

    synchronized boolean busy() {
        return live != null;
    }

    synchronized Optional<LiveRun> current() {
        return Optional.ofNullable(live);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void stop() {
        running = false;
        Thread working;
        LiveRun under;
        synchronized (this) {
            working = thread;
            under = live;
        }
        if (working != null && under != null) {
            askToEnd(under.number());
            try {
                working.join(PATIENCE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void askToEnd(int run) {
        try {
            work.stop(run);
        } catch (DataAccessException e) {
            LOG.warn("Run {} could not be asked to end: {}", run, e.getMessage());
        }
    }

    /** Before the web server, which waits for those who follow a run. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
