package org.trueup.batch.night;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Who wants to hear of the runs of this program. Runs that nobody registered are silent. */
final class RunningNights {
    private static final Listener NOBODY = new Listener(NightProgress.SILENT, new AtomicLong());

    private final Map<Integer, Listener> listeners = new ConcurrentHashMap<>();

    private record Listener(NightProgress progress, AtomicLong decided) {}

    void listen(int run, NightProgress progress) {
        listeners.put(run, new Listener(progress, new AtomicLong()));
    }

    void forget(int run) {
        listeners.remove(run);
    }

    NightProgress progress(int run) {
        return listeners.getOrDefault(run, NOBODY).progress();
    }

    void decided(int run, int tenants) {
        Listener listener = listeners.get(run);
        if (listener != null) {
            listener.progress().reached(listener.decided().addAndGet(tenants));
        }
    }
}
