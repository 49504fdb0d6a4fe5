package org.trueup.batch.feed;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.trueup.batch.store.FullDatabase;

/**
 * Loads feeds. A feed is loaded whole or not at all; what its lines were refused for stays in the store either way.
 * Loading the same folder again changes no fact.
 */
public final class FeedLoader {
    private final FeedLaunch launch;
    private final DataSource database;
    private final Staging staging;
    private final FeedBook book;
    private final ScratchFolder scratch;

    FeedLoader(FeedLaunch launch, DataSource database, Staging staging, ScratchFolder scratch) {
        this.launch = launch;
        this.database = database;
        this.staging = staging;
        this.book = new FeedBook(database);
        this.scratch = scratch;
    }

    /**
     * Loads a folder of CSV files into the store.
     *
     * @throws FeedException when it cannot be loaded, with a sentence for people; no fact was changed then
     */
    public FeedResult load(FeedRequest request) {
        FeedFolder folder = FeedFolder.at(request.folder());
        scratch.prepare();
        try (FeedLock lock = FeedLock.take(database)) {
            launch.buryTheDead();
            return load(request, folder, lock);
        } catch (DataAccessException | TransactionException e) {
            if (FullDatabase.caused(e)) {
                throw new FeedException(FullDatabase.SENTENCE, e);
            }
            throw new FeedException(
                    "The feed was not loaded and no fact was changed, since the database failed (%s); load it again."
                            .formatted(e.getMostSpecificCause().getMessage()),
                    e);
        } catch (UncheckedIOException | InternalError e) {
            throw scratch.failure(e);
        }
    }

    /**
     * Whether the facts are those of a folder as it lies there: the last feed that was loaded came from the same files.
     *
     * @throws FeedException when the folder or a file that must be there is missing, or one cannot be read
     */
    public boolean holds(Path folder) {
        return book.holds(FeedFolder.at(folder));
    }

    private FeedResult load(FeedRequest request, FeedFolder folder, FeedLock lock) {
        int feedId = book.open(folder);
        try (FactsTransaction facts = FactsTransaction.begin(database);
                FeedRun run = new FeedRun(feedId, folder, request, lock, scratch.path(), facts)) {
            Map<String, Duration> steps;
            try {
                steps = launch.run(run);
            } catch (RuntimeException | Error e) {
                recordFailure(run, e);
                throw e;
            }
            tidyUp(run);
            return new FeedResult(feedId, folder.newest(), run.counts(), run.notes(), steps);
        }
    }

    private void tidyUp(FeedRun run) {
        try {
            staging.clear();
            staging.analyzeFacts();
        } catch (DataAccessException e) {
            // the feed is loaded all the same
            run.note("The database could not be tidied up after the feed (%s); the next feed does it."
                    .formatted(e.getMostSpecificCause().getMessage()));
        }
    }

    private void recordFailure(FeedRun run, Throwable failure) {
        try {
            // first of all: its locks would keep the staging tables from being emptied
            run.facts().rollBack();
            book.failed(run);
            staging.clear();
        } catch (RuntimeException alsoFailed) {
            // what failed first is what a person needs to know; the next feed puts the record right
            failure.addSuppressed(alsoFailed);
        }
    }
}
