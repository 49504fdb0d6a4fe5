package org.trueup.batch.night;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.rules.fact.TenantId;
import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.report.NightOutcome;
import org.trueup.spreadsheets.report.ReportedRows;
import org.trueup.spreadsheets.report.TenantOutcome;
import org.trueup.spreadsheets.whatif.PolicyRows;

/** A night as the store keeps it, for reports. Safe for use by several threads. */
final class StoredNight implements NightOutcome {
    private static final int FETCH_ROWS = 1_000;
    /** What is read before it is reported, in users of a hundred bytes or so. */
    private static final int USERS_AHEAD = 20_000;

    private final Made made;
    private final JdbcClient sql;
    private final NightTallies tallies;
    private final TenantDirectory directory;
    private final AssessmentRows rows;
    private final RowsThatDecide policyRows;
    private final RunCounts counts;
    private volatile @Nullable Reckoning reckoning;

    /**
     * Which night it is.
     *
     * @param run the run that makes its files, or made them last
     * @param policyVersions by which the vendors were decided
     * @param before the nights that it looks back on, each by its run
     */
    record Made(
            LocalDate asOf,
            boolean preview,
            int run,
            SortedMap<Vendor, Integer> policyVersions,
            SortedMap<LocalDate, Integer> before) {}

    StoredNight(
            Made made,
            JdbcClient sql,
            NightTallies tallies,
            PolicyEngines policies,
            TenantDirectory directory,
            AssessmentRows rows) {
        this.made = made;
        this.sql = sql;
        this.tallies = tallies;
        this.directory = directory;
        this.rows = rows;
        this.counts = new RunCounts(sql);
        this.policyRows = new RowsThatDecide(made.policyVersions(), policies);
    }

    /** The run that made the files last. */
    int lastRun() {
        return made.run();
    }

    /** Keeps what the night counted, for the nights after it and for its own files when they are made again. */
    void keepTally() {
        tallies.keep(made.run(), directory.counts(), made.before());
    }

    /** Keeps what its files hold, beside what else its run counted. */
    void keepReckoning() {
        Reckoning compared = reckoning;
        if (compared != null) {
            counts.keep(made.run(), compared);
        }
    }

    @Override
    public Map<String, Map<String, Long>> reckon(ReportedRows rows) {
        Reckoning all = counts.of(made.run());
        if (all.counts().isEmpty()) {
            return Map.of();
        }
        all.reported(rows, counts.vendorOf(made.run())).require();
        reckoning = all;
        return all.named();
    }

    /** What the night says of one tenant; none where it did not know the tenant. */
    Optional<TenantOutcome> tenant(TenantId id) {
        List<TenantOutcome> found = new ArrayList<>(1);
        sql.sql("SELECT tenant_no FROM tenant WHERE tenant_id = ?")
                .param(id.value())
                .query(Integer.class)
                .optional()
                .filter(directory::holds)
                .ifPresent(number -> rows.read(new int[] {number}, found::add));
        return found.stream().findFirst();
    }

    long tenants() {
        return directory.size();
    }

    @Override
    public LocalDate asOf() {
        return made.asOf();
    }

    @Override
    public boolean preview() {
        return made.preview();
    }

    @Override
    public List<Vendor> vendors() {
        return directory.vendors();
    }

    @Override
    public Map<Vendor, Integer> policyVersions() {
        return made.policyVersions();
    }

    @Override
    public List<String> accountManagers() {
        return directory.accountManagers();
    }

    @Override
    public void tenants(Selection selection, Consumer<TenantOutcome> reader) {
        ReadAhead.<TenantOutcome>each(
                USERS_AHEAD, sink -> directory.select(selection, tenants -> rows.offer(tenants, sink)), reader);
    }

    @Override
    public Optional<FeedSummary> feed() {
        return sql.sql(
                        "SELECT f.feed_id, f.newest_file_at FROM feed f JOIN night_run r USING (feed_id) WHERE run_id = ?")
                .param(made.run())
                .query((row, number) ->
                        new FeedSummary(instant(row.getObject(2, LocalDateTime.class)), files(row.getInt(1))))
                .optional();
    }

    @Override
    public List<StatusCount> lastNights(Selection selection) {
        List<StatusCount> counts = new ArrayList<>(tallies.counted(made.before(), selection));
        counts.addAll(directory.counts().of(selection, made.asOf()));
        return counts;
    }

    @Override
    public PolicyRows policyRows(Vendor vendor) {
        return policyRows.of(vendor);
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
                .param(made.run())
                .withFetchSize(FETCH_ROWS)
                .query(row -> {
                    reader.accept(
                            new RejectedLine(row.getString(1), row.getLong(2), row.getString(3), row.getString(4)));
                });
    }
}
