package org.trueup.batch.night;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.batch.night.Counted.Place;
import org.trueup.rules.fact.Vendor;

/** What runs counted, as the store keeps it, and what can be counted in the store. */
record RunCounts(JdbcClient sql) {

    /** Keeps what a run counted so far, in place of what it had counted before. */
    void keep(int run, Reckoning reckoning) {
        sql.sql("DELETE FROM run_count WHERE run_id = ?").param(run).update();
        reckoning
                .counts()
                .forEach((counted, places) -> places.forEach((place, amount) -> sql.sql(
                                "INSERT INTO run_count (run_id, counted, place, amount) VALUES (?, ?, ?, ?)")
                        .params(run, counted.name().toLowerCase(Locale.ROOT), place.key(), amount)
                        .update()));
    }

    /** What a run counted; empty for runs of releases that kept nothing of it. */
    Reckoning of(int run) {
        Reckoning reckoning = new Reckoning();
        sql.sql("SELECT counted, place, amount FROM run_count WHERE run_id = ?")
                .param(run)
                .query(row -> {
                    reckoning.put(
                            Counted.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
                            Place.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                            row.getLong(3));
                });
        return reckoning;
    }

    /** The vendor whose tenants alone a run decided; none where it decided all. */
    @Nullable
    Vendor vendorOf(int run) {
        return sql.sql("SELECT vendor FROM night_run WHERE run_id = ? AND vendor IS NOT NULL")
                .param(run)
                .query(String.class)
                .optional()
                .map(Vendor::new)
                .orElse(null);
    }

    /** Adds the lines of the feed whose facts a run decided. */
    void addFeed(int run, Reckoning reckoning) {
        Optional<Integer> feed = sql.sql("SELECT feed_id FROM night_run WHERE run_id = ? AND feed_id IS NOT NULL")
                .param(run)
                .query(Integer.class)
                .optional();
        feed.ifPresent(number -> {
            List<Long> lines = row(
                    "SELECT COALESCE(SUM(lines_read), 0), COALESCE(SUM(taken + rejected), 0), COALESCE(SUM(rejected), 0),"
                            + " (SELECT COUNT(*) FROM rejected_line l WHERE l.feed_id = ?) FROM feed_file WHERE feed_id = ?",
                    number,
                    number);
            reckoning
                    .put(Counted.FEED_LINES, Place.READ_FROM_THE_FEED, lines.get(0))
                    .put(Counted.FEED_LINES, Place.TAKEN_AND_REJECTED, lines.get(1))
                    .put(Counted.REJECTED_LINES, Place.READ_FROM_THE_FEED, lines.get(2))
                    .put(Counted.REJECTED_LINES, Place.KEPT_WITH_A_REASON, lines.get(3));
        });
    }

    /** Adds what stands in the results of a run. */
    void addResults(int run, Reckoning reckoning) {
        List<Long> tenants = row(
                "SELECT COUNT(CASE WHEN decided THEN 1 END), COUNT(CASE WHEN NOT decided THEN 1 END),"
                        + " COUNT(CASE WHEN NOT decided AND EXISTS (SELECT * FROM finding f"
                        + " WHERE f.run_id = a.run_id AND f.tenant_no = a.tenant_no) THEN 1 END)"
                        + " FROM assessment a WHERE run_id = ?",
                run);
        reckoning
                .put(Counted.TENANTS, Place.IN_THE_RESULTS, tenants.get(0) + tenants.get(1))
                .put(Counted.DECIDED, Place.IN_THE_RESULTS, tenants.get(0))
                .put(Counted.NOT_DECIDED, Place.IN_THE_RESULTS, tenants.get(1))
                .put(Counted.NOT_DECIDED, Place.WITH_A_REASON, tenants.get(2))
                .put(Counted.FINDINGS, Place.IN_THE_RESULTS, one("SELECT COUNT(*) FROM finding WHERE run_id = ?", run))
                .put(
                        Counted.PACKS_OF_USERS,
                        Place.IN_THE_RESULTS,
                        one("SELECT COUNT(*) FROM counted_users WHERE run_id = ?", run));
    }

    private long one(String select, int run) {
        return sql.sql(select).param(run).query(Long.class).single();
    }

    private List<Long> row(String select, Object... parameters) {
        return sql.sql(select)
                .params(parameters)
                .query((row, number) -> {
                    Long[] columns = new Long[row.getMetaData().getColumnCount()];
                    for (int i = 0; i < columns.length; i++) {
                        columns[i] = row.getLong(i + 1);
                    }
                    return List.of(columns);
                })
                .single();
    }
}
