package org.trueup.batch.night;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/**
 * Has the nights of this program end in good order when the program is stopped: their store would be closed under them
 * otherwise. One that does not end in time is found by the next program as that of a killed one would be.
 */
final class NightsEnd implements SmartLifecycle {
    /** After whoever began the nights and wants to know that they were stopped, before threads and store. */
    static final int PHASE = Integer.MAX_VALUE - 1;

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long STEP_MILLIS = 20;
    private static final int STEPS_BETWEEN_CALLS = 25;

    private final Nightly nightly;
    private final RunningNights running;
    private volatile boolean started;

    NightsEnd(Nightly nightly, RunningNights running) {
        this.nightly = nightly;
        this.running = running;
    }

    @Override
    public void start() {
        started = true;
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    @Override
    public void stop() {
        started = false;
        long begun = System.nanoTime();
        for (int step = 0; !running.numbers().isEmpty() && System.nanoTime() - begun < PATIENCE.toNanos(); step++) {
            // again, since one that is just beginning does not hear the first call
            if (step % STEPS_BETWEEN_CALLS == 0) {
                running.numbers().forEach(nightly::stop);
            }
            try {
                Thread.sleep(STEP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
