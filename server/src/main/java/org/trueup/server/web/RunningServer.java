package org.trueup.server.web;

import java.util.Optional;

/** A server that takes requests until it is closed. */
public interface RunningServer extends AutoCloseable {
    int port();

    /** The first administrator's password, where this start made one; nobody can see it again. */
    Optional<String> firstPassword();

    /** Returns when the server has stopped. */
    void await() throws InterruptedException;

    @Override
    void close();

    /** Starts servers. */
    @FunctionalInterface
    interface Opener {
        /** @param verbose also logs what the parts of the program tell about themselves */
        RunningServer open(ServerChoice choice, boolean verbose);
    }
}
