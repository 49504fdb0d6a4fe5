package org.trueup.batch.night;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.spreadsheets.report.NightOutcome.RejectedLine;

/** Runs as the store keeps them, those of commands too, for whoever shows them or looks for some. */
public final class RunViews {
    private static final String READ =
            "SELECT r.*, EXISTS (SELECT 1 FROM night n WHERE n.run_id = r.run_id) AS counting,"
                    + " COALESCE((SELECT l.status = 'LOADED' FROM feed l WHERE l.feed_id = r.feed_id), FALSE) AS feed_loaded,"
                    + " COALESCE((SELECT SUM(f.rejected) FROM feed_file f WHERE f.feed_id = r.feed_id), 0) AS rejected_lines"
                    + " FROM night_run r";

    private final JdbcClient sql;

    RunViews(JdbcClient sql) {
        this.sql = sql;
    }

    /** Runs that a server was to do and that were stopped since a time, without a later run of the same; the first first. */
    public List<StoredRun> stoppedSince(Instant since) {
        return sql.sql(READ + " WHERE r.status = 'STOPPED' AND r.started_by IS NOT NULL AND r.started_at >= ?"
                        + " AND NOT EXISTS (SELECT 1 FROM night_run later WHERE later.run_id > r.run_id"
                        + " AND later.as_of = r.as_of AND later.vendor <=> r.vendor AND NOT later.preview"
                        + " AND later.status NOT IN ('FAILED', 'INCOMPLETE')) ORDER BY r.run_id")
                .param(LocalDateTime.ofInstant(since, ZoneOffset.UTC))
                .query(this::read)
                .list();
    }

    /** The last first. */
    public List<StoredRun> page(int page, int size) {
        return sql.sql(READ + " ORDER BY r.run_id DESC LIMIT ? OFFSET ?")
                .params(size, (long) page * size)
                .query(this::read)
                .list();
    }

    public long count() {
        return sql.sql("SELECT COUNT(*) FROM night_run").query(Long.class).single();
    }

    public Optional<StoredRun> find(int run) {
        return sql.sql(READ + " WHERE r.run_id = ?")
                .param(run)
                .query(this::read)
                .optional();
    }

    /** The last run of the latest night that counts. */
    public Optional<StoredRun> latestNight() {
        return sql.sql("SELECT run_id FROM night ORDER BY as_of DESC, run_id DESC LIMIT 1")
                .query(Integer.class)
                .optional()
                .flatMap(this::find);
    }

    /** The run that made a night's files last, of a thinned night too; none where no run ever counted for the date. */
    public Optional<Integer> lastOf(LocalDate asOf) {
        return sql.sql("SELECT MAX(run_id) FROM (SELECT run_id FROM night WHERE as_of = ?"
                        + " UNION ALL SELECT run_id FROM thinned_night WHERE as_of = ?) told")
                .params(asOf, asOf)
                .query(Integer.class)
                .optional();
    }

    /** Whether a night of all vendors of a date was run, or is being run, that began at a time or later. */
    public boolean ranSince(LocalDate asOf, Instant since) {
        return sql.sql("SELECT COUNT(*) FROM night_run WHERE as_of = ? AND vendor IS NULL AND NOT preview"
                                + " AND status IN ('ANNOUNCED', 'RUNNING', 'COMPLETE') AND started_at >= ?")
                        .params(asOf, LocalDateTime.ofInstant(since, ZoneOffset.UTC))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** What a run counted, by what and by where; empty before it has added up, and for runs of older releases. */
    public Map<String, Map<String, Long>> counted(int run) {
        return new RunCounts(sql).of(run).named();
    }

    /** What a run's night counted when it made its files, by vendor and status; tenants that were not decided have an empty one. */
    public Map<String, Map<String, Long>> tally(int run) {
        Map<String, Map<String, Long>> tally = new LinkedHashMap<>();
        sql.sql("SELECT vendor, status, SUM(tenants) FROM night_tally WHERE run_id = ? GROUP BY vendor, status"
                        + " ORDER BY vendor, status")
                .param(run)
                .query(row -> {
                    tally.computeIfAbsent(row.getString(1), vendor -> new LinkedHashMap<>())
                            .put(row.getString(2), row.getLong(3));
                });
        return tally;
    }

    /** The account managers of the night that a run made the files of; the empty name stands for tenants without one. */
    public List<String> accountManagers(int run) {
        return sql.sql("SELECT DISTINCT account_manager FROM night_tally WHERE run_id = ? ORDER BY account_manager")
                .param(run)
                .query(String.class)
                .list();
    }

    /** Lines of a run's feed that could not be taken, by file and line. */
    public List<RejectedLine> rejectedLines(StoredRun run, int page, int size) {
        return sql.sql("SELECT file, line_no, line, reason FROM rejected_line WHERE feed_id = ?"
                        + " ORDER BY file, line_no LIMIT ? OFFSET ?")
                .params(run.feed() == null ? 0 : run.feed(), size, (long) page * size)
                .query((row, number) ->
                        new RejectedLine(row.getString(1), row.getLong(2), row.getString(3), row.getString(4)))
                .list();
    }

    /** How many of them are kept. */
    public long countRejectedLines(StoredRun run) {
        return sql.sql("SELECT COUNT(*) FROM rejected_line WHERE feed_id = ?")
                .param(run.feed() == null ? 0 : run.feed())
                .query(Long.class)
                .single();
    }

    private StoredRun read(ResultSet row, int number) throws SQLException {
        int run = row.getInt("run_id");
        Instant started = at(row, "started_at");
        if (started == null) {
            throw new IllegalStateException("run " + run + " never began");
        }
        return new StoredRun(
                run,
                row.getObject("as_of", LocalDate.class),
                row.getString("vendor"),
                row.getBoolean("preview"),
                StoredRun.Status.valueOf(row.getString("status")),
                row.getString("started_by"),
                started,
                at(row, "finished_at"),
                row.getString("ended_because"),
                row.getString("feed_folder"),
                row.getObject("feed_id", Integer.class),
                row.getBoolean("feed_loaded"),
                row.getLong("tenants_read"),
                row.getLong("tenants_decided"),
                row.getLong("tenants_not_decided"),
                row.getLong("rejected_lines"),
                row.getBoolean("counting"),
                seconds(run));
    }

    private Map<String, Double> seconds(int run) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        sql.sql("SELECT name, millis FROM phase WHERE run_id = ?"
                        + " ORDER BY FIELD(name, 'feed', 'decide', 'reconcile', 'reports', 'mail'), name")
                .param(run)
                .query(row -> {
                    seconds.put(row.getString(1), row.getLong(2) / 1_000.0);
                });
        return seconds;
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        LocalDateTime utc = row.getObject(column, LocalDateTime.class);
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }
}
