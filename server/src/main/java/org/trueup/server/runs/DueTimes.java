package org.trueup.server.runs;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which due times of the schedule were seen to, kept in the store: of several servers one takes each. One that died between
 * taking a time and beginning its run is taken over after a while.
 */
@Component
class DueTimes {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final JdbcClient sql;

    DueTimes(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whether no due time was ever seen to, since there was no schedule on this store before. */
    boolean none() {
        return sql.sql("SELECT COUNT(*) FROM schedule_due").query(Long.class).single() == 0;
    }

    /** Whether a due time was seen to, or lies before the first one: a clock that was moved back asks for that. */
    boolean settled(Instant due) {
        return sql.sql("SELECT EXISTS (SELECT 1 FROM schedule_due WHERE due_at = ? AND settled)"
                        + " OR COALESCE((SELECT MIN(due_at) FROM schedule_due) > ?, FALSE)")
                .params(utc(due), utc(due))
                .query(Boolean.class)
                .single();
    }

    /** Takes a due time for this server; false where another one has it. */
    boolean take(Instant due, Instant now) {
        int fresh = sql.sql("INSERT IGNORE INTO schedule_due (due_at, taken_at) VALUES (?, ?)")
                .params(utc(due), utc(now))
                .update();
        return fresh == 1
                || sql.sql("UPDATE schedule_due SET taken_at = ? WHERE due_at = ? AND NOT settled AND taken_at < ?")
                                .params(utc(now), utc(due), utc(now.minus(PATIENCE)))
                                .update()
                        == 1;
    }

    /** Notes the run that sees to a due time. */
    void begun(Instant due, int run) {
        sql.sql("UPDATE schedule_due SET settled = TRUE, run_id = ? WHERE due_at = ?")
                .params(run, utc(due))
                .update();
    }

    /** Notes that nothing is to be done about a due time. */
    void nothingToDo(Instant due) {
        sql.sql("UPDATE schedule_due SET settled = TRUE WHERE due_at = ?")
                .param(utc(due))
                .update();
    }

    /** Leaves a due time to whoever looks next. */
    void giveBack(Instant due) {
        sql.sql("DELETE FROM schedule_due WHERE due_at = ? AND NOT settled")
                .param(utc(due))
                .update();
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
