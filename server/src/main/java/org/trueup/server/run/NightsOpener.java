package org.trueup.server.run;

/** Opens a store. */
@FunctionalInterface
public interface NightsOpener {

    /** @param verbose also logs what the parts of the program tell about themselves, to standard error */
    Nights open(StoreChoice store, boolean verbose);
}
