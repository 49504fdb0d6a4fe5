package org.trueup.batch.benchmark;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/** How much heap a stretch of work took at most, and how much of its time went into collecting it. */
final class Memory {
    private static final Set<String> HEAP = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toUnmodifiableSet());

    private final AtomicLong peak = new AtomicLong();
    private final NotificationListener listener = (collected, handback) -> look(collected);
    private final long collectingBefore;
    private final long began = System.nanoTime();

    private Memory() {
        ManagementFactory.getGarbageCollectorMXBeans()
                .forEach(collector -> ((NotificationEmitter) collector).addNotificationListener(listener, null, null));
        collectingBefore = collecting();
    }

    static Memory watch() {
        return new Memory();
    }

    /** The heap is fullest just before it is collected; its parts have their own peaks, but not at the same time. */
    private void look(Notification collected) {
        if (collected.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            long used = GarbageCollectionNotificationInfo.from((CompositeData) collected.getUserData())
                    .getGcInfo()
                    .getMemoryUsageBeforeGc()
                    .entrySet()
                    .stream()
                    .filter(pool -> HEAP.contains(pool.getKey()))
                    .mapToLong(pool -> pool.getValue().getUsed())
                    .sum();
            peak.accumulateAndGet(used, Math::max);
        }
    }

    /** For example {@code peak heap 203 MB, 2.1 % of the time in garbage collection}; watches no longer. */
    String told() {
        double seconds = (System.nanoTime() - began) / 1e9;
        long now = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            try {
                ((NotificationEmitter) collector).removeNotificationListener(listener);
            } catch (ListenerNotFoundException e) {
                throw new IllegalStateException("told twice", e);
            }
        }
        return "peak heap %,d MB, %.1f %% of the time in garbage collection"
                .formatted(
                        peak.accumulateAndGet(now, Math::max) >> 20,
                        (collecting() - collectingBefore) / 10.0 / seconds);
    }

    private static long collecting() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }
}
