package org.trueup.batch.night;

import org.jspecify.annotations.Nullable;

/** Says in one sentence for people why a night could not be run. The results and files from before are as they were. */
public class NightException extends RuntimeException {

    NightException(String sentence) {
        this(sentence, null);
    }

    NightException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
