package org.trueup.batch.night;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.rules.fact.Vendor;

/**
 * The run of each vendor that counts, for a date or as the latest night. A run of one vendor leaves the others theirs, so
 * these may be of several runs and nights.
 */
final class CountingRuns {
    private static final String READ = "SELECT n.vendor, n.run_id, n.as_of, f.newest_file_at FROM night n"
            + " JOIN night_run r ON r.run_id = n.run_id LEFT JOIN feed f ON f.feed_id = r.feed_id";

    private final SortedMap<Vendor, Counting> byVendor = new TreeMap<>();

    private CountingRuns() {}

    /** @param factsAsOf when the newest file of its feed was written; none for a run on facts that no feed brought */
    record Counting(int run, LocalDate asOf, @Nullable Instant factsAsOf) {}

    /** Of each vendor the latest night. */
    static CountingRuns latest(JdbcClient sql) {
        CountingRuns runs = new CountingRuns();
        sql.sql(READ + " JOIN (SELECT vendor, MAX(as_of) AS as_of FROM night GROUP BY vendor) latest"
                        + " ON latest.vendor = n.vendor AND latest.as_of = n.as_of")
                .query(runs::add);
        return runs;
    }

    /** Those of one date. */
    static CountingRuns of(LocalDate asOf, JdbcClient sql) {
        CountingRuns runs = new CountingRuns();
        sql.sql(READ + " WHERE n.as_of = ?").param(asOf).query(runs::add);
        return runs;
    }

    private void add(ResultSet row) throws SQLException {
        LocalDateTime newest = row.getObject(4, LocalDateTime.class);
        byVendor.put(
                new Vendor(row.getString(1)),
                new Counting(
                        row.getInt(2),
                        row.getObject(3, LocalDate.class),
                        newest == null ? null : newest.toInstant(ZoneOffset.UTC)));
    }

    boolean none() {
        return byVendor.isEmpty();
    }

    SortedMap<Vendor, Integer> runs() {
        SortedMap<Vendor, Integer> runs = new TreeMap<>();
        byVendor.forEach((vendor, counting) -> runs.put(vendor, counting.run()));
        return runs;
    }

    /** The night of a vendor that counts. */
    @Nullable
    Counting of(Vendor vendor) {
        return byVendor.get(vendor);
    }

    /** The same while no other run counts. */
    String version() {
        return byVendor.values().stream()
                .map(Counting::run)
                .distinct()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining("-"));
    }

    /** That a row of the table assessment counts, for SQL; a tenant that changed its vendor counts by its newer run. */
    String condition(String table) {
        String counts = counts(table);
        return byRun().size() == 1
                ? counts
                : counts + " AND NOT EXISTS (SELECT 1 FROM assessment newer WHERE newer.tenant_no = " + table
                        + ".tenant_no AND newer.run_id > " + table + ".run_id AND " + counts("newer") + ")";
    }

    private String counts(String table) {
        return byRun().entrySet().stream()
                .map(entry -> "%s.run_id = %d AND %s.vendor IN (%s)"
                        .formatted(table, entry.getKey(), table, entry.getValue()))
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    /** Vendors as SQL lists them: a name is of a-z, 0-9 and -. */
    private Map<Integer, String> byRun() {
        return byVendor.entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.getValue().run(),
                        TreeMap::new,
                        Collectors.mapping(entry -> "'" + entry.getKey().name() + "'", Collectors.joining(", "))));
    }
}
