package org.trueup.batch.night;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.trueup.batch.store.Store;

/**
 * Streams the rows of one table in the order of tenants and hands them out tenant by tenant. Its first column is the
 * tenant's number. Owns its connection: a cursor streams only alone.
 */
final class FactCursor<T> implements AutoCloseable {
    private static final int FETCH_ROWS = 5_000;

    private final Connection connection;
    private final ResultSet rows;
    private final Row<T> reader;
    private boolean onRow;

    /** Reads one row, the tenant's number already known. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private FactCursor(Connection connection, PreparedStatement statement, Row<T> reader) throws SQLException {
        this.connection = connection;
        this.reader = reader;
        this.rows = statement.executeQuery();
        this.onRow = rows.next();
    }

    /** Opens a cursor; the parameters of {@code sql} are the first tenant's number and the one after the last. */
    static <T> FactCursor<T> open(Store store, String sql, TenantRange range, Row<T> reader) throws SQLException {
        return open(store, sql, range, FETCH_ROWS, reader);
    }

    /** Opens a cursor that has so many rows in memory at a time. */
    static <T> FactCursor<T> open(Store store, String sql, TenantRange range, int fetchRows, Row<T> reader)
            throws SQLException {
        Connection connection = store.openForStreaming();
        boolean opened = false;
        try {
            PreparedStatement statement = connection.prepareStatement(sql);
            statement.setFetchSize(fetchRows);
            statement.setInt(1, range.from());
            statement.setInt(2, range.to());
            FactCursor<T> cursor = new FactCursor<>(connection, statement, reader);
            opened = true;
            return cursor;
        } finally {
            if (!opened) {
                connection.close();
            }
        }
    }

    /** Whether another row is there. */
    boolean hasNext() {
        return onRow;
    }

    /** A number of the row that is there, by its column. */
    int number(int column) throws SQLException {
        return rows.getInt(column);
    }

    /** The next row, whosever it is. */
    T next() throws SQLException {
        T row = reader.read(rows);
        onRow = rows.next();
        return row;
    }

    /** The rows of a tenant; those of tenants before it are passed over, so tenants are asked for in order. */
    List<T> of(int tenantNo) throws SQLException {
        while (onRow && rows.getInt(1) < tenantNo) {
            onRow = rows.next();
        }
        if (!onRow || rows.getInt(1) != tenantNo) {
            return List.of();
        }
        List<T> tenants = new ArrayList<>();
        while (onRow && rows.getInt(1) == tenantNo) {
            tenants.add(next());
        }
        return tenants;
    }

    @Override
    public void close() throws SQLException {
        if (onRow) {
            // closing in order would first read the rest of the rows
            connection.abort(Runnable::run);
        } else {
            connection.close();
        }
    }
}
