package org.trueup.batch.night;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.fact.TenantId;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.outcome.AddingBeyond;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.CountedUser;
import org.trueup.rules.outcome.Entitlement;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.Grace;
import org.trueup.rules.outcome.Licences;
import org.trueup.rules.outcome.Money;
import org.trueup.rules.outcome.MonthUse;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.outcome.Status;
import org.trueup.spreadsheets.report.TenantOutcome;
import org.trueup.spreadsheets.report.TenantOutcome.NightBefore;
import org.trueup.spreadsheets.report.TenantOutcome.RunningTerm;

/** One row of the table assessment. Name and account manager are those of the night, not of today. */
record PositionRow(
        Tenant tenant,
        @Nullable Position position,
        List<MonthUse> months,
        Set<String> pilots,
        @Nullable NightBefore before,
        @Nullable RunningTerm runningTerm) {
    static final String COLUMNS = "run_id, tenant_no, (SELECT tenant_id FROM tenant t WHERE t.tenant_no ="
            + " assessment.tenant_no) AS tenant_id, tenant_name, account_manager, vendor, decided, months, pilots,"
            + " night_before, running_term,"
            + " subscription_id, plan, metric, used, licensed, required, status, over_since, grace_day, grace_days,"
            + " grace_ends_on, monthly_amount, true_up_amount, currency, peak_day, previous_peak, usage_line,"
            + " adding_beyond, what_happens, entitlements, way_back, cells, policy_version, shown_to_customers";

    static PositionRow of(ResultSet row) throws SQLException {
        Tenant tenant = new Tenant(
                new TenantId(row.getString("tenant_id")),
                row.getString("tenant_name"),
                new Vendor(row.getString("vendor")),
                row.getString("account_manager"),
                null,
                null,
                false,
                null);
        return new PositionRow(
                tenant,
                row.getBoolean("decided") ? position(row) : null,
                PackedMonths.unpack(row.getString("months")),
                PackedPilots.unpack(row.getString("pilots")),
                PackedNightBefore.unpack(row.getString("night_before")),
                PackedTerm.unpack(row.getString("running_term")));
    }

    /** What the run says of the tenant, together with what stands in other tables. */
    TenantOutcome outcome(List<Finding> findings, List<CountedUser> users) {
        Assessment assessment = new Assessment(tenant, position, findings, months, users);
        return new TenantOutcome(assessment, pilots, List.of(), before, runningTerm);
    }

    private static Position position(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new Position(
                row.getString("subscription_id"),
                row.getString("plan"),
                Metric.ofCode(row.getString("metric")).orElseThrow(),
                row.getInt("used"),
                new Licences(integer(row, "licensed")),
                row.getInt("required"),
                Status.valueOf(row.getString("status")),
                day(row, "over_since"),
                grace(row),
                money(row, "monthly_amount", currency),
                money(row, "true_up_amount", currency),
                currency,
                day(row, "peak_day"),
                integer(row, "previous_peak"),
                row.getString("usage_line"),
                AddingBeyond.valueOf(row.getString("adding_beyond")),
                row.getString("what_happens"),
                entitlements(row),
                row.getString("way_back"),
                Cell.parseAll(row.getString("cells")),
                row.getInt("policy_version"),
                row.getBoolean("shown_to_customers"));
    }

    /** A night of before there were entitlements kept none. */
    private static List<Entitlement> entitlements(ResultSet row) throws SQLException {
        String packed = row.getString("entitlements");
        return packed == null ? List.of() : PackedEntitlements.unpack(packed);
    }

    private static @Nullable Grace grace(ResultSet row) throws SQLException {
        Integer day = integer(row, "grace_day");
        return day == null
                ? null
                : new Grace(day, row.getInt("grace_days"), row.getObject("grace_ends_on", LocalDate.class));
    }

    private static @Nullable Money money(ResultSet row, String column, Currency currency) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        return amount == null ? null : new Money(amount, currency);
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : (Integer) value;
    }
}
