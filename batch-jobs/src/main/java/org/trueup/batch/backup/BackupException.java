package org.trueup.batch.backup;

import java.io.Serial;

/** Says in one sentence for people why a store could not be backed up or restored, and what to do about it. */
public final class BackupException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    BackupException(String sentence) {
        super(sentence);
    }

    BackupException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
