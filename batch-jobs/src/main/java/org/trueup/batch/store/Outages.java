package org.trueup.batch.store;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Has work outlast a database that goes away for a while: it is begun again when the database is back. */
public final class Outages {
    /** A database that goes away again and again is not waited for any more. */
    private static final int MOST = 10;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Store store;
    private final Duration longest;

    /** @param longest how long to wait at a time; zero waits for nothing */
    public Outages(Store store, Duration longest) {
        this.store = store;
        this.longest = longest;
    }

    /**
     * Does work, and does it again after each time that the database went away.
     *
     * @param told hears in a sentence what is waited for
     * @param again is asked before the work is begun again, and throws when it should not be
     * @throws StoreException when the database does not come back in time, or cannot
     */
    public <T> T outlast(Consumer<String> told, Supplier<T> work, Runnable again) {
        RuntimeException lost = null;
        for (int times = 0; times <= MOST; times++) {
            try {
                if (times > 0) {
                    again.run();
                }
                return work.get();
            } catch (RuntimeException failure) {
                if (!LostDatabase.caused(failure)) {
                    throw failure;
                }
                lost = failure;
                if (!isBack(told)) {
                    break;
                }
            }
        }
        throw new StoreException(store.givenUp().orElse(LostDatabase.SENTENCE), lost);
    }

    private boolean isBack(Consumer<String> told) {
        if (store.answers()) {
            return true;
        }
        if (longest.isZero() || isHopeless()) {
            return false;
        }
        told.accept("The database went away; waiting up to %s for it.".formatted(inWords()));
        boolean over = Waiting.until(() -> isHopeless() || store.answers(), longest, BETWEEN_LOOKS);
        boolean back = over && !isHopeless();
        if (back) {
            told.accept("The database is back.");
        }
        return back;
    }

    private boolean isHopeless() {
        return store.isEnding() || store.givenUp().isPresent();
    }

    private String inWords() {
        return longest.toSeconds() % 60 == 0 ? longest.toMinutes() + " minutes" : longest.toSeconds() + " seconds";
    }
}
