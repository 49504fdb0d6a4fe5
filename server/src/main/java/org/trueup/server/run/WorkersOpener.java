package org.trueup.server.run;

/** Opens a store for the sake of a worker. */
@FunctionalInterface
public interface WorkersOpener {

    /** @param verbose also logs what the parts of the program tell about themselves, to standard error */
    Workers open(StoreChoice store, boolean verbose);
}
