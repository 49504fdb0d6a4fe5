package org.trueup.batch.feed;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import org.trueup.batch.store.RowBuffer;
import org.trueup.batch.store.Store;

/**
 * The accounts that the store holds, each with the fingerprint of its row as a line of the feed would write it, so that a
 * line that says nothing new is known by it.
 */
final class StoredAccounts {
    private static final int FETCH = 5_000;

    private final ResultSet rows;
    private final int columns;
    private final boolean[] text;
    private final RowBuffer row = new RowBuffer();

    private StoredAccounts(ResultSet rows) throws SQLException {
        this.rows = rows;
        ResultSetMetaData about = rows.getMetaData();
        columns = about.getColumnCount();
        text = new boolean[columns + 1];
        for (int column = 1; column <= columns; column++) {
            int type = about.getColumnType(column);
            text[column] = type == Types.VARCHAR || type == Types.CHAR;
        }
    }

    /** Adds all of them, in the order of the store. */
    static void addTo(IdIndex index, Store store) throws SQLException {
        String sql = "SELECT %s FROM %s ORDER BY tenant_no, account_no"
                .formatted(String.join(", ", AccountLines.columns()), AccountLines.TABLE);
        // a statement that is not prepared brings every value as the text that a feed would write
        try (Connection connection = store.openForStreaming();
                Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            try (ResultSet rows = statement.executeQuery(sql)) {
                new StoredAccounts(rows).addTo(index);
            }
        }
    }

    private void addTo(IdIndex index) throws SQLException {
        while (rows.next()) {
            for (int column = 1; column <= columns; column++) {
                write(column);
            }
            byte[] id = rows.getBytes("account_id");
            long entry = index.add(rows.getInt("tenant_no"), rows.getInt("account_no"), id, 0, id.length);
            index.fingerprint(entry, row.fingerprint());
            row.dropRow();
        }
    }

    private void write(int column) throws SQLException {
        if (text[column]) {
            byte[] value = rows.getBytes(column);
            if (value == null) {
                row.nul();
            } else {
                row.utf8(value, 0, value.length);
            }
        } else {
            String value = rows.getString(column);
            if (value == null) {
                row.nul();
            } else {
                row.ascii(value);
            }
        }
    }
}
