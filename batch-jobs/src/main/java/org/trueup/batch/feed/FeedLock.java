package org.trueup.batch.feed;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.trueup.batch.store.NamedLock;

/** Lets one feed at a time be loaded into a store, by whichever program. */
record FeedLock(NamedLock lock) implements AutoCloseable {

    /**
     * Takes the lock without waiting.
     *
     * @throws FeedException when another feed is being loaded
     */
    static FeedLock take(DataSource database) {
        NamedLock lock = NamedLock.tryTake(database, "feed");
        if (lock == null) {
            throw new FeedException("Another feed is being loaded into this store; load this one when that has ended.");
        }
        return new FeedLock(lock);
    }

    /** Makes sure that the lock was not lost with its connection meanwhile. */
    void verify() {
        boolean held;
        try {
            held = lock.stillHeld();
        } catch (SQLException e) {
            throw new FeedException("The connection to the database broke while the feed was read; load it again.", e);
        }
        if (!held) {
            throw new FeedException("The database let go of the lock of this feed; load it again.");
        }
    }

    @Override
    public void close() {
        lock.close();
    }
}
