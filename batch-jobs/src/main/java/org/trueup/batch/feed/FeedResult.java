package org.trueup.batch.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A feed that was loaded.
 *
 * @param feedId key of the tables {@code feed}, {@code feed_file} and {@code rejected_line}
 * @param newestFileAt modification time of the newest file: the feed's time
 * @param files in the order in which they were read, absent ones with 0 lines
 * @param notes what a person should know, in sentences
 * @param steps how long each step of the job took, in their order
 */
public record FeedResult(
        int feedId, Instant newestFileAt, List<FileCount> files, List<String> notes, Map<String, Duration> steps) {}
