package org.trueup.batch.store;

import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.springframework.dao.DataIntegrityViolationException;

/** One {@code LOAD DATA LOCAL} statement, run by the connection's thread. */
record LoadStatement(Connection connection, ExecutorService thread, String table, String sql) {

    /** Runs the statement on rows. */
    void run(InputStream rows) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.unwrap(org.mariadb.jdbc.Statement.class).setLocalInfileInputStream(rows);
            statement.executeLargeUpdate(sql);
            // asking clears the warning, so ask once
            SQLWarning warning = statement.getWarnings();
            if (warning != null) {
                throw new DataIntegrityViolationException("Loading " + table + ": " + warning.getMessage());
            }
        }
    }

    /** What a load on the connection's thread brought, or its failure. */
    <T> T await(Future<T> load) {
        try {
            return load.get();
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    RuntimeException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Loading " + table + " was interrupted.", e);
    }

    private RuntimeException failure(Throwable cause) {
        if (cause instanceof SQLException e) {
            return SqlFailure.of("loading " + table, sql, e);
        }
        return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
    }
}
