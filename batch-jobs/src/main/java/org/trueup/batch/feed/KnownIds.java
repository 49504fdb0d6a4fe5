package org.trueup.batch.feed;

import java.io.Closeable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.trueup.batch.store.SqlFailure;
import org.trueup.batch.store.Store;

/**
 * The tenants and accounts that a line may speak of: those in the store and those that this feed brought so far.
 *
 * @param tenants by id, owner 0
 * @param accounts by id, owned by the tenant's number
 */
record KnownIds(IdIndex tenants, IdIndex accounts) implements Closeable {
    private static final int FETCH = 5_000;

    static KnownIds none(Path scratch) {
        return new KnownIds(new IdIndex(scratch), new IdIndex(scratch));
    }

    /** Adds what the store holds, in the order of its numbers. */
    void addThoseOf(Store store) {
        try {
            addTenants(store);
            StoredAccounts.addTo(accounts, store);
        } catch (SQLException e) {
            throw SqlFailure.of("reading the known ids", e);
        }
    }

    private void addTenants(Store store) throws SQLException {
        try (Connection connection = store.openForStreaming();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT tenant_no, tenant_id FROM tenant ORDER BY tenant_no")) {
            statement.setFetchSize(FETCH);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    byte[] id = rows.getBytes(2);
                    tenants.add(0, rows.getInt(1), id, 0, id.length);
                }
            }
        }
    }

    @Override
    public void close() {
        tenants.close();
        accounts.close();
    }
}
