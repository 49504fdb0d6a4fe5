package org.trueup.batch.store;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.springframework.transaction.TransactionSystemException;

/** Tells failures of a database that went away, or that nobody reaches, from other ones: they pass when it is back. */
public final class LostDatabase {
    /** What a person does then. */
    public static final String SENTENCE =
            "The database went away or does not answer, and nothing that counted before has"
                    + " changed; when it is back, run the same command again.";

    /** The class of SQL states that tell of connections. */
    private static final String CONNECTIONS = "08";
    /** The pool closes a connection as soon as it has broken, and whoever still holds it hears this. */
    private static final String CLOSED_BY_POOL = "Connection is closed";
    /** What a server that is being stopped answers: that it is, or that the connection was killed. */
    private static final Set<Integer> STOPPING = Set.of(1053, 1927);

    private LostDatabase() {}

    /** Whether a failure, or what it was caused by, came from a connection that broke or could not be made. */
    public static boolean caused(Throwable failure) {
        return Causes.any(failure, cause -> isOne(cause) || brokeOff(cause));
    }

    private static boolean isOne(Throwable cause) {
        return cause instanceof SQLTransientConnectionException
                || cause instanceof SQLNonTransientConnectionException
                || cause instanceof SQLException sql && isOne(sql);
    }

    private static boolean isOne(SQLException failure) {
        String state = failure.getSQLState();
        return STOPPING.contains(failure.getErrorCode())
                || state != null && state.startsWith(CONNECTIONS)
                || state == null && CLOSED_BY_POOL.equals(failure.getMessage());
    }

    /** Where what a transaction failed by also kept it from being rolled back, the first failure says why. */
    private static boolean brokeOff(Throwable cause) {
        return cause instanceof TransactionSystemException rollback
                && rollback.getApplicationException() != null
                && caused(rollback.getApplicationException());
    }
}
