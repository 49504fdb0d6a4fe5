package org.trueup.batch.night;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Who wants to hear of the runs of this program. Runs that nobody registered are silent. */
final class RunningNights {
    private static final Listener NOBODY = new Listener(NightProgress.SILENT, new AtomicLong(), Map.of());

    private final Map<Integer, Listener> listeners = new ConcurrentHashMap<>();

    private record Listener(NightProgress progress, AtomicLong decided, Map<String, Double> secondsBefore) {}

    void listen(int run, NightProgress progress, Map<String, Double> secondsBefore) {
        listeners.put(run, new Listener(progress, new AtomicLong(), secondsBefore));
    }

    void forget(int run) {
        listeners.remove(run);
    }

    NightProgress progress(int run) {
        return listeners.getOrDefault(run, NOBODY).progress();
    }

    /** What phases before the run took, in their order. */
    Map<String, Double> secondsBefore(int run) {
        return listeners.getOrDefault(run, NOBODY).secondsBefore();
    }

    void decided(int run, int tenants) {
        Listener listener = listeners.get(run);
        if (listener != null) {
            listener.progress().reached(listener.decided().addAndGet(tenants));
        }
    }
}
