package org.trueup.batch.store;

import java.sql.SQLException;
import java.util.Set;

/** Tells failures of a database whose disk is full from other ones: they pass when somebody makes room. */
public final class FullDatabase {
    /** What a person does then. */
    public static final String SENTENCE =
            "The disk of the database is full, and nothing that counted before has changed; free some space and run the same"
                    + " command again.";

    private static final int MOST_CAUSES = 30;
    /** No room for a file, a table, a transaction's log. */
    private static final Set<Integer> FULL = Set.of(1021, 1114, 1637);

    private FullDatabase() {}

    /** Whether a failure, or what it was caused by, came from a full disk of the database. */
    public static boolean caused(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
            if (cause instanceof SQLException sql
                    && (FULL.contains(sql.getErrorCode()) || DiskTrouble.meansFull(String.valueOf(sql.getMessage())))) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
