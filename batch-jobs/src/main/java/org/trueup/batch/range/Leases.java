package org.trueup.batch.range;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The leases of a program, and the thread that keeps them alive. */
final class Leases implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);
    /** Several times within what the server waits for. */
    private static final Duration BETWEEN_PINGS = Duration.ofSeconds(4);

    private final Lease.Source source;
    private final Set<Lease> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService pings;

    Leases(Lease.Source source) {
        this.source = source;
        this.pings = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "range-leases");
            thread.setDaemon(true);
            return thread;
        });
        pings.scheduleWithFixedDelay(
                this::ping, BETWEEN_PINGS.toMillis(), BETWEEN_PINGS.toMillis(), TimeUnit.MILLISECONDS);
    }

    Lease open() {
        Lease lease = new Lease(source);
        open.add(lease);
        return lease;
    }

    void close(Lease lease) {
        open.remove(lease);
        lease.close();
    }

    private void ping() {
        for (Lease lease : open) {
            try {
                lease.ping();
            } catch (SQLException e) {
                // others take the range, and this program finds that out when it writes
                LOG.info("A range was let go with its connection: {}", e.getMessage());
                lease.close();
            }
        }
    }

    @Override
    public void close() {
        pings.shutdownNow();
        open.forEach(Lease::close);
        open.clear();
    }
}
