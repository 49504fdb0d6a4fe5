package org.trueup.batch.night;

import java.time.Duration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** The threads that decide ranges. */
final class NightThreads extends ThreadPoolTaskExecutor {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    /**
     * Forgets ranges that were not begun, and waits for those under way. A night that fails leaves both behind: whoever
     * decides them next must not meet them.
     */
    void quieten() {
        getThreadPoolExecutor().getQueue().clear();
        boolean interrupted = false;
        while (getActiveCount() > 0) {
            try {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
