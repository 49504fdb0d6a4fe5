package org.trueup.server.run;

/** Begins the copying of a store, which is opened by the copying itself. */
@FunctionalInterface
public interface CopiesOpener {

    /** @param verbose also logs what the parts of the program tell about themselves, to standard error */
    Copies open(StoreChoice store, boolean verbose);
}
