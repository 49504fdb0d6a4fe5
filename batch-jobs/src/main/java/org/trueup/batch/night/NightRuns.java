package org.trueup.batch.night;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.trueup.rules.fact.Vendor;

/** The runs of nights in the store, and which run counts for a date and vendor. */
final class NightRuns {
    /** Assessments last: while there are some, whoever was killed while dropping a run's results is followed by the next. */
    private static final List<String> RESULTS = List.of("finding", "counted_users", "row_use", "assessment");

    private final JdbcClient sql;

    NightRuns(JdbcClient sql) {
        this.sql = sql;
    }

    /** What became of the tenants of a run. */
    record Counts(long read, long decided, long notDecided) {}

    /** Begins a run on the facts of the latest feed; its number. */
    int begin(NightRequest request) {
        Integer announced = request.announced();
        if (announced != null) {
            sql.sql(
                            "UPDATE night_run SET status = 'RUNNING', overtaken = FALSE, finished_at = NULL, ended_because = NULL, feed_id ="
                                    + " (SELECT MAX(feed_id) FROM feed WHERE status = 'LOADED') WHERE run_id = ?")
                    .param(announced)
                    .update();
            return announced;
        }
        Vendor vendor = request.vendor();
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        sql.sql("INSERT INTO night_run (as_of, vendor, preview, feed_id, status, started_at) VALUES (?, ?, ?,"
                        + " (SELECT MAX(feed_id) FROM feed WHERE status = 'LOADED'), 'RUNNING', UTC_TIMESTAMP())")
                .param(request.asOf())
                .param(vendor == null ? null : vendor.name())
                .param(request.preview())
                .update(key, "run_id");
        Number run = key.getKey();
        if (run == null) {
            throw new IllegalStateException("the store gave no number to the run");
        }
        return run.intValue();
    }

    /**
     * Notes of runs that a killed program left open that they were stopped; the caller holds the store's lock, so none of
     * them lives. Who runs their night again goes on with them.
     *
     * @param but one that is about to begin; 0 is none
     */
    void noteInterrupted(int but) {
        sql.sql("UPDATE night_run SET status = IF(preview, 'FAILED', 'STOPPED'), finished_at = UTC_TIMESTAMP(),"
                        + " ended_because = 'The program that did it ended in the middle.'"
                        + " WHERE status IN ('RUNNING', 'ANNOUNCED') AND run_id <> ?")
                .param(but)
                .update();
    }

    /** Drops what a run wrote about a range, so that the range can be done again. */
    void clear(TenantRange range) {
        for (String table : RESULTS) {
            sql.sql("DELETE FROM " + table + " WHERE run_id = ? AND tenant_no >= ? AND tenant_no < ?")
                    .params(range.run(), range.from(), range.to())
                    .update();
        }
    }

    long tenants(@Nullable Vendor vendor) {
        return sql.sql("SELECT COUNT(*) FROM tenant" + (vendor == null ? "" : " WHERE vendor = '" + vendor + "'"))
                .query(Long.class)
                .single();
    }

    void keep(int run, Counts counts) {
        sql.sql("UPDATE night_run SET tenants_read = ?, tenants_decided = ?, tenants_not_decided = ? WHERE run_id = ?")
                .params(counts.read(), counts.decided(), counts.notDecided(), run)
                .update();
    }

    Counts counts(int run) {
        return sql.sql("SELECT tenants_read, tenants_decided, tenants_not_decided FROM night_run WHERE run_id = ?")
                .param(run)
                .query((row, number) -> new Counts(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    Map<String, Long> statuses(int run) {
        Map<String, Long> statuses = new LinkedHashMap<>();
        sql.sql("SELECT status, COUNT(*) FROM assessment WHERE run_id = ? AND decided GROUP BY status")
                .param(run)
                .query(row -> {
                    statuses.put(row.getString(1), row.getLong(2));
                });
        return statuses;
    }

    /** Lines that the run's feed could not take. */
    long rejectedLines(int run) {
        return sql.sql(
                        "SELECT COALESCE(SUM(rejected), 0) FROM feed_file JOIN night_run USING (feed_id) WHERE run_id = ?")
                .param(run)
                .query(Long.class)
                .single();
    }

    /** Closes a run that does not add up; it never counts. */
    void incomplete(int run, String reason) {
        sql.sql(
                        "UPDATE night_run SET status = 'INCOMPLETE', ended_because = ?, finished_at = UTC_TIMESTAMP() WHERE run_id = ?")
                .params(reason, run)
                .update();
    }

    void failed(int run) {
        sql.sql("UPDATE night_run SET status = 'FAILED', finished_at = UTC_TIMESTAMP()"
                        + " WHERE run_id = ? AND status = 'RUNNING'")
                .param(run)
                .update();
    }

    /** Notes that a run was stopped in the middle and may be gone on with. */
    void stopped(int run) {
        sql.sql("UPDATE night_run SET status = IF(preview, 'FAILED', 'STOPPED'), finished_at = UTC_TIMESTAMP()"
                        + " WHERE run_id = ? AND status = 'RUNNING'")
                .param(run)
                .update();
    }

    /**
     * Lets the run count for its date and the vendors that it decided; to be called in one transaction.
     *
     * @param everyone whether the run was about all vendors: then no other run counts for the date any more
     */
    void letCount(int run, LocalDate asOf, boolean everyone) {
        if (everyone) {
            sql.sql("DELETE FROM night WHERE as_of = ?").param(asOf).update();
        }
        sql.sql("REPLACE INTO night (as_of, vendor, run_id)"
                        + " SELECT DISTINCT ?, vendor, run_id FROM assessment WHERE run_id = ?")
                .params(asOf, run)
                .update();
        complete(run);
    }

    /** Notes that a run came to its end, whether it counts for a night or not. */
    void complete(int run) {
        sql.sql("UPDATE night_run SET status = 'COMPLETE', finished_at = UTC_TIMESTAMP() WHERE run_id = ?")
                .param(run)
                .update();
    }

    boolean isComplete(int run) {
        return sql.sql("SELECT status = 'COMPLETE' FROM night_run WHERE run_id = ?")
                .param(run)
                .query(Boolean.class)
                .single();
    }

    /** Asks the database something in the caller's transaction, which fails where the transaction is lost. */
    void requireAlive() {
        sql.sql("SELECT 1").query(Integer.class).single();
    }

    StoredRun.Status status(int run) {
        return StoredRun.Status.valueOf(sql.sql("SELECT status FROM night_run WHERE run_id = ?")
                .param(run)
                .query(String.class)
                .single());
    }

    /** The policy version by which each vendor's run decided; a vendor without a policy has no entry. */
    SortedMap<Vendor, Integer> versions(SortedMap<Vendor, Integer> runs) {
        SortedMap<Vendor, Integer> versions = new TreeMap<>();
        runs.forEach((vendor, run) -> sql.sql("SELECT version FROM run_policy WHERE run_id = ? AND vendor = ?")
                .params(run, vendor.name())
                .query(Integer.class)
                .optional()
                .ifPresent(version -> versions.put(vendor, version)));
        return versions;
    }

    /** The date of the latest night; none in a store without nights. */
    Optional<LocalDate> latestNight() {
        return sql.sql("SELECT MAX(as_of) FROM night").query(LocalDate.class).optional();
    }

    /** Whether no later night is stored: of days gone by nobody is told when their night is run again. */
    boolean isLatestNight(LocalDate asOf) {
        return latestNight().filter(asOf::equals).isPresent();
    }

    /** The nights nearest to a date, at most three before and three after. */
    private List<LocalDate> nightsNear(LocalDate asOf) {
        return sql.sql(
                        "SELECT as_of FROM ((SELECT DISTINCT as_of FROM night WHERE as_of < ? ORDER BY as_of DESC LIMIT 3)"
                                + " UNION (SELECT DISTINCT as_of FROM night WHERE as_of > ? ORDER BY as_of LIMIT 3)) near"
                                + " ORDER BY as_of")
                .params(asOf, asOf)
                .query(LocalDate.class)
                .list();
    }

    /** Says that there is no such night, and which are near it. */
    NightException noSuchNight(LocalDate asOf) {
        List<LocalDate> near = nightsNear(asOf);
        String others = near.isEmpty()
                ? "it holds no night at all; run one first"
                : "those near it are of "
                        + near.stream().map(LocalDate::toString).collect(Collectors.joining(", "));
        return new NightException(thinnedOn(asOf)
                .map(day -> "The results of the night of %s were dropped on %s, as the settings trueup.keep ask; %s."
                        .formatted(asOf, day, others))
                .orElse("The store holds no night of " + asOf + "; " + others + "."));
    }

    /** When a night was thinned; none for one that was not. */
    private Optional<LocalDate> thinnedOn(LocalDate asOf) {
        return sql.sql("SELECT DATE(MAX(thinned_at)) FROM thinned_night WHERE as_of = ?")
                .param(asOf)
                .query(LocalDate.class)
                .optional();
    }

    /** Seconds of a run's phases before the writing of its reports, in their order. */
    Map<String, Double> secondsBeforeReports(int run) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        sql.sql("SELECT name, millis FROM phase WHERE run_id = ? AND name NOT IN ('reports', 'mail')"
                        + " ORDER BY FIELD(name, 'feed', 'decide', 'reconcile'), name")
                .param(run)
                .query(row -> {
                    seconds.put(row.getString(1), row.getLong(2) / 1_000.0);
                });
        return seconds;
    }

    /** Drops the results of runs that ended and count for nothing: failed ones and those that a later run replaced. */
    void dropWhatCountsForNothing() {
        new InterruptedRuns(sql).overtake();
        List<Integer> runs = sql.sql("SELECT run_id FROM night_run r WHERE status <> 'RUNNING'"
                        + " AND EXISTS (SELECT * FROM assessment a WHERE a.run_id = r.run_id)"
                        + " AND NOT EXISTS (SELECT * FROM night n WHERE n.run_id = r.run_id)")
                .query(Integer.class)
                .list();
        for (int run : runs) {
            dropResults(run);
        }
    }

    /** Drops whatever a run wrote. */
    void dropResults(int run) {
        for (String table : RESULTS) {
            deleteInSteps(table, run);
        }
    }

    /** A million rows in one transaction would hold the store's log for long. */
    private void deleteInSteps(String table, int run) {
        int deleted;
        do {
            deleted = sql.sql("DELETE FROM " + table + " WHERE run_id = ? LIMIT 20000")
                    .param(run)
                    .update();
        } while (deleted > 0);
    }

    /** The run of each vendor that counts for a date. */
    SortedMap<Vendor, Integer> counting(LocalDate asOf) {
        SortedMap<Vendor, Integer> runs = new TreeMap<>();
        sql.sql("SELECT vendor, run_id FROM night WHERE as_of = ? ORDER BY vendor")
                .param(asOf)
                .query(row -> {
                    runs.put(new Vendor(row.getString(1)), row.getInt(2));
                });
        return runs;
    }

    /** The vendors that a run decided. */
    List<Vendor> vendors(int run) {
        return sql
                .sql("SELECT DISTINCT vendor FROM assessment WHERE run_id = ? ORDER BY vendor")
                .param(run)
                .query(String.class)
                .list()
                .stream()
                .map(Vendor::new)
                .toList();
    }

    void phase(int run, String name, long millis) {
        sql.sql("REPLACE INTO phase (run_id, name, millis) VALUES (?, ?, ?)")
                .params(run, name, millis)
                .update();
    }
}
