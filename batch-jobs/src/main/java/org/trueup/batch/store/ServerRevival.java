package org.trueup.batch.store;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the server of a home again when it ends by itself: somebody killed it, or the machine ran out of memory. It gets its
 * old port, so that those who work on it find it. A server that ends again and again is left alone.
 */
final class ServerRevival {
    static final int MOST = 5;

    private static final Logger LOG = LoggerFactory.getLogger(ServerRevival.class);
    private static final Duration WITHIN = Duration.ofMinutes(10);
    private static final Duration LONGEST_END = Duration.ofSeconds(90);
    private static final Duration BETWEEN_FAILURES = Duration.ofSeconds(3);

    private final Home home;
    private final ServerStart starts;
    private final Thread thread;
    private final Deque<Long> begun = new ArrayDeque<>();
    private volatile RunningServer server;
    private volatile boolean ended;
    private volatile @Nullable String givenUp;
    private @Nullable Exception failure;

    private ServerRevival(Home home, Accounts accounts, RunningServer server) {
        this.home = home;
        this.starts = new ServerStart(home, accounts, this::unwanted);
        this.server = server;
        this.thread = new Thread(this::watch, "store-revival");
        thread.setDaemon(true);
    }

    /** Watches a server until {@link #end} is called. */
    static ServerRevival watch(Home home, Accounts accounts, RunningServer server) {
        ServerRevival revival = new ServerRevival(home, accounts, server);
        revival.thread.start();
        return revival;
    }

    /** Stops watching, and says which server is the last one. */
    RunningServer end() {
        ended = true;
        // what is just being started notes itself down first
        Waiting.until(() -> !thread.isAlive() || server.isAlive(), LONGEST_END);
        return server;
    }

    /** Why the server, which has ended, is not started again, as a sentence; empty while it is. */
    Optional<String> givenUp() {
        return Optional.ofNullable(givenUp);
    }

    private boolean unwanted() {
        return ended || Signals.stopping();
    }

    private void watch() {
        try {
            while (awaitEnd() && !unwanted() && givenUp == null) {
                revive();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaitEnd() throws InterruptedException {
        Optional<ProcessHandle> process = ProcessHandle.of(server.pid());
        if (process.isPresent() && server.isAlive()) {
            try {
                process.get().onExit().get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("the end of a process never fails", e);
            }
        }
        return true;
    }

    private void revive() {
        if (tooOften()) {
            giveUp();
            return;
        }
        LOG.warn(
                "The database under {} ended by itself and is started again; its log {} may say why",
                home.folder(),
                home.log());
        failure = tryToStart();
        if (failure == null) {
            LOG.warn("The database under {} is back", home.folder());
        } else if (!unwanted()) {
            LOG.warn("The database under {} could not be started again yet: {}", home.folder(), failure.getMessage());
            Waiting.until(this::unwanted, BETWEEN_FAILURES);
        }
    }

    private void giveUp() {
        Exception last = failure;
        String why = last instanceof StoreException told
                ? String.valueOf(told.getMessage())
                : "The database under %s ended %d times within %d minutes and is not started again; its log %s may say why: mend that and run the same command again."
                        .formatted(home.folder(), MOST + 1, WITHIN.toMinutes(), home.log());
        givenUp = why;
        LOG.error(why);
    }

    private @Nullable Exception tryToStart() {
        try {
            server = starts.startAgain(server.port());
            return null;
        } catch (IOException | StoreException e) {
            return e;
        }
    }

    /** By a clock that nobody moves. */
    private boolean tooOften() {
        long now = System.nanoTime();
        begun.removeIf(when -> now - when > WITHIN.toNanos());
        begun.add(now);
        return begun.size() > MOST;
    }
}
