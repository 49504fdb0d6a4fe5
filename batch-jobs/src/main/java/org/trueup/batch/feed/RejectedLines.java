package org.trueup.batch.feed;

import org.trueup.batch.store.BulkConnection;
import org.trueup.batch.store.BulkLoader;

/** Keeps refused lines whole in the store, whatever becomes of the feed. */
final class RejectedLines implements AutoCloseable {
    private final int feedId;
    private final BulkLoader rows;

    RejectedLines(int feedId, BulkConnection connection) {
        this.feedId = feedId;
        this.rows = connection.into("rejected_line", "feed_id", "file", "line_no", "line", "reason");
    }

    void keep(String file, long lineNo, String line, String reason) {
        rows.number(feedId).text(file).number(lineNo).text(line).text(reason).endRow();
    }

    @Override
    public void close() {
        rows.close();
    }
}
