package org.trueup.batch.benchmark;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** How much heap a stretch of work took at most, and how much of its time went into collecting it. */
final class Memory {
    private final long collectingBefore;
    private final long began = System.nanoTime();

    private Memory() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        collectingBefore = collecting();
    }

    static Memory watch() {
        return new Memory();
    }

    /** For example {@code peak heap 203 MB, 2.1 % of the time in garbage collection}. */
    String told() {
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        double seconds = (System.nanoTime() - began) / 1e9;
        return "peak heap %,d MB, %.1f %% of the time in garbage collection"
                .formatted(peak >> 20, (collecting() - collectingBefore) / 10.0 / seconds);
    }

    private static long collecting() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }
}
