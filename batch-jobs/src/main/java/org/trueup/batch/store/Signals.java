package org.trueup.batch.store;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Hears that the program is being ended (SIGTERM, SIGINT, exit) and then lets go of every home. */
final class Signals {
    private static final Duration PATIENCE_WITH_CONTEXTS = Duration.ofSeconds(30);
    private static final Duration PATIENCE_WITH_WORDS = Duration.ofSeconds(3);
    private static final AtomicBoolean LISTENING = new AtomicBoolean();
    private static final AtomicInteger STORES_OF_CONTEXTS = new AtomicInteger();
    private static volatile boolean stopping;
    private static volatile boolean endsWell;
    private static volatile BooleanSupplier lastWord = () -> true;

    private Signals() {}

    /** Begins to listen, once. */
    static void listen() {
        if (LISTENING.compareAndSet(false, true)) {
            Runtime.getRuntime().addShutdownHook(new Thread(Signals::end, "store-end"));
        }
    }

    static boolean stopping() {
        return stopping;
    }

    /** From now on the program that a signal ends has done what it should. */
    static void endWell() {
        endsWell = true;
        listen();
    }

    /** From now on it ends with the code that it says itself, unless a signal is ending it already. */
    static void endAsSaid() {
        if (!stopping) {
            endsWell = false;
        }
    }

    /** Counts a store that an application context closes, which takes a job's time when a signal comes. */
    static void contextOpenedStore() {
        STORES_OF_CONTEXTS.incrementAndGet();
    }

    static void contextClosedStore() {
        STORES_OF_CONTEXTS.decrementAndGet();
    }

    /** From now on a program that a signal ends waits a little until it has said what became of its work. */
    static void awaitLastWord(BooleanSupplier said) {
        lastWord = said;
    }

    private static void end() {
        stopping = true;
        // contexts close in a hook of their own, at the same time: no job should lose its database under its feet
        Waiting.until(() -> STORES_OF_CONTEXTS.get() == 0, PATIENCE_WITH_CONTEXTS);
        EmbeddedDatabase.leaveAll();
        Waiting.until(lastWord, PATIENCE_WITH_WORDS);
        if (endsWell) {
            Runtime.getRuntime().halt(0);
        }
    }
}
