package org.trueup.batch.night;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.store.Store;
import org.trueup.rules.fact.Account;
import org.trueup.rules.fact.AddOn;
import org.trueup.rules.fact.EarlierNight;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.spreadsheets.report.TenantOutcome.NightBefore;

/** The fact tables of a range of tenants, one streaming cursor each, merged into one {@link TenantFacts} a tenant. */
final class FactCursors implements AutoCloseable {
    private final List<AutoCloseable> open = new ArrayList<>();
    private final FactCursor<NumberedTenant> tenants;
    private final FactCursor<Subscription> subscriptions;
    private final FactCursor<AddOn> addOns;
    private final FactCursor<Account> accounts;
    private final ActivityCursor activity;

    /** A tenant's row: what it is, and what is known from before. */
    record NumberedTenant(
            int number,
            Tenant tenant,
            EarlierNight earlier,
            @Nullable NightBefore before) {}

    FactCursors(Store store, TenantRange range, EarlierRuns earlier) throws SQLException {
        boolean opened = false;
        try {
            tenants = cursor(
                    store,
                    earlier.tenantsWithEarlierNights(),
                    "t",
                    range.vendorCondition("t.vendor"),
                    earlier.order(),
                    range,
                    earlier::tenant);
            subscriptions = cursor(
                    store,
                    FactRows.SUBSCRIPTIONS,
                    "s",
                    "",
                    "s.tenant_no, subscription_id",
                    range,
                    FactRows::subscription);
            addOns = cursor(store, FactRows.ADD_ONS, "o", "", "o.tenant_no, add_on, starts_on", range, FactRows::addOn);
            activity = new ActivityCursor(store, range);
            open.add(activity);
            accounts = cursor(store, FactRows.ACCOUNTS, "a", "", "a.tenant_no, account_no", range, this::account);
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
        String whole = sql + TenantRange.CONDITION.formatted(table) + condition + " ORDER BY " + order;
        FactCursor<T> cursor = FactCursor.open(store, whole, range, reader);
        open.add(cursor);
        return cursor;
    }

    /** The next tenant, none when the range is at its end. */
    @Nullable
    StoredTenant next() throws SQLException {
        if (!tenants.hasNext()) {
            return null;
        }
        NumberedTenant tenant = tenants.next();
        // further rows are nights before the latest one that knows the tenant
        tenants.of(tenant.number());
        TenantFacts facts = new TenantFacts(
                tenant.tenant(),
                subscriptions.of(tenant.number()),
                addOns.of(tenant.number()),
                accounts.of(tenant.number()),
                tenant.earlier());
        return new StoredTenant(tenant.number(), facts, tenant.before());
    }

    private Account account(ResultSet row) throws SQLException {
        return FactRows.account(row, activity.of(row.getInt(1), row.getInt(2)));
    }

    @Override
    public void close() throws SQLException {
        SQLException failure = null;
        for (AutoCloseable cursor : open) {
            try {
                cursor.close();
            } catch (Exception e) {
                failure = failure == null ? new SQLException("a cursor could not be closed", e) : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
