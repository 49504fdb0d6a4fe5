package org.trueup.batch.whatif;

import org.jspecify.annotations.Nullable;

/** Says in one sentence for people why nothing was compared. No file was written. */
public final class WhatIfException extends RuntimeException {

    WhatIfException(String sentence) {
        this(sentence, null);
    }

    WhatIfException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
