package org.trueup.batch.store;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process's part in a home. The first one owns the home: it holds the owner's lock, and starts and stops the server.
 * The others join: they share the joiners' lock, which the owner must have alone before it stops the server.
 */
final class Membership {
    private static final Logger LOG = LoggerFactory.getLogger(Membership.class);
    private static final Duration PATIENCE_WITH_OWNER = Duration.ofSeconds(120);
    private static final Duration PATIENCE_WITH_JOINERS_AT_SIGNAL = Duration.ofSeconds(30);

    private final Home home;
    private final HeldLock lock;
    private final RunningServer server;
    /** Only the owner has one. */
    private final @Nullable ServerRevival revival;

    private Membership(Home home, HeldLock lock, RunningServer server, @Nullable ServerRevival revival) {
        this.home = home;
        this.lock = lock;
        this.server = server;
        this.revival = revival;
    }

    static Membership take(Home home) throws IOException {
        return take(home, PATIENCE_WITH_OWNER);
    }

    static Membership take(Home home, Duration patience) throws IOException {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < patience.toNanos() && !Signals.stopping()) {
            Optional<HeldLock> ownerLock = HeldLock.alone(home.ownerLock());
            if (ownerLock.isPresent()) {
                return own(home, ownerLock.get());
            }
            Optional<Membership> joined = join(home);
            if (joined.isPresent()) {
                return joined.get();
            }
            Waiting.pause();
        }
        if (Signals.stopping()) {
            throw new StoreException("The program was stopped while it waited for the database.");
        }
        throw new StoreException(
                "The folder %s is in use by another program whose database does not answer: end that program and try again, or name another folder with --home."
                        .formatted(home.folder()));
    }

    RunningServer server() {
        return server;
    }

    /** Why a database that ended is not started again by this program; empty where another one may do it. */
    Optional<String> givenUp() {
        return revival == null ? Optional.empty() : revival.givenUp();
    }

    private static Membership own(Home home, HeldLock ownerLock) throws IOException {
        boolean owns = false;
        try {
            DiskTrouble.checkRoom(home);
            Accounts accounts = Accounts.keptIn(home);
            RunningServer server = settleWithOrphan(home, accounts);
            if (server == null) {
                server = new ServerStart(home, accounts).start();
            }
            owns = true;
            return new Membership(home, ownerLock, server, ServerRevival.watch(home, accounts, server));
        } finally {
            if (!owns) {
                ownerLock.close();
            }
        }
    }

    /**
     * Deals with a server whose owner died. It is stopped, unless a program that joined it still works on it.
     *
     * @return the server to go on with, if any
     */
    private static @Nullable RunningServer settleWithOrphan(Home home, Accounts accounts) throws IOException {
        // while this is held, nobody can join what is about to be stopped
        Optional<HeldLock> joinersLock = HeldLock.alone(home.joinersLock());
        try {
            Optional<RunningServer> orphan =
                    RunningServer.notedIn(home).filter(RunningServer::isAlive).or(() -> RunningServer.unnotedIn(home));
            if (orphan.isPresent()) {
                if (joinersLock.isEmpty() && orphan.get().answers(accounts)) {
                    LOG.info("Went on with the database that another program had left running under {}", home.folder());
                    return orphan.get();
                }
                LOG.info("Stopped the database that a killed program had left running under {}", home.folder());
                orphan.get().stop();
            }
            Files.deleteIfExists(home.server());
            return null;
        } finally {
            if (joinersLock.isPresent()) {
                joinersLock.get().close();
            }
        }
    }

    private static Optional<Membership> join(Home home) throws IOException {
        Optional<HeldLock> joinersLock = HeldLock.together(home.joinersLock());
        if (joinersLock.isEmpty()) {
            return Optional.empty();
        }
        boolean joined = false;
        try {
            Optional<RunningServer> server = RunningServer.notedIn(home).filter(RunningServer::isAlive);
            joined = server.isPresent() && server.get().answers(Accounts.read(home));
            return joined ? Optional.of(new Membership(home, joinersLock.get(), server.get(), null)) : Optional.empty();
        } finally {
            if (!joined) {
                joinersLock.get().close();
            }
        }
    }

    /** Leaves the home; its owner then stops the server once nobody else works on it. */
    void end() throws IOException {
        if (revival != null) {
            stopAfterJoiners(revival);
            lock.close();
            return;
        }
        lock.close();
        Optional<HeldLock> ownerLock = HeldLock.alone(home.ownerLock());
        if (ownerLock.isPresent()) {
            try {
                // the owner was killed, and this program was perhaps the last to need what it left running
                Optional<RunningServer> orphan = RunningServer.notedIn(home);
                if (orphan.isPresent()) {
                    ifNobodyJoined(orphan.get()::stop);
                }
            } finally {
                ownerLock.get().close();
            }
        }
    }

    private void stopAfterJoiners(ServerRevival watched) throws IOException {
        @Nullable Long signalled = null;
        boolean told = false;
        while (!ifNobodyJoined(() -> watched.end().stop())) {
            if (!told) {
                LOG.info("Another program still works on the database under {}: waiting for it", home.folder());
                told = true;
            }
            if (Signals.stopping()) {
                signalled = signalled == null ? System.nanoTime() : signalled;
                if (System.nanoTime() - signalled > PATIENCE_WITH_JOINERS_AT_SIGNAL.toNanos()) {
                    watched.end().stop();
                    return;
                }
            }
            Waiting.pause();
        }
    }

    private boolean ifNobodyJoined(Stop stop) throws IOException {
        Optional<HeldLock> joinersLock = HeldLock.alone(home.joinersLock());
        if (joinersLock.isEmpty()) {
            return false;
        }
        try {
            stop.run();
        } finally {
            joinersLock.get().close();
        }
        return true;
    }

    @FunctionalInterface
    private interface Stop {
        void run() throws IOException;
    }
}
