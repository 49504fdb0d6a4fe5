package org.trueup.server.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.trueup.batch.feed.FeedLoader;
import org.trueup.batch.feed.FeedProgress;
import org.trueup.batch.feed.FeedRequest;
import org.trueup.batch.feed.FeedResult;
import org.trueup.batch.night.NightProgress;
import org.trueup.batch.night.NightRequest;
import org.trueup.batch.night.NightResult;
import org.trueup.batch.night.NightStopped;
import org.trueup.batch.night.NightTakenOver;
import org.trueup.batch.night.Nightly;
import org.trueup.batch.night.RunBook;
import org.trueup.batch.store.LostDatabase;
import org.trueup.batch.store.Outages;
import org.trueup.rules.fact.Vendor;

/** One run from its announcement to its end: the feed job, where there is a feed, then the night job. */
public final class FeedAndNight {
    private static final Logger LOG = LoggerFactory.getLogger(FeedAndNight.class);

    private final FeedLoader feeds;
    private final Nightly nightly;
    private final RunBook book;
    private final Outages outages;

    FeedAndNight(FeedLoader feeds, Nightly nightly, RunBook book, Outages outages) {
        this.feeds = feeds;
        this.nightly = nightly;
        this.book = book;
        this.outages = outages;
    }

    /**
     * Enters a run into the store before anything else is done; its number. Where a run of the same night was interrupted and
     * can be gone on with, it is that one's.
     *
     * @param by who has a server do it; none for a command
     */
    public int announce(NightOrder order, @Nullable String by) {
        return outages.outlast(
                LOG::warn,
                () -> {
                    nightly.noteInterrupted();
                    return book.announce(new RunBook.Announcement(order.asOf(), vendor(order), by, order.feed()));
                },
                () -> {});
    }

    /**
     * Does an announced run. While the database is away it waits, and then goes on where it was: a feed begins from its
     * beginning, a night with the ranges that are not decided yet. When it fails, the store keeps why.
     *
     * @throws RuntimeException as {@link Nights#run}
     */
    public NightResult run(int run, NightOrder order, NightProgress progress) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        try {
            return outages.outlast(
                    progress::note,
                    () -> runAnnounced(run, order, seconds, progress),
                    () -> nightly.takeBack(run, order.asOf()));
        } catch (NightTakenOver takenOver) {
            throw takenOver;
        } catch (RuntimeException | Error failure) {
            keep(run, failure);
            throw failure;
        }
    }

    /** @param seconds what the feed took, once it is loaded */
    private NightResult runAnnounced(int run, NightOrder order, Map<String, Double> seconds, NightProgress progress) {
        Path feed = order.feed();
        boolean loadedBefore = book.hasBegun(run) || !seconds.isEmpty();
        if (feed != null && loadedBefore && feeds.holds(feed)) {
            progress.note(
                    "The feed " + feed + " is loaded already and its files are the same: it is not loaded again.");
        } else if (feed != null) {
            FeedResult loaded = feeds.load(new FeedRequest(feed, order.maxRejectPercent(), new FeedLines(progress)));
            Duration taken = loaded.steps().values().stream().reduce(Duration.ZERO, Duration::plus);
            seconds.put("feed", taken.toMillis() / 1000.0);
        }
        return nightly.run(
                new NightRequest(order.asOf(), order.reports(), vendor(order), false, seconds, order.quiet(), run),
                progress);
    }

    /** What failed first is what a person needs to know; a run that cannot be closed now is closed by the next one. */
    private void keep(int run, Throwable failure) {
        String sentence = RunFailure.sentence(failure);
        try {
            if (failure instanceof NightStopped || LostDatabase.caused(failure)) {
                book.stopped(run, sentence);
            } else {
                book.failed(run, sentence);
            }
        } catch (DataAccessException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    /** Has a run that this program does end as soon as it can, without changing anything. */
    public void stop(int run) {
        nightly.stop(run);
    }

    private static @Nullable Vendor vendor(NightOrder order) {
        String name = order.vendor();
        return name == null ? null : new Vendor(name);
    }

    /** Tells a feed's progress by files: how many lines there are is known only at the end of each. */
    private static final class FeedLines implements FeedProgress {
        private final NightProgress progress;
        private String current = "";

        private FeedLines(NightProgress progress) {
            this.progress = progress;
        }

        @Override
        public void step(String name) {
            current = "";
            if (!name.startsWith("read ")) {
                progress.phase("Feed: " + name, "", 0);
            }
        }

        @Override
        public void read(String file, long lines, double share) {
            if (!file.equals(current)) {
                current = file;
                progress.phase("Feed: reading " + file, "lines", 0);
            }
            progress.reached(lines);
        }

        @Override
        public void note(String sentence) {
            progress.note(sentence);
        }
    }
}
