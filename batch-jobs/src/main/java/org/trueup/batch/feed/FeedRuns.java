package org.trueup.batch.feed;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.batch.core.job.parameters.JobParameters;

/** The feeds that are being loaded by this process, so that a step finds the run that its job parameters name. */
final class FeedRuns {
    /** The job's identifying parameter: the feed's number. */
    static final String FEED = "feed";

    private final Map<Long, FeedRun> runs = new ConcurrentHashMap<>();

    void add(FeedRun run) {
        runs.put((long) run.feedId(), run);
    }

    void remove(FeedRun run) {
        runs.remove((long) run.feedId());
    }

    FeedRun of(JobParameters parameters) {
        Long feed = parameters.getLong(FEED);
        FeedRun run = feed == null ? null : runs.get(feed);
        if (run == null) {
            throw new IllegalStateException("A feed is loaded through FeedLoader only, and always from its beginning.");
        }
        return run;
    }
}
