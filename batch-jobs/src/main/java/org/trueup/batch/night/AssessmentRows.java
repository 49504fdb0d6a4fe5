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
    /**
     * After the name of a table of results: it is read by its key, whatever MariaDB believes about how many rows there are. It
     * would rather read all nights of all tenants than look some up while it believes that there are few.
     */
    static final String BY_KEY = " FORCE INDEX (PRIMARY)";

    private static final int WITHOUT_USERS = 20;

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

    /** What was read of a tenant; its findings and users stand in other tables. */
    private record Found(Key key, PositionRow row) {}

    /** Hands over the outcomes of these tenants, in their order. */
    void read(int[] tenants, Consumer<TenantOutcome> reader) {
        offer(tenants, (weight, outcome) -> reader.accept(outcome.get()));
    }

    /** Offers the outcomes of these tenants, in their order, by their {@linkplain #weight weight}. */
    void offer(int[] tenants, ReadAhead.Sink<TenantOutcome> sink) {
        String numbers = listed(tenants);
        Map<Integer, Found> found = found(where(numbers));
        Map<Integer, List<Finding>> findings = findings(where(numbers), found);
        Map<Key, String> users = firstUsers(where(numbers));
        BesideAssessments beside = BesideAssessments.read(numbers, sql);
        for (int tenant : tenants) {
            Found there = there(found.get(tenant));
            String first = users.remove(there.key());
            sink.offer(weight(first), () -> {
                TenantOutcome outcome =
                        there.row().outcome(findings.getOrDefault(tenant, List.of()), users(there.key(), first));
                return beside.added(tenant, outcome, feedOf(outcome));
            });
        }
    }

    /** What an outcome takes in memory, in users: its own, and as many as the rest of it takes; where there are many, no end. */
    static int weight(@Nullable String users) {
        if (users == null) {
            return WITHOUT_USERS;
        }
        int lines = 0;
        for (int end = users.indexOf('\n'); end >= 0; end = users.indexOf('\n', end + 1)) {
            lines++;
        }
        // what is packed are reasons and users: a full text, which others follow, has more lines than users
        return lines > PackedUsers.A_PART ? Integer.MAX_VALUE : WITHOUT_USERS + lines;
    }

    /** Hands over those of these tenants that are there, without their users, who may be many. */
    void glance(int[] tenants, Reader reader) {
        String numbers = listed(tenants);
        Map<Integer, Found> found = found(where(numbers));
        Map<Integer, List<Finding>> findings = findings(where(numbers), found);
        BesideAssessments beside = BesideAssessments.read(numbers, sql);
        for (int tenant : tenants) {
            Found there = found.get(tenant);
            if (there != null) {
                TenantOutcome outcome = there.row().outcome(findings.getOrDefault(tenant, List.of()), List.of());
                reader.take(tenant, beside.added(tenant, outcome, feedOf(outcome)));
            }
        }
    }

    private static String listed(int[] tenants) {
        return IntStream.of(tenants).mapToObj(String::valueOf).collect(Collectors.joining(", "));
    }

    private String where(String numbers) {
        return BY_KEY + " WHERE run_id IN (%s) AND tenant_no IN (%s)".formatted(runNumbers, numbers);
    }

    private Map<Integer, Found> found(String where) {
        Map<Integer, Found> found = new HashMap<>();
        sql.sql("SELECT " + PositionRow.COLUMNS + " FROM assessment" + where + " ORDER BY run_id")
                .query(row -> {
                    Key key = Key.of(row);
                    PositionRow read = PositionRow.of(row);
                    if (Integer.valueOf(key.run()).equals(runs.get(read.tenant().vendor()))) {
                        found.put(key.tenant(), new Found(key, read));
                    }
                });
        return found;
    }

    private int feedOf(TenantOutcome outcome) {
        return feeds.getOrDefault(runs.get(outcome.assessment().tenant().vendor()), 0);
    }

    private static Found there(@Nullable Found found) {
        if (found == null) {
            throw new NightException("Results vanished while the reports were written; run the night again.");
        }
        return found;
    }

    private Map<Integer, List<Finding>> findings(String where, Map<Integer, Found> of) {
        Map<Integer, List<Finding>> findings = new HashMap<>();
        sql.sql("SELECT " + FindingRow.READ + " FROM finding" + where + " ORDER BY run_id, tenant_no, finding_no")
                .query(row -> {
                    Key key = Key.of(row);
                    Found whose = of.get(key.tenant());
                    if (whose != null && whose.key().equals(key)) {
                        findings.computeIfAbsent(key.tenant(), tenant -> new ArrayList<>())
                                .add(FindingRow.of(whose.row().tenant().id(), row));
                    }
                });
        return findings;
    }

    /** Few tenants have more than these: the others' are read when it is their turn, one tenant at a time. */
    private Map<Key, String> firstUsers(String where) {
        Map<Key, String> users = new HashMap<>();
        sql.sql("SELECT run_id, tenant_no, users FROM counted_users" + where + " AND part = 1")
                .query(row -> {
                    users.put(Key.of(row), row.getString(3));
                });
        return users;
    }

    private List<CountedUser> users(Key key, @Nullable String first) {
        if (first == null) {
            return List.of();
        }
        List<CountedUser> users = PackedUsers.unpack(first);
        if (users.size() == PackedUsers.A_PART) {
            sql.sql("SELECT users FROM counted_users WHERE run_id = ? AND tenant_no = ? AND part > 1 ORDER BY part")
                    .params(key.run(), key.tenant())
                    .query(row -> {
                        PackedUsers.unpack(row.getString(1), users::add);
                    });
        }
        return users;
    }
}
