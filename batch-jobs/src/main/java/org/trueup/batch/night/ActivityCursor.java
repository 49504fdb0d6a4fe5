package org.trueup.batch.night;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.trueup.batch.store.PackedActivity;
import org.trueup.batch.store.Store;
import org.trueup.rules.fact.ActiveMonth;

/** The activity of accounts, asked for in the order of accounts. */
final class ActivityCursor implements AutoCloseable {
    /** A row may have some ten thousand bytes for each year. */
    private static final int FETCH_ROWS = 100;

    private static final int TENANT = 1;

    private final FactCursor<PackedActivity> parts;
    private PackedActivity part = PackedActivity.empty();
    private int partsTenant;
    private int entry;

    ActivityCursor(Store store, TenantRange range) throws SQLException {
        parts = FactCursor.open(
                store,
                FactRows.ACTIVITY + TenantRange.CONDITION.formatted("p") + " ORDER BY p.tenant_no, part",
                range,
                FETCH_ROWS,
                FactRows::activity);
    }

    List<ActiveMonth> of(int tenant, int account) throws SQLException {
        while (hasNext() && order(tenant, account) < 0) {
            entry++;
        }
        if (!hasNext() || order(tenant, account) != 0) {
            return List.of();
        }
        List<ActiveMonth> active = new ArrayList<>(4);
        while (hasNext() && order(tenant, account) == 0) {
            active.add(FactRows.activeMonth(part, entry++));
        }
        return active;
    }

    private boolean hasNext() throws SQLException {
        while (entry == part.entries() && parts.hasNext()) {
            partsTenant = parts.number(TENANT);
            part = parts.next();
            entry = 0;
        }
        return entry < part.entries();
    }

    /** How the entry that comes next stands to an account. */
    private int order(int tenant, int account) {
        int order = Integer.compare(partsTenant, tenant);
        return order != 0 ? order : Integer.compare(part.account(entry), account);
    }

    @Override
    public void close() throws SQLException {
        parts.close();
    }
}
