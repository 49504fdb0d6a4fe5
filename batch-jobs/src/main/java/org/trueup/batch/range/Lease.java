package org.trueup.batch.range;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds one request at a time by a row lock in a transaction of its own, on a connection of its own. When the program dies or
 * is cut off, MariaDB ends the connection and others see the request again. Several threads may use it.
 */
final class Lease implements AutoCloseable {
    /** Unlike a lock that is waited for, one that somebody else holds is passed over. */
    private static final String TAKE = "SELECT step_execution_id, job_execution_id, run_id FROM range_request"
            + " WHERE program = ?%s ORDER BY step_execution_id LIMIT 1 FOR UPDATE SKIP LOCKED";

    private final Source source;
    private @Nullable Connection connection;
    private @Nullable RangeRequest held;

    /** Opens a connection that MariaDB ends soon when nothing is heard on it. */
    @FunctionalInterface
    interface Source {
        Connection open() throws SQLException;
    }

    Lease(Source source) {
        this.source = source;
    }

    /**
     * Takes a request that nobody holds; none where there is none.
     *
     * @param program whose requests
     * @param but those that are left to others
     */
    synchronized @Nullable RangeRequest take(String program, Set<Long> but) throws SQLException {
        Connection open = connection();
        String condition = but.isEmpty()
                ? ""
                : but.stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(", ", " AND step_execution_id NOT IN (", ")"));
        try (PreparedStatement take = open.prepareStatement(TAKE.formatted(condition))) {
            take.setString(1, program);
            try (ResultSet row = take.executeQuery()) {
                held = row.next() ? new RangeRequest(row.getLong(1), row.getLong(2), row.getInt(3)) : null;
            }
        }
        if (held == null) {
            open.rollback();
        }
        return held;
    }

    /** Ends the request that is held: nobody needs to do it any more. */
    synchronized void settle() throws SQLException {
        RangeRequest done = held;
        if (done == null) {
            return;
        }
        try (PreparedStatement delete =
                connection().prepareStatement("DELETE FROM range_request WHERE step_execution_id = ?")) {
            delete.setLong(1, done.stepExecution());
            delete.executeUpdate();
        }
        connection().commit();
        held = null;
    }

    /** Leaves the request that is held to others. */
    synchronized void giveBack() throws SQLException {
        held = null;
        Connection open = connection;
        if (open != null) {
            open.rollback();
        }
    }

    /** Lets the server know that this program lives, while it holds a request. */
    synchronized void ping() throws SQLException {
        Connection open = connection;
        if (open != null && held != null) {
            try (PreparedStatement nothing = open.prepareStatement("DO 0")) {
                nothing.execute();
            }
        }
    }

    private Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = source.open();
            open.setAutoCommit(false);
            connection = open;
        }
        return open;
    }

    /** Lets go of everything; the next request is taken on a new connection. */
    @Override
    public synchronized void close() {
        Connection open = connection;
        connection = null;
        held = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                // it was broken, and the server has rolled back or will
            }
        }
    }
}
