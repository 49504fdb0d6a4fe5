package org.trueup.batch.night;

/** Says in one sentence which numbers of a night differ. What was counted is kept; results and files are as they were. */
public final class IncompleteNightException extends NightException {
    private final transient Reckoning reckoning;

    IncompleteNightException(String differing, Reckoning reckoning) {
        super(
                "The night does not add up and changes nothing (%s): run it again, and if it stays so keep the store and ask whoever looks after the program."
                        .formatted(differing));
        this.reckoning = reckoning;
    }

    Reckoning reckoning() {
        return reckoning;
    }
}
