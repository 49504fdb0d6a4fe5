package org.trueup.batch.store;

import java.util.function.Predicate;

/** A failure and what it was caused by. */
final class Causes {
    /** Causes may go round in a circle. */
    private static final int MOST = 30;

    private Causes() {}

    /** Whether a failure, or one of those that it was caused by, is such a one. */
    static boolean any(Throwable failure, Predicate<Throwable> such) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < MOST; i++) {
            if (such.test(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
