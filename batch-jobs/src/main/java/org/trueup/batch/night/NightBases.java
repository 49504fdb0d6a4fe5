package org.trueup.batch.night;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.batch.store.Digest;
import org.trueup.rules.fact.Vendor;

/** What nights depend on, as it is now and as it was when a run began to decide. */
final class NightBases {
    private final JdbcClient sql;

    NightBases(JdbcClient sql) {
        this.sql = sql;
    }

    /** As it is now; {@code policies} are the versions that would decide. */
    NightBasis now(LocalDate asOf, SortedMap<Vendor, Integer> policies) {
        int feed = sql.sql("SELECT COALESCE(MAX(feed_id), 0) FROM feed WHERE status = 'LOADED'")
                .query(Integer.class)
                .single();
        return new NightBasis(feed, policies, nightsBefore(asOf), ProgramDigest.ofThisProgram());
    }

    private String nightsBefore(LocalDate asOf) {
        List<String> nights = sql.sql(
                        "SELECT CONCAT(as_of, ' ', vendor, ' ', run_id) FROM night WHERE as_of < ? ORDER BY as_of, vendor")
                .param(asOf)
                .query(String.class)
                .list();
        Digest digest = new Digest();
        nights.forEach(digest::and);
        return digest.text();
    }

    /** As it was when a run began to decide; empty for one that never came so far. */
    Optional<NightBasis> of(int run) {
        return sql.sql("SELECT COALESCE(feed_id, 0), nights_before, program FROM night_run"
                        + " WHERE run_id = ? AND program IS NOT NULL")
                .param(run)
                .query((row, number) ->
                        new NightBasis(row.getInt(1), policies(run), row.getString(2), row.getString(3)))
                .optional();
    }

    /** The policy versions by which a run decides. */
    SortedMap<Vendor, Integer> policies(int run) {
        SortedMap<Vendor, Integer> policies = new TreeMap<>();
        sql.sql("SELECT vendor, version FROM run_policy WHERE run_id = ?")
                .param(run)
                .query(row -> {
                    policies.put(new Vendor(row.getString(1)), row.getInt(2));
                });
        return policies;
    }

    /** Keeps it with a run that begins to decide. */
    void keep(int run, NightBasis basis) {
        sql.sql("DELETE FROM run_policy WHERE run_id = ?").param(run).update();
        basis.policies()
                .forEach((vendor, version) -> sql.sql(
                                "INSERT INTO run_policy (run_id, vendor, version) VALUES (?, ?, ?)")
                        .params(run, vendor.name(), version)
                        .update());
        sql.sql("UPDATE night_run SET nights_before = ?, program = ? WHERE run_id = ?")
                .params(basis.nightsBefore(), basis.program(), run)
                .update();
    }
}
