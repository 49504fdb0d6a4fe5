package org.trueup.batch.feed;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

/** The store's record of feeds: which were tried, what became of them and of their lines. */
final class FeedBook {
    private static final int LONGEST_FOLDER = 1000;

    private final JdbcClient sql;

    FeedBook(DataSource database) {
        this(JdbcClient.create(database));
    }

    FeedBook(JdbcClient sql) {
        this.sql = sql;
    }

    /** Enters a feed as running; who holds the lock knows that any other running one is dead. */
    int open(FeedFolder folder) {
        sql.sql("UPDATE feed SET status = 'FAILED', finished_at = UTC_TIMESTAMP() WHERE status = 'RUNNING'")
                .update();
        String path = folder.path().toAbsolutePath().normalize().toString();
        KeyHolder key = new GeneratedKeyHolder();
        sql.sql("INSERT INTO feed (folder, newest_file_at, files, started_at, status)"
                        + " VALUES (?, ?, ?, UTC_TIMESTAMP(), 'RUNNING')")
                .param(path.substring(Math.max(0, path.length() - LONGEST_FOLDER)))
                .param(LocalDateTime.ofInstant(folder.newest(), ZoneOffset.UTC))
                .param(FeedFingerprint.of(folder))
                .update(key);
        Number id = key.getKey();
        if (id == null) {
            throw new IllegalStateException("MariaDB gives every feed a number");
        }
        return id.intValue();
    }

    /** Whether the last feed that was loaded came from these very files, so that loading them again would change nothing. */
    boolean holds(FeedFolder folder) {
        return sql.sql("SELECT files FROM feed WHERE status = 'LOADED' ORDER BY feed_id DESC LIMIT 1")
                .query(String.class)
                .optional()
                .filter(FeedFingerprint.of(folder)::equals)
                .isPresent();
    }

    /** Says that a feed was loaded, with what became of its lines. */
    void loaded(FeedRun run) {
        close(run, "LOADED");
    }

    /** Says that a feed was not loaded; its counts so far and its refused lines stay. */
    void failed(FeedRun run) {
        close(run, "FAILED");
    }

    private void close(FeedRun run, String status) {
        for (FileCount count : run.counts()) {
            sql.sql("INSERT INTO feed_file (feed_id, file, lines_read, taken, rejected) VALUES (?, ?, ?, ?, ?)")
                    .params(run.feedId(), count.file(), count.read(), count.taken(), count.rejected())
                    .update();
        }
        sql.sql("UPDATE feed SET status = ?, finished_at = UTC_TIMESTAMP() WHERE feed_id = ?")
                .params(status, run.feedId())
                .update();
    }
}
