package org.trueup.batch.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * A lock in the store that one program holds at a time. MariaDB lets go of it when the connection ends, so a killed
 * program leaves nothing locked.
 */
public final class NamedLock implements AutoCloseable {
    /** Whoever changes facts or decides by them: feeds and nights, one at a time, so that a night sees one state. */
    public static final String FACTS = "facts";

    /** Whoever sends the mails that wait, so that no two programs send the same one. */
    public static final String MAIL = "mail";

    /** Locks hold for a whole server, a store is one database of it. */
    private static final String NAME = "CONCAT('trueup ', ?, ' ', MD5(DATABASE()))";

    private static final Logger LOG = LoggerFactory.getLogger(NamedLock.class);
    private static final int LONGEST_ANSWER_MILLIS = 10_000;

    private final Connection connection;
    private final String name;

    private NamedLock(Connection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    /**
     * Takes a lock without waiting; none when another program holds it.
     *
     * @param name at most 20 characters
     */
    public static @Nullable NamedLock tryTake(DataSource database, String name) {
        try {
            Connection connection = database.getConnection();
            NamedLock lock = new NamedLock(connection, name);
            boolean taken = false;
            try {
                // a database that hangs must not keep a program from giving up
                connection.setNetworkTimeout(Runnable::run, LONGEST_ANSWER_MILLIS);
                taken = lock.isTrue("SELECT GET_LOCK(" + NAME + ", 0) = 1");
            } finally {
                if (!taken) {
                    connection.close();
                }
            }
            return taken ? lock : null;
        } catch (SQLException e) {
            throw SqlFailure.of("locking " + name, e);
        }
    }

    /**
     * Takes a lock, and waits for it a while: after the database was away it may hold the lock yet for a connection that
     * broke on this side only.
     *
     * @return none when another program holds it
     */
    public static @Nullable NamedLock tryTake(DataSource database, String name, Duration patience) {
        long begun = System.nanoTime();
        NamedLock lock = tryTake(database, name);
        while (lock == null && System.nanoTime() - begun < patience.toNanos()) {
            Waiting.pause();
            lock = tryTake(database, name);
        }
        return lock;
    }

    /** Whether nobody holds a lock at this moment. */
    public static boolean isFree(DataSource database, String name) {
        try (Connection connection = database.getConnection();
                PreparedStatement question = connection.prepareStatement("SELECT IS_FREE_LOCK(" + NAME + ")")) {
            question.setString(1, name);
            try (ResultSet answer = question.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        } catch (SQLException e) {
            throw SqlFailure.of("asking for the lock " + name, e);
        }
    }

    /** Whether the lock was not lost with its connection meanwhile. */
    public boolean stillHeld() {
        try {
            return isHeld();
        } catch (SQLException e) {
            LOG.warn("The lock {} went with its connection: {}", name, e.getMessage());
            return false;
        }
    }

    /**
     * Makes sure that nobody else can have had the lock meanwhile.
     *
     * @throws DataAccessException that tells of a lost connection, when it was lost
     */
    public void requireHeld() {
        if (!stillHeld()) {
            throw SqlFailure.of(
                    "keeping the lock " + name,
                    new SQLNonTransientConnectionException("The lock went with its connection", "08003"));
        }
    }

    private boolean isHeld() throws SQLException {
        return isTrue("SELECT IS_USED_LOCK(" + NAME + ") <=> CONNECTION_ID()");
    }

    private boolean isTrue(String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, name);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    @Override
    public void close() {
        try (connection;
                PreparedStatement release = connection.prepareStatement("DO RELEASE_LOCK(" + NAME + ")")) {
            release.setString(1, name);
            release.execute();
        } catch (SQLException e) {
            // the connection is broken, and MariaDB lets go of a lock when its connection ends
            LOG.info("The lock {} was given back by a broken connection: {}", name, e.getMessage());
        }
    }
}
