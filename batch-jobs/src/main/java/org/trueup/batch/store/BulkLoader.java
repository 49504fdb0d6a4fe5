package org.trueup.batch.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Adds rows to one table: call one method a column, in the order of the columns, then {@link #endRow()}; at last
 * {@link #close()}. Rows travel in buffers of some megabytes, so an error of a row (it does not fit its column, the
 * connection broke) is thrown by a later call, as Spring's {@code DataAccessException}; nothing is loaded after it.
 * MariaDB only warns where a value is cut off; here that is an error.
 */
public final class BulkLoader implements AutoCloseable {
    private static final int BUFFER_BYTES = 4 << 20;

    private final String table;
    private final int columns;
    private final RowLoading loading;
    private RowBuffer filling = new RowBuffer();
    private boolean ended;
    private long rows;

    BulkLoader(String table, int columns, RowLoading loading) {
        this.table = table;
        this.columns = columns;
        this.loading = loading;
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

    /** A value of a binary column. */
    public BulkLoader bytes(byte[] bytes, int from, int length) {
        return utf8(bytes, from, length);
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

    /** Ends the row in another loader, of the same columns, instead of this one. */
    public void moveRow(BulkLoader other) {
        filling.moveRow(other.filling);
        other.endRow();
    }

    /** The {@linkplain RowBuffer#fingerprint() fingerprint} of what was given since the last ended row. */
    public long fingerprint() {
        return filling.fingerprint();
    }

    /** Rows ended so far. */
    public long rows() {
        return rows;
    }

    /** Hands over every row ended so far, and waits for MariaDB no longer than {@link #endRow()} may. */
    public void handOver() {
        if (filling.size() > 0) {
            hand();
        }
    }

    /** Returns when every row ended so far is in the table. */
    public void flush() {
        handOver();
        try {
            loading.finish();
        } catch (RuntimeException e) {
            ended = true;
            throw e;
        }
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
        loading.abandon();
    }

    private void hand() {
        try {
            filling = loading.hand(filling);
        } catch (RuntimeException e) {
            ended = true;
            throw e;
        }
    }
}
