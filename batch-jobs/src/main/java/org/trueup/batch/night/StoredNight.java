package org.trueup.batch.night;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.report.NightOutcome;
import org.trueup.spreadsheets.report.TenantOutcome;

/** A night as the store keeps it, for reports. Safe for use by several threads. */
final class StoredNight implements NightOutcome {
    private static final int FETCH_ROWS = 1_000;

    private final LocalDate asOf;
    private final boolean preview;
    private final JdbcClient sql;
    private final int feedOf;
    private final SortedMap<Vendor, Integer> policyVersions;
    private final TenantDirectory directory;
    private final AssessmentRows rows;

    private StoredNight(
            LocalDate asOf,
            boolean preview,
            JdbcClient sql,
            int feedOf,
            SortedMap<Vendor, Integer> policyVersions,
            SortedMap<Vendor, Integer> runs) {
        this.asOf = asOf;
        this.preview = preview;
        this.sql = sql;
        this.feedOf = feedOf;
        this.policyVersions = policyVersions;
        this.directory = TenantDirectory.of(runs, sql);
        this.rows = new AssessmentRows(runs, sql);
    }

    /** The night as it is when a run counts; a run of one vendor leaves the others the runs they have. */
    static StoredNight of(NightParameters night, JdbcClient sql, NightRuns runs) {
        SortedMap<Vendor, Integer> counting =
                night.everyone() || night.preview() ? new TreeMap<>() : runs.counting(night.asOf());
        runs.vendors(night.run()).forEach(vendor -> counting.put(vendor, night.run()));
        return new StoredNight(night.asOf(), night.preview(), sql, night.run(), runs.versions(counting), counting);
    }

    /** A night of before, as its files were made last; none where no run counts for the date. */
    static Optional<StoredNight> of(LocalDate asOf, JdbcClient sql, NightRuns runs) {
        SortedMap<Vendor, Integer> counting = runs.counting(asOf);
        return counting.values().stream()
                .max(Integer::compare)
                .map(last -> new StoredNight(asOf, false, sql, last, runs.versions(counting), counting));
    }

    /** The run that made the files last. */
    int lastRun() {
        return feedOf;
    }

    long tenants() {
        return directory.size();
    }

    @Override
    public LocalDate asOf() {
        return asOf;
    }

    @Override
    public boolean preview() {
        return preview;
    }

    @Override
    public List<Vendor> vendors() {
        return directory.vendors();
    }

    @Override
    public Map<Vendor, Integer> policyVersions() {
        return policyVersions;
    }

    @Override
    public List<String> accountManagers() {
        return directory.accountManagers();
    }

    @Override
    public void tenants(Selection selection, Consumer<TenantOutcome> reader) {
        directory.select(selection, tenants -> rows.read(tenants, reader));
    }

    @Override
    public Optional<FeedSummary> feed() {
        return sql.sql(
                        "SELECT f.feed_id, f.newest_file_at FROM feed f JOIN night_run r USING (feed_id) WHERE run_id = ?")
                .param(feedOf)
                .query((row, number) ->
                        new FeedSummary(instant(row.getObject(2, LocalDateTime.class)), files(row.getInt(1))))
                .optional();
    }

    private static Instant instant(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC);
    }

    private List<FileCount> files(int feed) {
        return sql.sql("SELECT file, lines_read, taken, rejected FROM feed_file WHERE feed_id = ? ORDER BY file")
                .param(feed)
                .query((row, number) -> new FileCount(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .list();
    }

    @Override
    public void rejectedLines(Consumer<RejectedLine> reader) {
        sql.sql("SELECT file, line_no, line, reason FROM rejected_line JOIN night_run USING (feed_id)"
                        + " WHERE run_id = ? ORDER BY file, line_no")
                .param(feedOf)
                .withFetchSize(FETCH_ROWS)
                .query(row -> {
                    reader.accept(
                            new RejectedLine(row.getString(1), row.getLong(2), row.getString(3), row.getString(4)));
                });
    }
}
