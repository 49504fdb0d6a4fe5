package org.trueup.server.run;

/** Opens a store for the sake of its policies. */
@FunctionalInterface
public interface PoliciesOpener {

    /** @param verbose also logs what the parts of the program tell about themselves, to standard error */
    Policies open(StoreChoice store, boolean verbose);
}
