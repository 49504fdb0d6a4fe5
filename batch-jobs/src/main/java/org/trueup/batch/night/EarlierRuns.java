package org.trueup.batch.night;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.rules.fact.EarlierNight;
import org.trueup.rules.fact.Vendor;

/** The latest night of each vendor stored before an as-of date. A past night run again looks at the nights before it. */
final class EarlierRuns {
    private static final String COLUMNS = "SELECT t.tenant_no, t.tenant_id, t.name, t.vendor, t.account_manager,"
            + " t.account_manager_email, t.signed_up_on, t.nonprofit, t.stored_history_days, g.over_since, a.run_id,"
            + " a.over_since FROM tenant t LEFT JOIN grace_state g ON g.tenant_no = t.tenant_no"
            + " LEFT JOIN assessment a ON a.tenant_no = t.tenant_no AND a.run_id = ";

    private final Map<Vendor, Earlier> byVendor;
    private final Map<Integer, LocalDate> dates;

    private record Earlier(Vendor vendor, LocalDate asOf, int run) {}

    private EarlierRuns(List<Earlier> runs) {
        byVendor = new TreeMap<>();
        runs.forEach(run -> byVendor.put(run.vendor(), run));
        dates = runs.stream().collect(Collectors.toMap(Earlier::run, Earlier::asOf, (one, other) -> one));
    }

    static EarlierRuns before(LocalDate asOf, JdbcClient sql) {
        return new EarlierRuns(sql.sql("SELECT n.vendor, n.as_of, n.run_id FROM night n"
                        + " JOIN (SELECT vendor, MAX(as_of) AS as_of FROM night WHERE as_of < ? GROUP BY vendor) latest"
                        + " ON latest.vendor = n.vendor AND latest.as_of = n.as_of")
                .param(asOf)
                .query((row, number) ->
                        new Earlier(new Vendor(row.getString(1)), row.getObject(2, LocalDate.class), row.getInt(3)))
                .list());
    }

    /** Selects tenants, each beside its row of the earlier night; vendor names are safe to stand in the text. */
    String tenantsWithEarlierNight() {
        String run = byVendor.isEmpty()
                ? "0"
                : byVendor.values().stream()
                        .map(each -> " WHEN '" + each.vendor() + "' THEN " + each.run())
                        .collect(Collectors.joining("", "CASE t.vendor", " ELSE 0 END"));
        return COLUMNS + run;
    }

    FactCursors.NumberedTenant tenant(ResultSet row) throws SQLException {
        LocalDate feedSays = FactRows.day(row, 10);
        int run = row.getInt(11);
        LocalDate earlierNight = row.wasNull() ? null : dates.get(run);
        EarlierNight earlier =
                earlierNight == null ? withoutNight(feedSays) : new EarlierNight(earlierNight, FactRows.day(row, 12));
        return new FactCursors.NumberedTenant(row.getInt(1), FactRows.tenant(row), earlier);
    }

    private static EarlierNight withoutNight(@Nullable LocalDate feedSays) {
        return feedSays == null ? EarlierNight.NONE : EarlierNight.asFeedSays(feedSays);
    }
}
