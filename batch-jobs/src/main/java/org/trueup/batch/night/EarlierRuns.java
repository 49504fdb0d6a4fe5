package org.trueup.batch.night;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.rules.fact.EarlierNight;
import org.trueup.rules.outcome.Licences;
import org.trueup.rules.outcome.Status;
import org.trueup.spreadsheets.report.TenantOutcome.NightBefore;

/**
 * The latest nights stored before an as-of date, one for each vendor. A tenant's own is the latest of them that knows the
 * tenant, whichever vendor it had then. A past night run again looks at the nights before it.
 */
final class EarlierRuns {
    private static final String COLUMNS = "SELECT t.tenant_no, t.tenant_id, t.name, t.vendor, t.account_manager,"
            + " t.account_manager_email, t.signed_up_on, t.nonprofit, t.stored_history_days, g.over_since, a.run_id,"
            + " a.over_since, a.plan, a.grace_days, a.grace_ends_on, a.status, a.used, a.licensed, a.nights_unchanged, a.concern"
            + " FROM tenant t LEFT JOIN grace_state g ON g.tenant_no = t.tenant_no";

    private static final String ASSESSED = " LEFT JOIN assessment a ON a.tenant_no = t.tenant_no AND a.run_id = %s";

    /** Dates by run, the latest first. */
    private final Map<Integer, LocalDate> dates;

    private EarlierRuns(Map<Integer, LocalDate> dates) {
        this.dates = dates;
    }

    static EarlierRuns before(LocalDate asOf, JdbcClient sql) {
        Map<Integer, LocalDate> dates = new LinkedHashMap<>();
        sql.sql(
                        "SELECT DISTINCT n.run_id, n.as_of FROM night n"
                                + " JOIN (SELECT vendor, MAX(as_of) AS as_of FROM night WHERE as_of < ? GROUP BY vendor) latest"
                                + " ON latest.vendor = n.vendor AND latest.as_of = n.as_of ORDER BY n.as_of DESC, n.run_id DESC")
                .param(asOf)
                .query(row -> {
                    dates.put(row.getInt(1), row.getObject(2, LocalDate.class));
                });
        return new EarlierRuns(dates);
    }

    /**
     * Selects tenants, each beside its rows of earlier nights. Several runs are a table to be joined, and not a list, for which
     * MariaDB would compare each tenant with all rows of all nights.
     */
    String tenantsWithEarlierNights() {
        if (dates.size() <= 1) {
            return COLUMNS + ASSESSED.formatted(dates.isEmpty() ? "0" : runs(", "));
        }
        return COLUMNS + " JOIN (SELECT " + runs(" AS run_id UNION ALL SELECT ") + ") r"
                + ASSESSED.formatted("r.run_id");
    }

    /** The order in which a tenant's latest night comes first; the store need not sort when there is only one. */
    String order() {
        return dates.size() <= 1 ? "t.tenant_no" : "t.tenant_no, a.run_id IS NULL, FIELD(a.run_id, " + runs(", ") + ")";
    }

    private String runs(String between) {
        return dates.keySet().stream().map(String::valueOf).collect(Collectors.joining(between));
    }

    FactCursors.NumberedTenant tenant(ResultSet row) throws SQLException {
        LocalDate feedSays = FactRows.day(row, 10);
        int run = row.getInt(11);
        LocalDate earlierNight = row.wasNull() ? null : dates.get(run);
        EarlierNight earlier = earlierNight == null
                ? withoutNight(feedSays)
                : new EarlierNight(earlierNight, FactRows.day(row, 12), row.getString(13), graceSince(row));
        NightBefore before = earlierNight == null ? null : before(earlierNight, row);
        return new FactCursors.NumberedTenant(row.getInt(1), FactRows.tenant(row), earlier, before);
    }

    private static NightBefore before(LocalDate asOf, ResultSet row) throws SQLException {
        String named = row.getString(16);
        Status status = named == null ? null : Status.valueOf(named);
        Integer used = FactRows.integer(row, 17);
        Licences licensed = new Licences(FactRows.integer(row, 18));
        return new NightBefore(asOf, KeptConcern.of(status, used, licensed, row.getString(20)), used, row.getInt(19));
    }

    /** A grace period is stored by its length and its last day. */
    private static @Nullable LocalDate graceSince(ResultSet row) throws SQLException {
        int days = row.getInt(14);
        LocalDate endsOn = FactRows.day(row, 15);
        return endsOn == null ? null : endsOn.minusDays(days - 1L);
    }

    private static EarlierNight withoutNight(@Nullable LocalDate feedSays) {
        return feedSays == null ? EarlierNight.NONE : EarlierNight.asFeedSays(feedSays);
    }
}
