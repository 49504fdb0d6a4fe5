package org.trueup.server.runs;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.trueup.batch.night.Nightly;
import org.trueup.batch.night.RunBook;
import org.trueup.batch.night.RunViews;
import org.trueup.batch.night.StoredRun;
import org.trueup.batch.store.StoreException;
import org.trueup.server.problem.Refusal;

/**
 * Goes on, once, with what a server was stopped or killed in the middle of. Of several servers that start on one store, one
 * does.
 */
@Component
class UnfinishedRuns {
    /** Who is said to have gone on with them. */
    static final String WHO = "trueup";

    private static final Logger LOG = LoggerFactory.getLogger(UnfinishedRuns.class);
    private static final long EVERY_MILLIS = 10_000;

    /** What is older nobody waits for any more. */
    private static final Duration OLDEST = Duration.ofDays(2);

    private final Nightly nightly;
    private final RunBook book;
    private final RunViews views;
    private final Runs runs;
    private final Clock clock;
    private volatile boolean interruptedNoted;
    private boolean done;

    UnfinishedRuns(Nightly nightly, RunBook book, RunViews views, Runs runs, Clock clock) {
        this.nightly = nightly;
        this.book = book;
        this.views = views;
        this.runs = runs;
        this.clock = clock;
    }

    /** Once nobody is at work, since a run of another program that lives looks like one of a program that died. */
    @Scheduled(initialDelay = EVERY_MILLIS / 10, fixedDelay = EVERY_MILLIS)
    void look() {
        try {
            if (done && interruptedNoted || !runs.nobodyAtWork()) {
                return;
            }
            interruptedNoted = interruptedNoted || nightly.noteInterrupted();
            if (interruptedNoted && !done) {
                next();
            }
        } catch (DataAccessException | StoreException e) {
            LOG.warn("Runs that were stopped could not be looked for; that is tried again: {}", e.getMessage());
        }
    }

    /** One that ended because the database was away could not write that down: it is noted when the database is back. */
    @EventListener
    void ended(RunThread.Ended ended) {
        interruptedNoted = false;
    }

    private void next() {
        List<StoredRun> stopped = views.stoppedSince(clock.instant().minus(OLDEST));
        if (stopped.isEmpty()) {
            done = true;
            return;
        }
        StoredRun run = stopped.get(0);
        try {
            if (book.take(run)) {
                goOn(run);
            } else if (book.giveUp(run)) {
                StoredRun again = runs.again(WHO, run);
                LOG.info("Run {} was stopped in the middle and is done again as run {}", run.number(), again.number());
            }
        } catch (Refusal cannot) {
            LOG.warn("Run {} was stopped in the middle and is not done again: {}", run.number(), cannot.getMessage());
        }
    }

    private void goOn(StoredRun run) {
        try {
            runs.goOn(WHO, run);
            LOG.info("Run {} was stopped in the middle; going on with it", run.number());
        } catch (Refusal cannot) {
            book.failed(run.number(), String.valueOf(cannot.getMessage()));
            throw cannot;
        }
    }
}
