package org.trueup.batch.night;

import java.time.LocalDate;

/**
 * Says in one sentence that another program took a night over while the database was away. What became of the run is that
 * program's to write down.
 */
public final class NightTakenOver extends RuntimeException {

    private NightTakenOver(String sentence) {
        super(sentence);
    }

    /** @param atWork the beginning of a sentence that says what the other program does */
    static NightTakenOver by(String atWork, LocalDate asOf) {
        return new NightTakenOver(atWork + "; it began while the database was away, so this night of " + asOf
                + " is given up: run it again when that has ended, if it is still wanted.");
    }

    static NightTakenOver ended(LocalDate asOf, int run) {
        return new NightTakenOver(
                ("While the database was away, another program took the night of %s over and ended it (run"
                                + " %d), so this one gives it up; \"trueup report --as-of %s\" makes the files of that night.")
                        .formatted(asOf, run, asOf));
    }
}
