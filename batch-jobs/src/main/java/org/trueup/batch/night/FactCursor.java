package org.trueup.batch.night;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.trueup.batch.store.RowCursor;
import org.trueup.batch.store.Store;

/**
 * Streams the rows of one table in the order of tenants and hands them out tenant by tenant. Its first column is the
 * tenant's number.
 */
final class FactCursor<T> implements AutoCloseable {
    private static final int FETCH_ROWS = 5_000;

    private final RowCursor rows;
    private final Row<T> reader;

    /** Reads one row, the tenant's number already known. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private FactCursor(RowCursor rows, Row<T> reader) {
        this.rows = rows;
        this.reader = reader;
    }

    /** Opens a cursor; the parameters of {@code sql} are the first tenant's number and the one after the last. */
    static <T> FactCursor<T> open(Store store, String sql, TenantRange range, Row<T> reader) throws SQLException {
        return open(store, sql, range, FETCH_ROWS, reader);
    }

    /** Opens a cursor that has so many rows in memory at a time. */
    static <T> FactCursor<T> open(Store store, String sql, TenantRange range, int fetchRows, Row<T> reader)
            throws SQLException {
        return new FactCursor<>(RowCursor.open(store, sql, fetchRows, range.from(), range.to()), reader);
    }

    /** Whether another row is there. */
    boolean hasNext() {
        return rows.onRow();
    }

    /** A number of the row that is there, by its column. */
    int number(int column) throws SQLException {
        return rows.row().getInt(column);
    }

    /** The next row, whosever it is. */
    T next() throws SQLException {
        T row = reader.read(rows.row());
        rows.advance();
        return row;
    }

    /** The rows of a tenant; those of tenants before it are passed over, so tenants are asked for in order. */
    List<T> of(int tenantNo) throws SQLException {
        while (hasNext() && number(1) < tenantNo) {
            rows.advance();
        }
        if (!hasNext() || number(1) != tenantNo) {
            return List.of();
        }
        List<T> tenants = new ArrayList<>();
        while (hasNext() && number(1) == tenantNo) {
            tenants.add(next());
        }
        return tenants;
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}
