package org.trueup.batch.night;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.store.Store;
import org.trueup.rules.fact.Access;
import org.trueup.rules.fact.Account;
import org.trueup.rules.fact.AccountKind;
import org.trueup.rules.fact.ActiveMonth;
import org.trueup.rules.fact.ActivityKind;
import org.trueup.rules.fact.AddOn;
import org.trueup.rules.fact.DaySet;
import org.trueup.rules.fact.EarlierNight;
import org.trueup.rules.fact.Month;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.fact.TenantId;
import org.trueup.rules.fact.Term;
import org.trueup.rules.fact.TrackingGroup;
import org.trueup.rules.fact.Vendor;

/** The fact tables of a range of tenants, one streaming cursor each, merged into one {@link TenantFacts} a tenant. */
final class FactCursors implements AutoCloseable {
    private static final String RANGE = " WHERE %1$s.tenant_no >= ? AND %1$s.tenant_no < ?";
    private static final LocalDate NO_START = LocalDate.of(1000, 1, 1);

    private final List<FactCursor<?>> open = new ArrayList<>();
    private final FactCursor<NumberedTenant> tenants;
    private final FactCursor<Subscription> subscriptions;
    private final FactCursor<AddOn> addOns;
    private final FactCursor<Account> accounts;
    private final ActivityCursor activity;

    /** A tenant's row: what it is, and what is known from before. */
    record NumberedTenant(int number, Tenant tenant, EarlierNight earlier) {}

    /** A tenant's facts with its number in the store. */
    record Numbered(int number, TenantFacts facts) {}

    FactCursors(Store store, TenantRange range, EarlierRuns earlier) throws SQLException {
        boolean opened = false;
        try {
            tenants = cursor(
                    store,
                    earlier.tenantsWithEarlierNight(),
                    "t",
                    range.vendorCondition("t.vendor"),
                    "t.tenant_no",
                    range,
                    earlier::tenant);
            subscriptions = cursor(
                    store,
                    "SELECT s.tenant_no, subscription_id, plan, licenses, starts_on, ends_on, term, discount_percent,"
                            + " price_per_license, support_plan FROM subscription s",
                    "s",
                    "",
                    "s.tenant_no, subscription_id",
                    range,
                    FactCursors::subscription);
            addOns = cursor(
                    store,
                    "SELECT o.tenant_no, add_on, licenses, starts_on, ends_on, price_per_license FROM add_on o",
                    "o",
                    "",
                    "o.tenant_no, add_on, starts_on",
                    range,
                    FactCursors::addOn);
            activity = new ActivityCursor(store.openForStreaming(), range);
            accounts = cursor(
                    store,
                    "SELECT a.tenant_no, account_no, account_id, name, kind, source, email, username, logon_domain,"
                            + " device, added_on, removed_on, deactivated_on, login_enabled, tracked, has_history,"
                            + " history_deleted_on, access, tracking_group, merged_into FROM account a",
                    "a",
                    "",
                    "a.tenant_no, account_no",
                    range,
                    this::account);
            opened = true;
        } finally {
            if (!opened) {
                close();
            }
        }
    }

    private <T> FactCursor<T> cursor(
            Store store,
            String sql,
            String table,
            String condition,
            String order,
            TenantRange range,
            FactCursor.Row<T> reader)
            throws SQLException {
        Connection connection = store.openForStreaming();
        FactCursor<T> cursor =
                new FactCursor<>(connection, sql + RANGE.formatted(table) + condition, order, range, reader);
        open.add(cursor);
        return cursor;
    }

    /** The next tenant, none when the range is at its end. */
    @Nullable
    Numbered next() throws SQLException {
        if (!tenants.hasNext()) {
            return null;
        }
        NumberedTenant tenant = tenants.next();
        TenantFacts facts = new TenantFacts(
                tenant.tenant(),
                subscriptions.of(tenant.number()),
                addOns.of(tenant.number()),
                accounts.of(tenant.number()),
                tenant.earlier());
        return new Numbered(tenant.number(), facts);
    }

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

    private static Subscription subscription(ResultSet row) throws SQLException {
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

    private static AddOn addOn(ResultSet row) throws SQLException {
        LocalDate startsOn = row.getObject(4, LocalDate.class);
        BigDecimal price = row.getBigDecimal(6);
        return new AddOn(
                row.getString(2), row.getInt(3), NO_START.equals(startsOn) ? null : startsOn, day(row, 5), price);
    }

    private Account account(ResultSet row) throws SQLException {
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
                activity.of(row.getInt(1), row.getInt(2)));
    }

    private static @Nullable TrackingGroup group(@Nullable String name) {
        return name == null ? null : TrackingGroup.valueOf(name);
    }

    static @Nullable LocalDate day(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static @Nullable Integer integer(ResultSet row, int column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : (Integer) value;
    }

    @Override
    public void close() throws SQLException {
        for (FactCursor<?> cursor : open) {
            cursor.close();
        }
        if (activity != null) {
            activity.close();
        }
    }

    /** The activity of accounts, asked for in the order of accounts. */
    private static final class ActivityCursor implements AutoCloseable {
        private final FactCursor<AccountMonth> months;
        private @Nullable AccountMonth ahead;

        private record AccountMonth(int tenant, int account, ActiveMonth active) {}

        ActivityCursor(Connection connection, TenantRange range) throws SQLException {
            months = new FactCursor<>(
                    connection,
                    "SELECT m.tenant_no, account_no, month, kind, days FROM account_month m" + RANGE.formatted("m"),
                    "m.tenant_no, account_no, month, kind",
                    range,
                    ActivityCursor::read);
        }

        private static AccountMonth read(ResultSet row) throws SQLException {
            return new AccountMonth(
                    row.getInt(1),
                    row.getInt(2),
                    new ActiveMonth(
                            new Month(row.getInt(3)), ActivityKind.values()[row.getInt(4)], new DaySet(row.getInt(5))));
        }

        List<ActiveMonth> of(int tenant, int account) throws SQLException {
            List<ActiveMonth> active = new ArrayList<>(2);
            for (AccountMonth month = peek(); month != null && order(month, tenant, account) <= 0; month = peek()) {
                if (order(month, tenant, account) == 0) {
                    active.add(month.active());
                }
                ahead = null;
            }
            return active;
        }

        private @Nullable AccountMonth peek() throws SQLException {
            if (ahead == null && months.hasNext()) {
                ahead = months.next();
            }
            return ahead;
        }

        private static int order(AccountMonth month, int tenant, int account) {
            return month.tenant() != tenant
                    ? Integer.compare(month.tenant(), tenant)
                    : Integer.compare(month.account(), account);
        }

        @Override
        public void close() throws SQLException {
            months.close();
        }
    }
}
