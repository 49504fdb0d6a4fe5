package org.trueup.batch.store;

/** Says in one sentence for people why the store cannot be used, and what to do about it. */
public final class StoreException extends RuntimeException {

    StoreException(String sentence) {
        super(sentence);
    }

    StoreException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
