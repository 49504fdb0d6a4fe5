package org.trueup.server.run;

import java.util.function.Consumer;

/** A worker on an opened store. Closing it closes the store. */
public interface Workers extends AutoCloseable {

    /** Which store it is, for people. */
    String store();

    /** Does ranges of nights until the program is stopped, and says in lines what it does. */
    void run(int threads, Consumer<String> lines) throws InterruptedException;

    @Override
    void close();
}
