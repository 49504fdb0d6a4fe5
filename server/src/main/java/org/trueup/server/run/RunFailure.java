package org.trueup.server.run;

import org.trueup.batch.store.FullDatabase;
import org.trueup.batch.store.LostDatabase;

/** Says for the store why a run failed. */
final class RunFailure {
    private static final int MOST_CAUSES = 30;

    private RunFailure() {}

    /** Exceptions of our modules carry a sentence for people, and the outermost of them speaks. */
    static String sentence(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
            if (cause.getClass().getName().startsWith("org.trueup.") && cause.getMessage() != null) {
                return cause.getMessage().strip().replaceAll("\\s+", " ");
            }
            cause = cause.getCause();
        }
        if (LostDatabase.caused(failure)) {
            return LostDatabase.SENTENCE;
        }
        if (FullDatabase.caused(failure)) {
            return FullDatabase.SENTENCE;
        }
        return "Something unexpected happened (%s); the log of the program says what."
                .formatted(failure.getClass().getSimpleName());
    }
}
