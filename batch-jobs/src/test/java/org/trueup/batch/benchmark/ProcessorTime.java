package org.trueup.batch.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * The processor time of a night, this program's and its database's together, and how much of it the policy engine takes: it
 * looks at the clock of the thread before and after each batch that a night has decided.
 */
final class ProcessorTime implements BeanPostProcessor {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final LongAdder deciding = new LongAdder();
    private long nightBegan;
    private long databaseBegan;
    private @Nullable EngineParts parts;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof ItemProcessor<?, ?> processor && name.endsWith("deciding") ? timed(processor) : bean;
    }

    private <I, O> ItemProcessor<I, O> timed(ItemProcessor<I, O> processor) {
        return new ItemProcessor<>() {
            @Override
            public @Nullable O process(I batch) throws Exception {
                long began = threads.getCurrentThreadCpuTime();
                try {
                    return processor.process(batch);
                } finally {
                    deciding.add(threads.getCurrentThreadCpuTime() - began);
                }
            }
        };
    }

    void begin() {
        parts = EngineParts.watch();
        deciding.reset();
        nightBegan = program();
        databaseBegan = database();
    }

    /**
     * For example {@code 21.4 s of processor time: engine 3.1 (14 %), the rest of the program 12.0, database 6.3}, and a line
     * of how the parts of the engine share its 14 %; to be asked once a night.
     */
    String told() {
        double engine = deciding.sum() / 1e9;
        double program = (program() - nightBegan) / 1e9;
        double database = (database() - databaseBegan) / 1e9;
        double share = engine / (program + database);
        return "%.1f s of processor time: engine %.1f (%.1f %%), the rest of the program %.1f, database %.1f%n"
                        .formatted(program + database, engine, 100 * share, program - engine, database)
                + "  of which in the engine: " + Objects.requireNonNull(parts).told(share);
    }

    private static long program() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    /** The embedded database is a program that this one started. */
    private static long database() {
        return ProcessHandle.current()
                .descendants()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToLong(Duration::toNanos)
                .sum();
    }
}
