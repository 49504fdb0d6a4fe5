package org.trueup.batch.feed;

import javax.sql.DataSource;
import org.trueup.batch.store.AtWork;
import org.trueup.batch.store.NamedLock;

/** Lets one feed at a time be loaded into a store, and none beside a night, by whichever program. */
record FeedLock(NamedLock lock) implements AutoCloseable {

    /**
     * Takes the lock without waiting.
     *
     * @throws FeedException when another feed or night is at work
     */
    static FeedLock take(DataSource database) {
        NamedLock lock = NamedLock.tryTake(database, NamedLock.FACTS);
        if (lock == null) {
            throw new FeedException(AtWork.words(database) + "; load this feed when that has ended.");
        }
        return new FeedLock(lock);
    }

    /** Makes sure that the lock was not lost with its connection meanwhile. */
    void verify() {
        lock.requireHeld();
    }

    @Override
    public void close() {
        lock.close();
    }
}
