package org.trueup.batch.store;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Loads rows into tables through one connection, the way that is fastest on MariaDB: {@code LOAD DATA LOCAL}. While
 * one buffer of rows is being loaded by a thread of its own, the next one is filled by the caller. Several tables can
 * be loaded side by side; their loads follow each other on the connection, in its transaction if it has one open. The
 * caller keeps off the connection until every loader is flushed or closed, commits, and closes the connection itself.
 *
 * <p>The connection must allow it ({@code allowLocalInfile=true}). Used by one thread at a time.
 */
public final class BulkConnection implements AutoCloseable {
    private final Connection connection;
    private final ExecutorService thread;
    private final List<BulkLoader> loaders = new ArrayList<>();

    public BulkConnection(Connection connection) {
        this.connection = connection;
        this.thread = Executors.newSingleThreadExecutor(task -> {
            Thread loading = new Thread(task, "bulk-load");
            loading.setDaemon(true);
            return loading;
        });
    }

    /** Starts adding rows to a table; a row whose key is there already, or that does not fit, fails the load. */
    public BulkLoader into(String table, String... columns) {
        return start("", table, columns);
    }

    /** Starts adding rows to a table; a row takes the place of an earlier one with the same key. */
    public BulkLoader replacing(String table, String... columns) {
        return start("REPLACE ", table, columns);
    }

    private BulkLoader start(String mode, String table, String... columns) {
        String sql = "LOAD DATA LOCAL INFILE 'rows' %sINTO TABLE `%s` CHARACTER SET utf8mb4 (`%s`)"
                .formatted(mode, table, String.join("`, `", columns));
        BulkLoader loader = new BulkLoader(connection, thread, table, sql, columns.length);
        loaders.add(loader);
        return loader;
    }

    /**
     * Ends the loading and returns when no load uses the connection any more, so that the caller can commit or roll
     * back; rows of a loader that was neither flushed nor closed are dropped.
     */
    @Override
    public void close() {
        loaders.forEach(BulkLoader::abandon);
        thread.shutdown();
        boolean interrupted = false;
        while (!thread.isTerminated()) {
            try {
                thread.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                // a buffer takes moments, and two threads on one connection would mix up their statements
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
