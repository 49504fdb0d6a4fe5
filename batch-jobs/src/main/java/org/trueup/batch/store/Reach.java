package org.trueup.batch.store;

import java.net.ConnectException;
import java.sql.Connection;
import java.sql.SQLException;

/** Finds out whether a database is there, by a connection of its own that is given up after two seconds. */
final class Reach {
    private static final int SECONDS = 2;

    private final DatabaseUrl url;

    Reach(DatabaseUrl url) {
        this.url = url.with("connectTimeout", Integer.toString(SECONDS * 1_000));
    }

    /** What was found. */
    enum Found {
        ANSWERS,
        /** Nobody listens at its address, which is certain. */
        REFUSED,
        /** It may be gone, or be slow. */
        SILENT
    }

    Found look() {
        try (Connection connection = Connections.plain(url)) {
            return connection.isValid(SECONDS) ? Found.ANSWERS : Found.SILENT;
        } catch (SQLException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof ConnectException) {
                    return Found.REFUSED;
                }
            }
            return Found.SILENT;
        }
    }
}
