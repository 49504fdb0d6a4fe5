package org.trueup.batch.store;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Patience with other processes. */
final class Waiting {
    private static final Duration STEP = Duration.ofMillis(50);

    private Waiting() {}

    /**
     * Looks again and again until something is so.
     *
     * @return whether it became so in time
     */
    static boolean until(BooleanSupplier so, Duration atMost) {
        return until(so, atMost, STEP);
    }

    static boolean until(BooleanSupplier so, Duration atMost, Duration betweenLooks) {
        // not by the clock on the wall, which somebody may move meanwhile
        long begun = System.nanoTime();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() - begun > atMost.toNanos()) {
                return false;
            }
            pause(betweenLooks);
        }
        return true;
    }

    static void pause() {
        pause(STEP);
    }

    static void pause(Duration step) {
        try {
            Thread.sleep(step.toMillis());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static int forExit(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            throw interrupted(e);
        }
    }

    private static StoreException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new StoreException("The program was stopped while it waited for the database.", e);
    }
}
