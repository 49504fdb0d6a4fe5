package org.trueup.batch.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.trueup.batch.store.BulkConnection;
import org.trueup.batch.store.SqlFailure;

/**
 * The one transaction in which a feed becomes facts, over several steps, on a connection of its own. Unless it is
 * committed nothing has happened, whether it is rolled back, the program killed or the connection lost.
 */
final class FactsTransaction implements AutoCloseable {
    /**
     * What a killed feed had written is taken back at leisure, millions of rows in minutes, and is locked until then. A
     * slow disk may let MariaDB wait for rows. Checks are off because only then an empty table is filled without undo
     * log; the feed gives out all keys itself, no table refers to another.
     */
    private static final String OWN = "SET SESSION innodb_lock_wait_timeout = 3600, net_read_timeout = 3600,"
            + " unique_checks = 0, foreign_key_checks = 0";

    private static final String USUAL = "SET SESSION innodb_lock_wait_timeout = DEFAULT, net_read_timeout = DEFAULT,"
            + " unique_checks = DEFAULT, foreign_key_checks = DEFAULT";

    private final Connection connection;
    private @Nullable BulkConnection bulk;

    private FactsTransaction(Connection connection) {
        this.connection = connection;
    }

    static FactsTransaction begin(DataSource database) {
        try {
            Connection connection = database.getConnection();
            boolean begun = false;
            try (Statement statement = connection.createStatement()) {
                statement.execute(OWN);
                connection.setAutoCommit(false);
                begun = true;
            } finally {
                if (!begun) {
                    connection.close();
                }
            }
            return new FactsTransaction(connection);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Loads rows within the transaction, also while other work is done; before its next statement it has to settle. */
    BulkConnection bulk() {
        BulkConnection there = bulk;
        if (there == null) {
            there = new BulkConnection(connection);
            bulk = there;
        }
        return there;
    }

    /** Returns when all rows that were handed over are loaded. */
    void settle() {
        if (bulk != null) {
            bulk.finish();
        }
        stopLoading();
    }

    private void stopLoading() {
        BulkConnection there = bulk;
        bulk = null;
        if (there != null) {
            there.close();
        }
    }

    Connection connection() {
        return connection;
    }

    /** Statements of this transaction. */
    JdbcClient sql() {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Takes back whatever was not committed, and lets go of the tables. */
    void rollBack() {
        try {
            stopLoading();
            connection.rollback();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            stopLoading();
            // a broken connection has rolled back by itself and refuses
            if (connection.isValid(1)) {
                connection.rollback();
                try (Statement statement = connection.createStatement()) {
                    statement.execute(USUAL);
                    connection.commit();
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static RuntimeException failure(SQLException e) {
        return SqlFailure.of("the feed's transaction", e);
    }
}
