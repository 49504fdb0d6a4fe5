package org.trueup.batch.night;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.trueup.batch.store.PackedActivity;
import org.trueup.batch.store.Store;
import org.trueup.rules.fact.ActiveMonth;

/** The activity of accounts, asked for in the order of accounts. */
final class ActivityCursor implements AutoCloseable {
    /** A row has up to 61,440 bytes. */
    private static final int FETCH_ROWS = 50;

    private static final int TENANT = 1;
    private static final int PART = 2;

    private final FactCursor<PackedActivity> rows;
    /** The rows of the accounts that share them, one for each year. */
    private final List<Year> years = new ArrayList<>();

    private int yearsTenant;
    private int lastAccount;

    /** How far a row is read. */
    private static final class Year {
        private final PackedActivity activity;
        private int entry;

        Year(PackedActivity activity) {
            this.activity = activity;
        }

        void addTo(List<ActiveMonth> active, int account) {
            while (entry < activity.entries() && activity.account(entry) < account) {
                entry++;
            }
            while (entry < activity.entries() && activity.account(entry) == account) {
                active.add(FactRows.activeMonth(activity, entry++));
            }
        }
    }

    ActivityCursor(Store store, TenantRange range) throws SQLException {
        rows = FactCursor.open(
                store,
                FactRows.ACTIVITY + TenantRange.CONDITION.formatted("p") + " ORDER BY p.tenant_no, part, year",
                range,
                FETCH_ROWS,
                FactRows::activity);
    }

    List<ActiveMonth> of(int tenant, int account) throws SQLException {
        while (rows.hasNext() && isBehind(tenant, account)) {
            advance();
        }
        if (yearsTenant != tenant) {
            return List.of();
        }
        List<ActiveMonth> active = new ArrayList<>(4);
        years.forEach(year -> year.addTo(active, account));
        return active.isEmpty() ? List.of() : active;
    }

    private boolean isBehind(int tenant, int account) {
        return yearsTenant < tenant || yearsTenant == tenant && lastAccount < account;
    }

    private void advance() throws SQLException {
        years.clear();
        yearsTenant = rows.number(TENANT);
        lastAccount = 0;
        int part = rows.number(PART);
        while (rows.hasNext() && rows.number(TENANT) == yearsTenant && rows.number(PART) == part) {
            PackedActivity year = rows.next();
            years.add(new Year(year));
            lastAccount = Math.max(lastAccount, year.account(year.entries() - 1));
        }
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}
