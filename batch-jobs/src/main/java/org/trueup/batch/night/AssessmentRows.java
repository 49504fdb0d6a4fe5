package org.trueup.batch.night;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.outcome.CountedUser;
import org.trueup.rules.outcome.Finding;
import org.trueup.spreadsheets.report.TenantOutcome;

/** Reads assessments back from the rows of the runs that count, some hundreds of tenants at a time. */
final class AssessmentRows {
    private final Map<Vendor, Integer> runs;
    private final String runNumbers;
    private final JdbcClient sql;
    /** The feed whose facts a run saw; a run without one has no entry. */
    private final Map<Integer, Integer> feeds = new HashMap<>();

    AssessmentRows(Map<Vendor, Integer> runs, JdbcClient sql) {
        this.runs = runs;
        this.runNumbers = TenantDirectory.listed(runs);
        this.sql = sql;
        sql.sql("SELECT run_id, feed_id FROM night_run WHERE feed_id IS NOT NULL AND run_id IN (" + runNumbers + ")")
                .query(row -> {
                    feeds.put(row.getInt(1), row.getInt(2));
                });
    }

    /** A tenant may have rows in two runs, one of which counts only for other vendors. */
    private record Key(int run, int tenant) {
        static Key of(ResultSet row) throws SQLException {
            return new Key(row.getInt(1), row.getInt(2));
        }
    }

    /** Takes the outcome of a tenant by its number. */
    @FunctionalInterface
    interface Reader {
        void take(int tenant, TenantOutcome outcome);
    }

    /** Hands over the outcomes of these tenants, in their order. */
    void read(int[] tenants, Consumer<TenantOutcome> reader) {
        String numbers = listed(tenants);
        Map<Integer, TenantOutcome> outcomes = outcomes(where(numbers), users(where(numbers)));
        BesideAssessments beside = BesideAssessments.read(numbers, sql);
        for (int tenant : tenants) {
            TenantOutcome outcome = there(outcomes.get(tenant));
            reader.accept(beside.added(tenant, outcome, feedOf(outcome)));
        }
    }

    /** Hands over those of these tenants that are there, without their users, who may be many. */
    void glance(int[] tenants, Reader reader) {
        String numbers = listed(tenants);
        Map<Integer, TenantOutcome> outcomes = outcomes(where(numbers), Map.of());
        BesideAssessments beside = BesideAssessments.read(numbers, sql);
        for (int tenant : tenants) {
            TenantOutcome outcome = outcomes.get(tenant);
            if (outcome != null) {
                reader.take(tenant, beside.added(tenant, outcome, feedOf(outcome)));
            }
        }
    }

    private static String listed(int[] tenants) {
        return IntStream.of(tenants).mapToObj(String::valueOf).collect(Collectors.joining(", "));
    }

    private String where(String numbers) {
        return " WHERE run_id IN (%s) AND tenant_no IN (%s)".formatted(runNumbers, numbers);
    }

    private Map<Integer, TenantOutcome> outcomes(String where, Map<Key, List<CountedUser>> users) {
        Map<Key, List<Finding>> findings = findings(where);
        Map<Integer, TenantOutcome> outcomes = new HashMap<>();
        sql.sql("SELECT " + PositionRow.COLUMNS + " FROM assessment" + where + " ORDER BY run_id")
                .query(row -> {
                    Key key = Key.of(row);
                    PositionRow read = PositionRow.of(row);
                    if (Integer.valueOf(key.run()).equals(runs.get(read.tenant().vendor()))) {
                        outcomes.put(
                                key.tenant(),
                                read.outcome(
                                        findings.getOrDefault(key, List.of()), users.getOrDefault(key, List.of())));
                    }
                });
        return outcomes;
    }

    private int feedOf(TenantOutcome outcome) {
        return feeds.getOrDefault(runs.get(outcome.assessment().tenant().vendor()), 0);
    }

    private static TenantOutcome there(@Nullable TenantOutcome outcome) {
        if (outcome == null) {
            throw new NightException("Results vanished while the reports were written; run the night again.");
        }
        return outcome;
    }

    private Map<Key, List<Finding>> findings(String where) {
        Map<Key, List<Finding>> findings = new HashMap<>();
        sql.sql("SELECT " + FindingRow.READ + " FROM finding JOIN tenant USING (tenant_no)" + where
                        + " ORDER BY run_id, tenant_no, finding_no")
                .query(row -> {
                    findings.computeIfAbsent(Key.of(row), key -> new ArrayList<>())
                            .add(FindingRow.of(row));
                });
        return findings;
    }

    private Map<Key, List<CountedUser>> users(String where) {
        Map<Key, List<CountedUser>> users = new HashMap<>();
        sql.sql("SELECT run_id, tenant_no, users FROM counted_users" + where + " ORDER BY run_id, tenant_no, part")
                .query(row -> {
                    users.computeIfAbsent(Key.of(row), key -> new ArrayList<>())
                            .addAll(PackedUsers.unpack(row.getString(3)));
                });
        return users;
    }
}
