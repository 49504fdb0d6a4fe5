package org.trueup.batch.night;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.range.RangeProgress;
import org.trueup.batch.store.NamedLock;

/** Who wants to hear of the runs of this program. Runs that nobody registered are silent. */
final class RunningNights implements RangeProgress {
    private static final Listener NOBODY = new Listener(NightProgress.SILENT, new AtomicLong(), 0, Map.of(), null);

    private final Map<Integer, Listener> listeners = new ConcurrentHashMap<>();
    private final Set<Integer> published = ConcurrentHashMap.newKeySet();

    private record Listener(
            NightProgress progress,
            AtomicLong decided,
            long decidedBefore,
            Map<String, Double> secondsBefore,
            @Nullable NamedLock lock) {}

    /** @param decided how many of its tenants an earlier execution decided */
    void listen(
            int run,
            NightProgress progress,
            long decided,
            Map<String, Double> secondsBefore,
            @Nullable NamedLock lock) {
        listeners.put(run, new Listener(progress, new AtomicLong(decided), decided, secondsBefore, lock));
    }

    /** The runs that this program does: it has the store's lock for each. */
    Set<Integer> numbers() {
        return listeners.entrySet().stream()
                .filter(entry -> entry.getValue().lock() != null)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    void forget(int run) {
        listeners.remove(run);
    }

    NightProgress progress(int run) {
        return listeners.getOrDefault(run, NOBODY).progress();
    }

    /** Makes sure that no other program can have worked on the store meanwhile. */
    void verify(int run) {
        NamedLock lock = listeners.getOrDefault(run, NOBODY).lock();
        if (lock != null) {
            lock.requireHeld();
        }
    }

    /** Notes that the files of a run are in their place. */
    void published(int run) {
        published.add(run);
    }

    /** Whether this program gave the files of a run their place, whatever came then. */
    boolean hasPublished(int run) {
        return published.contains(run);
    }

    /** What phases before the run took, in their order. */
    Map<String, Double> secondsBefore(int run) {
        return listeners.getOrDefault(run, NOBODY).secondsBefore();
    }

    @Override
    public void reached(int run, long tenants) {
        Listener listener = listeners.get(run);
        if (listener != null) {
            long all = listener.decidedBefore() + tenants;
            if (listener.decided().getAndAccumulate(all, Math::max) < all) {
                listener.progress().reached(all);
            }
        }
    }

    void decided(int run, int tenants) {
        Listener listener = listeners.get(run);
        if (listener != null) {
            listener.progress().reached(listener.decided().addAndGet(tenants));
        }
    }
}
