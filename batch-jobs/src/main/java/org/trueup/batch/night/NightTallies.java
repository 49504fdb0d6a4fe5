package org.trueup.batch.night;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.trueup.batch.store.BulkConnection;
import org.trueup.batch.store.BulkLoader;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.outcome.Status;
import org.trueup.spreadsheets.report.NightOutcome.Selection;
import org.trueup.spreadsheets.report.NightOutcome.StatusCount;

/**
 * What nights counted, and which nights each run looks back on. A run keeps the latter when it begins to count, so that it
 * tells the same of the nights before it for ever, also when one of them is run again or its results are dropped.
 */
final class NightTallies {
    /** A run looks back on so many, which makes thirty with its own. */
    private static final int NIGHTS_BEFORE = 29;

    private final DataSource store;
    private final JdbcClient sql;

    NightTallies(DataSource store) {
        this.store = store;
        this.sql = JdbcClient.create(store);
    }

    /** The last nights before a date as they are now, thinned ones too, each by the run that made its files last. */
    SortedMap<LocalDate, Integer> before(LocalDate asOf) {
        return nights(
                "SELECT as_of, MAX(run_id) FROM (SELECT as_of, run_id FROM night UNION ALL"
                        + " SELECT as_of, run_id FROM thinned_night) told WHERE as_of < ? GROUP BY as_of ORDER BY as_of DESC LIMIT "
                        + NIGHTS_BEFORE,
                asOf);
    }

    /** The nights that a run looks back on. */
    SortedMap<LocalDate, Integer> keptFor(int run) {
        return nights("SELECT as_of, earlier_run FROM run_history WHERE run_id = ?", run);
    }

    private SortedMap<LocalDate, Integer> nights(String select, Object parameter) {
        SortedMap<LocalDate, Integer> nights = new TreeMap<>();
        sql.sql(select).param(parameter).query(row -> {
            nights.put(row.getObject(1, LocalDate.class), row.getInt(2));
        });
        return nights;
    }

    /**
     * Keeps what a night counted and which nights it looks back on, in the caller's transaction.
     *
     * @param run the one that makes the night's files
     */
    void keep(int run, StatusCounts counts, SortedMap<LocalDate, Integer> before) {
        Connection connection = DataSourceUtils.getConnection(store);
        try (BulkConnection bulk = new BulkConnection(connection);
                BulkLoader tallies =
                        bulk.into("night_tally", "run_id", "account_manager", "vendor", "status", "tenants");
                BulkLoader history = bulk.into("run_history", "run_id", "as_of", "earlier_run")) {
            counts.each((group, tenants) -> {
                Status status = group.status();
                tallies.number(run)
                        .text(group.manager())
                        .text(group.vendor().name())
                        .text(status == null ? "" : status.name())
                        .number(tenants)
                        .endRow();
            });
            before.forEach((asOf, earlier) ->
                    history.number(run).date(asOf).number(earlier).endRow());
        } finally {
            DataSourceUtils.releaseConnection(connection, store);
        }
    }

    /** What these nights counted for a selection, by date, vendor and status. */
    List<StatusCount> counted(SortedMap<LocalDate, Integer> nights, Selection selection) {
        if (nights.isEmpty()) {
            return List.of();
        }
        Map<Integer, LocalDate> dates = new HashMap<>();
        nights.forEach((asOf, run) -> dates.put(run, asOf));
        String runs = nights.values().stream().map(String::valueOf).collect(Collectors.joining(", "));
        Condition condition = Condition.of(selection);
        return sql
                .sql("SELECT run_id, vendor, status, SUM(tenants) FROM night_tally WHERE run_id IN (" + runs + ")"
                        + condition.sql() + " GROUP BY run_id, vendor, status")
                .params(condition.parameters())
                .query((row, number) -> count(row, Objects.requireNonNull(dates.get(row.getInt(1)))))
                .list()
                .stream()
                .sorted(StatusCounts.ORDER)
                .toList();
    }

    private static StatusCount count(ResultSet row, LocalDate asOf) throws SQLException {
        String status = row.getString(3);
        return new StatusCount(
                asOf, new Vendor(row.getString(2)), status.isEmpty() ? null : Status.valueOf(status), row.getLong(4));
    }

    private record Condition(String sql, List<String> parameters) {
        static Condition of(Selection selection) {
            if (selection instanceof Selection.OfVendor of) {
                return new Condition(" AND vendor = ?", List.of(of.vendor().name()));
            }
            return selection instanceof Selection.OfAccountManager of
                    ? new Condition(" AND account_manager = ?", List.of(of.name()))
                    : new Condition("", List.of());
        }
    }
}
