package org.trueup.batch.store;

import java.sql.SQLException;
import java.util.Set;

/** Tells failures of a database whose disk is full from other ones: they pass when somebody makes room. */
public final class FullDatabase {
    /** What a person does then. */
    public static final String SENTENCE =
            "The disk of the database is full, and nothing that counted before has changed; free some space and run the same"
                    + " command again.";

    /** No room for a file, a table, a transaction's log. */
    private static final Set<Integer> FULL = Set.of(1021, 1114, 1637);

    private FullDatabase() {}

    /** Whether a failure, or what it was caused by, came from a full disk of the database. */
    public static boolean caused(Throwable failure) {
        return Causes.any(failure, cause -> cause instanceof SQLException sql && isOne(sql));
    }

    private static boolean isOne(SQLException failure) {
        return FULL.contains(failure.getErrorCode()) || DiskTrouble.meansFull(String.valueOf(failure.getMessage()));
    }
}
