package org.trueup.batch.store;

import java.nio.channels.FileChannel;
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

    /**
     * Starts adding rows to a table by one statement, the fastest way into an empty one where the session has {@code
     * unique_checks} and {@code foreign_key_checks} off. Until it is flushed or closed no other loader may be used on the
     * connection, and the connection's {@code net_read_timeout} should be longer than the caller ever pauses.
     *
     * @param file an empty one, in which rows wait for MariaDB; the caller closes it when the loader is closed
     */
    public BulkLoader atOnce(FileChannel file, String table, String... columns) {
        return start(table, columns, new AllAtOnce(statement("", table, columns), file));
    }

    private BulkLoader start(String mode, String table, String... columns) {
        return start(table, columns, new BufferByBuffer(statement(mode, table, columns)));
    }

    private BulkLoader start(String table, String[] columns, RowLoading loading) {
        BulkLoader loader = new BulkLoader(table, columns.length, loading);
        loaders.add(loader);
        return loader;
    }

    private LoadStatement statement(String mode, String table, String... columns) {
        // binary: MariaDB looks at each character once, where a column takes it, and not already where columns are cut
        String sql = "LOAD DATA LOCAL INFILE 'rows' %sINTO TABLE `%s` CHARACTER SET binary (`%s`)"
                .formatted(mode, table, String.join("`, `", columns));
        return new LoadStatement(connection, thread, table, sql);
    }

    /** Loads whatever rows of all loaders are left, and returns when they are in their tables. */
    public void finish() {
        loaders.forEach(BulkLoader::close);
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
