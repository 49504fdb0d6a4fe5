package org.trueup.server.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.trueup.batch.night.PolicyEngines;
import org.trueup.batch.night.PublishedPolicies;
import org.trueup.server.problem.Refusal;

/**
 * The policies as they are published, looked at twice a second. What is new is made ready beside the old, which answers until
 * then; a request takes one of them and keeps it, so that no answer is mixed.
 */
@Component
class LivePolicies implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(LivePolicies.class);
    private static final int LOOK_EVERY_MILLIS = 500;
    private static final int MOST_DATES = 16;
    private static final int FIRST_SECONDS = 60;

    private final PolicyEngines engines;
    private final Clock clock;
    private final Set<LocalDate> dates = new LinkedHashSet<>();
    private final CountDownLatch first = new CountDownLatch(1);
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "live-policies");
        thread.setDaemon(true);
        return thread;
    });
    private volatile @Nullable PublishedPolicies current;
    private boolean shipped;
    private volatile boolean ending;

    LivePolicies(PolicyEngines engines, Clock clock) {
        this.engines = engines;
        this.clock = clock;
        looking.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** The policies for one request. */
    PublishedPolicies now() {
        PublishedPolicies known = current;
        return known == null ? firstOnes() : known;
    }

    private PublishedPolicies firstOnes() {
        try {
            boolean there = first.await(FIRST_SECONDS, TimeUnit.SECONDS);
            PublishedPolicies known = current;
            if (there && known != null) {
                return known;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "The policies could not be read yet; ask again in a moment.");
    }

    /** Remembers for which days people ask, so that their engines are ready before a new version takes over. */
    void usedOn(LocalDate day) {
        synchronized (dates) {
            if (dates.size() < MOST_DATES) {
                dates.add(day);
            }
        }
    }

    private void look() {
        try {
            if (!shipped) {
                engines.ship();
                shipped = true;
            }
            PublishedPolicies seen = engines.published();
            if (!seen.equals(current)) {
                prepare(seen);
                current = seen;
                first.countDown();
            }
        } catch (RuntimeException failure) {
            if (!ending) {
                // what was read before goes on answering, and the next look tries again
                LOG.error("The published policies could not be read", failure);
            }
        }
    }

    private void prepare(PublishedPolicies seen) {
        Set<LocalDate> asked;
        synchronized (dates) {
            asked = new LinkedHashSet<>(dates);
            dates.clear();
        }
        asked.add(LocalDate.now(clock));
        asked.forEach(seen::inForceOn);
    }

    @Override
    public void destroy() {
        // whoever is in the middle of reading them fails then, and nobody needs to know
        ending = true;
        looking.shutdownNow();
    }
}
