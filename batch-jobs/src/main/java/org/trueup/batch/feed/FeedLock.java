package org.trueup.batch.feed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/**
 * Lets one feed at a time be loaded into a store, by whichever program. MariaDB lets go of the lock when the
 * connection ends, so a killed program leaves nothing locked.
 */
final class FeedLock implements AutoCloseable {
    /** Locks hold for a whole server, a store is one database of it. */
    private static final String NAME = "CONCAT('trueup feed ', MD5(DATABASE()))";

    private static final Logger LOG = LoggerFactory.getLogger(FeedLock.class);

    private final Connection connection;

    private FeedLock(Connection connection) {
        this.connection = connection;
    }

    /**
     * Takes the lock without waiting.
     *
     * @throws FeedException when another feed is being loaded
     */
    static FeedLock take(DataSource database) {
        try {
            Connection connection = database.getConnection();
            boolean taken = false;
            try {
                taken = isTrue(connection, "SELECT GET_LOCK(" + NAME + ", 0) = 1");
            } finally {
                if (!taken) {
                    connection.close();
                }
            }
            if (!taken) {
                throw new FeedException(
                        "Another feed is being loaded into this store; load this one when that has ended.");
            }
            return new FeedLock(connection);
        } catch (SQLException e) {
            throw new SQLExceptionSubclassTranslator().translate("locking the feed", null, e);
        }
    }

    /** Makes sure that the lock was not lost with its connection meanwhile. */
    void verify() {
        try {
            if (isTrue(connection, "SELECT IS_USED_LOCK(" + NAME + ") <=> CONNECTION_ID()")) {
                return;
            }
        } catch (SQLException e) {
            throw new FeedException("The connection to the database broke while the feed was read; load it again.", e);
        }
        throw new FeedException("The database let go of the lock of this feed; load it again.");
    }

    private static boolean isTrue(Connection connection, String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question);
                ResultSet answer = statement.executeQuery()) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    @Override
    public void close() {
        try (connection;
                PreparedStatement release = connection.prepareStatement("DO RELEASE_LOCK(" + NAME + ")")) {
            release.execute();
        } catch (SQLException e) {
            // the connection is broken, and MariaDB lets go of a lock when its connection ends
            LOG.warn("The lock of the feed was given back by a broken connection: {}", e.getMessage());
        }
    }
}
