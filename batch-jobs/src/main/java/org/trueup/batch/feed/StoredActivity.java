package org.trueup.batch.feed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.trueup.batch.store.PackedActivity;
import org.trueup.batch.store.SqlFailure;
import org.trueup.batch.store.Store;

/** The rows of activity that the store holds, asked for by ever higher keys. */
final class StoredActivity implements AutoCloseable {
    /** A row has up to 61,440 bytes. */
    private static final int FETCH = 50;

    private static final String ROWS = "SELECT tenant_no, part, year, months FROM " + PackedActivity.TABLE
            + " WHERE tenant_no BETWEEN ? AND ? AND year BETWEEN ? AND ? ORDER BY tenant_no, part, year";

    private final Connection connection;
    private final ResultSet rows;
    private boolean onRow;
    private int tenantNo;
    private int part;
    private int year;

    private StoredActivity(Connection connection, ResultSet rows) throws SQLException {
        this.connection = connection;
        this.rows = rows;
        advance();
    }

    /** Opens those of some tenants and years, the last ones included. */
    static StoredActivity of(Store store, int firstTenant, int lastTenant, int firstYear, int lastYear)
            throws SQLException {
        Connection connection = store.openForStreaming();
        boolean opened = false;
        try {
            PreparedStatement statement = connection.prepareStatement(ROWS);
            statement.setFetchSize(FETCH);
            statement.setInt(1, firstTenant);
            statement.setInt(2, lastTenant);
            statement.setInt(3, firstYear);
            statement.setInt(4, lastYear);
            StoredActivity stored = new StoredActivity(connection, statement.executeQuery());
            opened = true;
            return stored;
        } finally {
            if (!opened) {
                connection.close();
            }
        }
    }

    /** What the row of a key holds; empty where there is none. */
    PackedActivity of(int ofTenant, int ofPart, int ofYear) {
        try {
            int order = -1;
            while (onRow && (order = compare(ofTenant, ofPart, ofYear)) < 0) {
                advance();
            }
            return onRow && order == 0 ? PackedActivity.of(rows.getBytes(4)) : PackedActivity.empty();
        } catch (SQLException e) {
            throw SqlFailure.of("merging activity", e);
        }
    }

    private int compare(int ofTenant, int ofPart, int ofYear) {
        if (tenantNo != ofTenant) {
            return Integer.compare(tenantNo, ofTenant);
        }
        return part != ofPart ? Integer.compare(part, ofPart) : Integer.compare(year, ofYear);
    }

    private void advance() throws SQLException {
        onRow = rows.next();
        if (onRow) {
            tenantNo = rows.getInt(1);
            part = rows.getInt(2);
            year = rows.getInt(3);
        }
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
