package org.trueup.batch.store;

import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says for people what it is that another program does on a store while it has the lock of the facts. */
public final class AtWork {
    private AtWork() {}

    /**
     * The beginning of a sentence, for example {@code The night of 2026-11-21 is at work on this store already (run 7)}. A
     * killed program's run looks the same, but the caller has seen that the lock is taken.
     */
    public static String words(DataSource database) {
        JdbcClient sql = JdbcClient.create(database);
        return night(sql).or(() -> feed(sql)).orElse("Another feed or night is at work on this store");
    }

    private static Optional<String> night(JdbcClient sql) {
        return sql.sql("SELECT run_id, as_of FROM night_run WHERE status = 'RUNNING' ORDER BY run_id DESC LIMIT 1")
                .query((row, number) -> "The night of %s is at work on this store already (run %d)"
                        .formatted(row.getObject(2, LocalDate.class), row.getInt(1)))
                .optional();
    }

    private static Optional<String> feed(JdbcClient sql) {
        return sql.sql("SELECT folder FROM feed WHERE status = 'RUNNING' ORDER BY feed_id DESC LIMIT 1")
                .query((row, number) -> "The feed %s is being loaded into this store".formatted(row.getString(1)))
                .optional();
    }
}
