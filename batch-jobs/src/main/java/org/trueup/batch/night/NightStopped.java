package org.trueup.batch.night;

import java.time.LocalDate;

/** Says in one sentence that a night was stopped from outside in the middle. The next run of the same night goes on from there. */
public final class NightStopped extends RuntimeException {

    NightStopped(LocalDate asOf) {
        super("The night of " + asOf
                + " was stopped in the middle and changed nothing yet; run the same command again, and it"
                + " goes on from there.");
    }
}
