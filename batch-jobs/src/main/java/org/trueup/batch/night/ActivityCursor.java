package org.trueup.batch.night;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.store.Store;
import org.trueup.rules.fact.ActiveMonth;

/** The activity of accounts, asked for in the order of accounts. */
final class ActivityCursor implements AutoCloseable {
    private final FactCursor<AccountMonth> months;
    private @Nullable AccountMonth ahead;

    private record AccountMonth(int tenant, int account, ActiveMonth active) {}

    ActivityCursor(Store store, TenantRange range) throws SQLException {
        months = FactCursor.open(
                store,
                FactRows.ACTIVITY + TenantRange.CONDITION.formatted("m")
                        + " ORDER BY m.tenant_no, account_no, month, kind",
                range,
                ActivityCursor::read);
    }

    private static AccountMonth read(ResultSet row) throws SQLException {
        return new AccountMonth(row.getInt(1), row.getInt(2), FactRows.activeMonth(row));
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
