package org.trueup.batch.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** This process's use of one home, shared by all stores that the process opens on it. */
final class EmbeddedDatabase {
    private static final Map<Path, EmbeddedDatabase> IN_THIS_PROCESS = new ConcurrentHashMap<>();

    private final Home home;
    private int stores;
    private volatile @Nullable Membership membership;

    private EmbeddedDatabase(Home home) {
        this.home = home;
    }

    static EmbeddedDatabase of(Home home) {
        return IN_THIS_PROCESS.computeIfAbsent(home.folder(), folder -> new EmbeddedDatabase(home));
    }

    /** Takes part in the home's database, starting it if nobody serves it; every call is answered by a leave. */
    synchronized RunningServer enter() {
        Signals.listen();
        Membership current = membership;
        if (current == null) {
            try {
                current = Membership.take(home);
            } catch (IOException e) {
                throw DiskTrouble.of(e, home.folder());
            }
            membership = current;
        }
        stores++;
        return current.server();
    }

    /** Why a database that ended is not started again, as a sentence; empty while it is. */
    Optional<String> givenUp() {
        Membership current = membership;
        return current == null ? Optional.empty() : current.givenUp();
    }

    synchronized void leave() {
        stores--;
        if (stores == 0) {
            letGo();
        }
    }

    /** Called when the program ends, whatever still has a store open. */
    static void leaveAll() {
        IN_THIS_PROCESS.values().forEach(EmbeddedDatabase::letGo);
    }

    private synchronized void letGo() {
        Membership current = membership;
        if (current != null) {
            membership = null;
            try {
                current.end();
            } catch (IOException e) {
                throw DiskTrouble.of(e, home.folder());
            }
        }
    }
}
