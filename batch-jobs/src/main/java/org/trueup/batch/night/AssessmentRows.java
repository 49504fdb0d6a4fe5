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

    /** Hands over the outcomes of these tenants, in their order. */
    void read(int[] tenants, Consumer<TenantOutcome> reader) {
        String numbers = IntStream.of(tenants).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        String where = " WHERE run_id IN (%s) AND tenant_no IN (%s)".formatted(runNumbers, numbers);
        Map<Key, List<Finding>> findings = findings(where);
        Map<Key, List<CountedUser>> users = users(where);
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
        BesideAssessments beside = BesideAssessments.read(numbers, sql);
        for (int tenant : tenants) {
            TenantOutcome outcome = there(outcomes.get(tenant));
            int feed = feeds.getOrDefault(runs.get(outcome.assessment().tenant().vendor()), 0);
            reader.accept(beside.added(tenant, outcome, feed));
        }
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
