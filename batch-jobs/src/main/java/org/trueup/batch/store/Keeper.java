package org.trueup.batch.store;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who looks after the database of a store.
 *
 * @param starts whether one that has ended is started again without anybody's doing
 * @param givenUp why it is not started any more, as a sentence
 * @param release called when the store needs it no longer
 */
record Keeper(boolean starts, Supplier<Optional<String>> givenUp, Runnable release) {
    /** An operator. */
    static final Keeper SOMEBODY_ELSE = new Keeper(false, Optional::empty, () -> {});

    static Keeper of(EmbeddedDatabase database) {
        return new Keeper(true, database::givenUp, database::leave);
    }

    /** Whether a database that is gone comes back without anybody's doing. */
    boolean bringsItBack() {
        return starts && givenUp.get().isEmpty();
    }
}
