package org.trueup.batch.night;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.trueup.rules.fact.Vendor;

/** Where runs are entered into the store by those who start them; {@link RunViews} reads what stands there. */
public final class RunBook {
    private static final int LONGEST_FOLDER = 1_000;
    private static final int LONGEST_REASON = 2_000;

    private final JdbcClient sql;
    private final InterruptedRuns interrupted;

    RunBook(JdbcClient sql) {
        this.sql = sql;
        this.interrupted = new InterruptedRuns(sql);
    }

    /**
     * A run that is about to begin.
     *
     * @param vendor none for all vendors
     * @param by who has a server start it; none for a command
     * @param feed to be loaded first, if any
     */
    public record Announcement(
            LocalDate asOf,
            @Nullable Vendor vendor,
            @Nullable String by,
            @Nullable Path feed) {}

    /**
     * Enters a run before its feed is loaded; its number. Where one of the same night was interrupted and can be gone on
     * with, it is that one's.
     */
    public int announce(Announcement run) {
        return interrupted.take(run.asOf(), run.vendor()).orElseGet(() -> enter(run));
    }

    private int enter(Announcement run) {
        Vendor vendor = run.vendor();
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        sql.sql("INSERT INTO night_run (as_of, vendor, started_by, feed_folder, feed_before, status,"
                        + " started_at) VALUES (?, ?, ?, ?, (SELECT COALESCE(MAX(feed_id), 0) FROM feed), 'ANNOUNCED',"
                        + " UTC_TIMESTAMP())")
                .param(run.asOf())
                .param(vendor == null ? null : vendor.name())
                .param(run.by())
                .param(folder(run.feed()))
                .update(key, "run_id");
        Number number = key.getKey();
        if (number == null) {
            throw new IllegalStateException("the store gave no number to the run");
        }
        return number.intValue();
    }

    /** As the table feed has it. */
    private static @Nullable String folder(@Nullable Path feed) {
        if (feed == null) {
            return null;
        }
        String path = feed.toAbsolutePath().normalize().toString();
        return path.substring(Math.max(0, path.length() - LONGEST_FOLDER));
    }

    /** Says why a run came to no good end, and which feed it could not load. */
    public void failed(int run, String reason) {
        end(run, StoredRun.Status.FAILED, reason);
        sql.sql("UPDATE night_run r SET feed_id = (SELECT MAX(f.feed_id) FROM feed f WHERE f.folder = r.feed_folder"
                        + " AND f.feed_id > r.feed_before) WHERE r.run_id = ? AND r.feed_id IS NULL")
                .param(run)
                .update();
    }

    /** Says that the program was stopped in the middle of a run, which is to be run again. */
    public void stopped(int run, String reason) {
        end(run, StoredRun.Status.STOPPED, reason);
    }

    private void end(int run, StoredRun.Status status, String reason) {
        sql.sql(
                        "UPDATE night_run SET status = ?, ended_because = ?, finished_at = COALESCE(finished_at, UTC_TIMESTAMP())"
                                + " WHERE run_id = ? AND status NOT IN ('COMPLETE', 'INCOMPLETE')")
                .params(
                        status.name(),
                        reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON),
                        run)
                .update();
    }

    /** Takes a run that was stopped, to go on with it; false where somebody else has taken it or it has been overtaken. */
    public boolean take(StoredRun stopped) {
        return interrupted.take(stopped.number());
    }

    /** Closes a run that was stopped and has been overtaken, so that its night is done anew once; false where somebody else has. */
    public boolean giveUp(StoredRun stopped) {
        return interrupted.giveUp(stopped.number());
    }

    /** Whether a run had begun to decide before, so that it may be gone on with. */
    public boolean hasBegun(int run) {
        return sql.sql("SELECT program IS NOT NULL FROM night_run WHERE run_id = ?")
                .param(run)
                .query(Boolean.class)
                .single();
    }
}
