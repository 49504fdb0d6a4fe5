package org.trueup.batch.feed;

import org.jspecify.annotations.Nullable;

/** A feed was not loaded, and no fact was changed; the message is one sentence for people. */
public final class FeedException extends RuntimeException {
    FeedException(String message) {
        this(message, null);
    }

    FeedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
