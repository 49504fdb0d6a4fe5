package org.trueup.batch.night;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.rules.fact.Vendor;

/**
 * Runs that were stopped or killed in the middle. One can be gone on with until another run has come to its end: that one
 * may have changed what a later part would see, and results that count for nothing are dropped then.
 */
final class InterruptedRuns {
    private static final String SAME_NIGHT = " as_of = ? AND vendor <=> ? AND NOT preview";

    private final JdbcClient sql;

    InterruptedRuns(JdbcClient sql) {
        this.sql = sql;
    }

    /** Takes the one of a night and vendor that can be gone on with, so that nobody else does; its number. */
    Optional<Integer> take(LocalDate asOf, @Nullable Vendor vendor) {
        return sql.sql("SELECT run_id FROM night_run WHERE" + SAME_NIGHT
                        + " AND status <> 'FAILED' ORDER BY run_id DESC LIMIT 1")
                .params(asOf, name(vendor))
                .query(Integer.class)
                .optional()
                .filter(this::take);
    }

    /** Takes one of that number, so that nobody else does; false where it cannot be gone on with or somebody has taken it. */
    boolean take(int run) {
        return sql.sql("UPDATE night_run SET status = 'ANNOUNCED', ended_because = NULL, finished_at = NULL"
                                + " WHERE run_id = ? AND status = 'STOPPED' AND NOT overtaken AND NOT EXISTS (SELECT 1 FROM night_run other"
                                + " WHERE other.run_id <> night_run.run_id AND other.status = 'COMPLETE'"
                                + " AND other.run_id > night_run.run_id)")
                        .param(run)
                        .update()
                == 1;
    }

    /** Marks those that wait to be gone on with, since another run has come to its end; the caller holds the store's lock. */
    void overtake() {
        sql.sql("UPDATE night_run SET overtaken = TRUE WHERE status IN ('STOPPED', 'ANNOUNCED') AND NOT overtaken")
                .update();
    }

    boolean isOvertaken(int run) {
        return sql.sql("SELECT overtaken FROM night_run WHERE run_id = ?")
                .param(run)
                .query(Boolean.class)
                .single();
    }

    /** Closes one that another run has overtaken; false where somebody else has taken or closed it. */
    boolean giveUp(int run) {
        return sql.sql(
                                "UPDATE night_run SET status = 'FAILED', ended_because = 'It was interrupted, and another run came to"
                                        + " its end before it was gone on with, so that its night is decided anew.'"
                                        + " WHERE run_id = ? AND status = 'STOPPED'")
                        .param(run)
                        .update()
                == 1;
    }

    /** Closes those of a night and vendor that a new run takes the place of; what a person should know, in sentences. */
    List<String> giveUpBefore(int run, LocalDate asOf, @Nullable Vendor vendor) {
        int closed = sql.sql("UPDATE night_run SET status = 'FAILED', ended_because ="
                        + " CONCAT('It was interrupted, and run ', ?, ' decides the night anew.') WHERE" + SAME_NIGHT
                        + " AND status = 'STOPPED' AND run_id < ?")
                .params(run, asOf, name(vendor), run)
                .update();
        return closed == 0
                ? List.of()
                : List.of(("The night of %s that was interrupted is decided anew, since another run has come to its end"
                                + " meanwhile.")
                        .formatted(asOf));
    }

    private static @Nullable String name(@Nullable Vendor vendor) {
        return vendor == null ? null : vendor.name();
    }
}
