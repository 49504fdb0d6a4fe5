package org.trueup.batch.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The rows of one query, some in memory at a time. Owns its connection: a cursor streams only alone. */
public final class RowCursor implements AutoCloseable {
    private final Connection connection;
    private final ResultSet rows;
    private boolean onRow;

    private RowCursor(Connection connection, ResultSet rows) throws SQLException {
        this.connection = connection;
        this.rows = rows;
        advance();
    }

    /** Opens a cursor, on its first row if there is one. */
    public static RowCursor open(Store store, String sql, int fetchRows, int... parameters) throws SQLException {
        Connection connection = store.openForStreaming();
        boolean opened = false;
        try {
            PreparedStatement statement = connection.prepareStatement(sql);
            statement.setFetchSize(fetchRows);
            for (int i = 0; i < parameters.length; i++) {
                statement.setInt(i + 1, parameters[i]);
            }
            RowCursor cursor = new RowCursor(connection, statement.executeQuery());
            opened = true;
            return cursor;
        } finally {
            if (!opened) {
                connection.close();
            }
        }
    }

    /** Whether it is on a row, and not behind the last one. */
    public boolean onRow() {
        return onRow;
    }

    /** The row on which it is, to be read but not to be left. */
    public ResultSet row() {
        return rows;
    }

    /** Goes to the next row. */
    public void advance() throws SQLException {
        onRow = rows.next();
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
