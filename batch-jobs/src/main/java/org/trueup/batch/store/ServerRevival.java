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
    private volatile boolean givenUp;

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

    /** Whether the server ended and is not started again. */
    boolean isGivenUp() {
        return givenUp;
    }

    private boolean unwanted() {
        return ended || Signals.stopping();
    }

    private void watch() {
        try {
            while (awaitEnd() && !unwanted()) {
                revive();
                if (givenUp) {
                    return;
                }
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
        givenUp = tooOften();
        if (givenUp) {
            LOG.error(
                    "The database under {} ended {} times within {} minutes and is not started again: its log {} may say why;"
                            + " when that is mended, start the program again.",
                    home.folder(),
                    MOST + 1,
                    WITHIN.toMinutes(),
                    home.log());
            return;
        }
        LOG.warn(
                "The database under {} ended by itself and is started again; its log {} may say why",
                home.folder(),
                home.log());
        @Nullable Exception failure = tryToStart();
        if (failure == null) {
            LOG.warn("The database under {} is back", home.folder());
        } else if (!unwanted()) {
            LOG.error("The database under {} could not be started again: {}", home.folder(), failure.getMessage());
            Waiting.until(this::unwanted, BETWEEN_FAILURES);
        }
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
