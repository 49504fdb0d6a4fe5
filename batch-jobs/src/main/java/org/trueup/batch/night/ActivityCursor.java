package org.trueup.batch.night;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.trueup.batch.store.Store;
import org.trueup.rules.fact.ActiveMonth;

/** The activity of accounts, asked for in the order of accounts. */
final class ActivityCursor implements AutoCloseable {
    private static final int TENANT = 1;
    private static final int ACCOUNT = 2;

    private final FactCursor<ActiveMonth> months;

    ActivityCursor(Store store, TenantRange range) throws SQLException {
        months = FactCursor.open(
                store,
                FactRows.ACTIVITY + TenantRange.CONDITION.formatted("m")
                        + " ORDER BY m.tenant_no, account_no, month, kind",
                range,
                FactRows::activeMonth);
    }

    List<ActiveMonth> of(int tenant, int account) throws SQLException {
        while (months.hasNext() && order(tenant, account) < 0) {
            months.skip();
        }
        if (!months.hasNext() || order(tenant, account) != 0) {
            return List.of();
        }
        List<ActiveMonth> active = new ArrayList<>(4);
        while (months.hasNext() && order(tenant, account) == 0) {
            active.add(months.next());
        }
        return active;
    }

    /** How the row that comes next stands to an account. */
    private int order(int tenant, int account) throws SQLException {
        int order = Integer.compare(months.number(TENANT), tenant);
        return order != 0 ? order : Integer.compare(months.number(ACCOUNT), account);
    }

    @Override
    public void close() throws SQLException {
        months.close();
    }
}
