package org.trueup.batch.store;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** Tells failures of a database that went away, or that nobody reaches, from other ones: they pass when it is back. */
public final class LostDatabase {
    /** What a person does then. */
    public static final String SENTENCE =
            "The database went away or does not answer, and nothing that counted before has"
                    + " changed; when it is back, run the same command again.";

    private static final int MOST_CAUSES = 30;
    /** The class of SQL states that tell of connections. */
    private static final String CONNECTIONS = "08";
    /** What a server that is being stopped answers: that it is, or that the connection was killed. */
    private static final Set<Integer> STOPPING = Set.of(1053, 1927);

    private LostDatabase() {}

    /** Whether a failure, or what it was caused by, came from a connection that broke or could not be made. */
    public static boolean caused(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
            if (isOne(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isOne(Throwable cause) {
        return cause instanceof SQLTransientConnectionException
                || cause instanceof SQLNonTransientConnectionException
                || cause instanceof SQLException sql && isOne(sql);
    }

    private static boolean isOne(SQLException failure) {
        String state = failure.getSQLState();
        return STOPPING.contains(failure.getErrorCode()) || state != null && state.startsWith(CONNECTIONS);
    }
}
