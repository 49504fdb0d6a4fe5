package org.trueup.batch.store;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Adds rows to one table: call one method a column, in the order of the columns, then {@link #endRow()}; at last
 * {@link #close()}. Rows travel in buffers of some megabytes, so an error of a row (it does not fit its column, the
 * connection broke) is thrown by a later call, as Spring's {@code DataAccessException}; nothing is loaded after it.
 * MariaDB only warns where a value is cut off; here that is an error.
 */
public final class BulkLoader implements AutoCloseable {
    private static final int BUFFER_BYTES = 4 << 20;

    private final Connection connection;
    private final ExecutorService thread;
    private final String table;
    private final String sql;
    private final int columns;
    private RowBuffer filling = new RowBuffer();
    private @Nullable RowBuffer spare;
    private @Nullable Future<RowBuffer> loading;
    private boolean ended;
    private long rows;

    BulkLoader(Connection connection, ExecutorService thread, String table, String sql, int columns) {
        this.connection = connection;
        this.thread = thread;
        this.table = table;
        this.sql = sql;
        this.columns = columns;
    }

    public BulkLoader text(@Nullable String value) {
        if (value == null) {
            return nul();
        }
        filling.text(value);
        return this;
    }

    /** A text that is at hand as UTF-8. */
    public BulkLoader utf8(byte[] bytes, int from, int length) {
        filling.utf8(bytes, from, length);
        return this;
    }

    public BulkLoader number(long value) {
        filling.number(value);
        return this;
    }

    public BulkLoader number(@Nullable Integer value) {
        return value == null ? nul() : number(value.longValue());
    }

    public BulkLoader date(@Nullable LocalDate value) {
        if (value == null) {
            return nul();
        }
        filling.ascii(value.toString());
        return this;
    }

    public BulkLoader decimal(@Nullable BigDecimal value) {
        if (value == null) {
            return nul();
        }
        filling.ascii(value.toPlainString());
        return this;
    }

    public BulkLoader bool(boolean value) {
        return number(value ? 1 : 0);
    }

    /** A column without a value. */
    public BulkLoader nul() {
        filling.nul();
        return this;
    }

    /** Ends the row; the columns that were given must be as many as the table's. */
    public void endRow() {
        filling.endRow(table, columns);
        rows++;
        if (filling.size() >= BUFFER_BYTES) {
            hand();
        }
    }

    /** Forgets what was given since the last ended row. */
    public void dropRow() {
        filling.dropRow();
    }

    /** Rows ended so far. */
    public long rows() {
        return rows;
    }

    /** Returns when every row ended so far is in the table. */
    public void flush() {
        if (filling.size() > 0) {
            hand();
        }
        await();
    }

    /**
     * Loads the rows that are left, but not one that was not ended; a second call does nothing, nor does one after a
     * failed load. Rows are loaded also where the caller failed meanwhile: its transaction decides whether they count.
     */
    @Override
    public void close() {
        if (!ended) {
            ended = true;
            filling.dropRow();
            flush();
        }
    }

    void abandon() {
        ended = true;
        if (loading != null) {
            loading.cancel(false);
        }
    }

    private void hand() {
        await();
        RowBuffer full = filling;
        loading = thread.submit(() -> load(full));
        filling = spare == null ? new RowBuffer() : spare;
        spare = null;
    }

    private void await() {
        if (loading == null) {
            return;
        }
        try {
            spare = loading.get();
            loading = null;
        } catch (ExecutionException e) {
            ended = true;
            throw failure(e.getCause());
        } catch (InterruptedException e) {
            ended = true;
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Loading " + table + " was interrupted.", e);
        }
    }

    private RuntimeException failure(Throwable cause) {
        if (cause instanceof SQLException e) {
            return SqlFailure.of("loading " + table, sql, e);
        }
        return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
    }

    private RowBuffer load(RowBuffer rows) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement
                    .unwrap(org.mariadb.jdbc.Statement.class)
                    .setLocalInfileInputStream(new ByteArrayInputStream(rows.bytes(), 0, rows.size()));
            statement.executeLargeUpdate(sql);
            // asking clears the warning, so ask once
            SQLWarning warning = statement.getWarnings();
            if (warning != null) {
                throw new DataIntegrityViolationException("Loading " + table + ": " + warning.getMessage());
            }
        }
        rows.clear();
        return rows;
    }
}
