package org.trueup.batch.night;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.store.PackedActivity;
import org.trueup.rules.fact.Access;
import org.trueup.rules.fact.Account;
import org.trueup.rules.fact.AccountKind;
import org.trueup.rules.fact.ActiveMonth;
import org.trueup.rules.fact.ActivityKind;
import org.trueup.rules.fact.AddOn;
import org.trueup.rules.fact.DaySet;
import org.trueup.rules.fact.Month;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.fact.TenantId;
import org.trueup.rules.fact.Term;
import org.trueup.rules.fact.TrackingGroup;
import org.trueup.rules.fact.Vendor;

/** Rows of the fact tables as facts; columns are read by their place, since millions of rows are. */
final class FactRows {
    static final String SUBSCRIPTIONS =
            "SELECT s.tenant_no, subscription_id, plan, licenses, starts_on, ends_on, term, discount_percent,"
                    + " price_per_license, support_plan FROM subscription s";
    static final String ADD_ONS =
            "SELECT o.tenant_no, add_on, licenses, starts_on, ends_on, price_per_license FROM add_on o";
    static final String ACCOUNTS =
            "SELECT a.tenant_no, account_no, account_id, name, kind, source, email, username, logon_domain,"
                    + " device, added_on, removed_on, deactivated_on, login_enabled, tracked, has_history,"
                    + " history_deleted_on, access, tracking_group, merged_into FROM account a";
    static final String ACTIVITY = "SELECT p.tenant_no, p.part, months FROM " + PackedActivity.TABLE + " p";

    /** Stands for an add-on without a start. */
    private static final LocalDate NO_START = LocalDate.of(1000, 1, 1);

    /** Asked for with every month of activity, and values() makes a new array each time. */
    private static final ActivityKind[] ACTIVITY_KINDS = ActivityKind.values();

    private FactRows() {}

    static Tenant tenant(ResultSet row) throws SQLException {
        return new Tenant(
                new TenantId(row.getString(2)),
                row.getString(3),
                new Vendor(row.getString(4)),
                row.getString(5),
                row.getString(6),
                day(row, 7),
                row.getBoolean(8),
                integer(row, 9));
    }

    static Subscription subscription(ResultSet row) throws SQLException {
        return new Subscription(
                row.getString(2),
                row.getString(3),
                integer(row, 4),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class),
                Term.valueOf(row.getString(7)),
                row.getBigDecimal(8),
                row.getBigDecimal(9),
                row.getString(10));
    }

    static AddOn addOn(ResultSet row) throws SQLException {
        LocalDate startsOn = row.getObject(4, LocalDate.class);
        BigDecimal price = row.getBigDecimal(6);
        return new AddOn(
                row.getString(2), row.getInt(3), NO_START.equals(startsOn) ? null : startsOn, day(row, 5), price);
    }

    static PackedActivity activity(ResultSet row) throws SQLException {
        return PackedActivity.of(row.getBytes(3));
    }

    static ActiveMonth activeMonth(PackedActivity activity, int entry) {
        return new ActiveMonth(
                Month.numbered(activity.month(entry)),
                ACTIVITY_KINDS[activity.kind(entry)],
                new DaySet(activity.days(entry)));
    }

    static Account account(ResultSet row, List<ActiveMonth> activity) throws SQLException {
        return new Account(
                row.getString(3),
                row.getString(4),
                AccountKind.valueOf(row.getString(5)),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                day(row, 11),
                day(row, 12),
                day(row, 13),
                row.getBoolean(14),
                row.getBoolean(15),
                row.getBoolean(16),
                day(row, 17),
                Access.valueOf(row.getString(18)),
                group(row.getString(19)),
                row.getString(20),
                activity);
    }

    private static @Nullable TrackingGroup group(@Nullable String name) {
        return name == null ? null : TrackingGroup.valueOf(name);
    }

    static @Nullable LocalDate day(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static @Nullable Integer integer(ResultSet row, int column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : (Integer) value;
    }
}
