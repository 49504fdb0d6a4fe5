package org.trueup.batch.feed;

import java.sql.SQLException;
import org.trueup.batch.store.PackedActivity;
import org.trueup.batch.store.RowCursor;
import org.trueup.batch.store.SqlFailure;
import org.trueup.batch.store.Store;

/** The rows of activity that the store holds, asked for by ever higher keys. */
final class StoredActivity implements AutoCloseable {
    /** A row has up to 61,440 bytes. */
    private static final int FETCH = 50;

    private static final String ROWS = "SELECT tenant_no, part, year, months FROM " + PackedActivity.TABLE
            + " WHERE tenant_no BETWEEN ? AND ? AND year BETWEEN ? AND ? ORDER BY tenant_no, part, year";

    private final RowCursor rows;

    private StoredActivity(RowCursor rows) {
        this.rows = rows;
    }

    /** Opens those of some tenants and years, the last ones included. */
    static StoredActivity of(Store store, int firstTenant, int lastTenant, int firstYear, int lastYear)
            throws SQLException {
        return new StoredActivity(RowCursor.open(store, ROWS, FETCH, firstTenant, lastTenant, firstYear, lastYear));
    }

    /** What the row of a key holds; empty where there is none. */
    PackedActivity of(int tenant, int part, int year) {
        try {
            int order = -1;
            while (rows.onRow() && (order = order(tenant, part, year)) < 0) {
                rows.advance();
            }
            return rows.onRow() && order == 0 ? PackedActivity.of(rows.row().getBytes(4)) : PackedActivity.empty();
        } catch (SQLException e) {
            throw SqlFailure.of("merging activity", e);
        }
    }

    /** How the row that comes next stands to a key. */
    private int order(int tenant, int part, int year) throws SQLException {
        int order = Integer.compare(rows.row().getInt(1), tenant);
        order = order != 0 ? order : Integer.compare(rows.row().getInt(2), part);
        return order != 0 ? order : Integer.compare(rows.row().getInt(3), year);
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}
