package org.trueup.batch.night;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.batch.store.PackedActivity;
import org.trueup.rules.fact.Account;
import org.trueup.rules.fact.ActiveMonth;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.fact.TenantId;

/** Reads the facts of one tenant, over the pool: a question about one must not open connections of its own. */
record TenantRows(JdbcClient sql) {

    Optional<TenantFacts> facts(TenantId tenant, EarlierRuns earlier) {
        return sql
                .sql(earlier.tenantsWithEarlierNights() + " WHERE t.tenant_id = ? ORDER BY " + earlier.order())
                .param(tenant.value())
                .query((row, number) -> earlier.tenant(row))
                .list()
                .stream()
                .findFirst()
                .map(this::facts);
    }

    private TenantFacts facts(FactCursors.NumberedTenant found) {
        int tenant = found.number();
        Map<Integer, List<ActiveMonth>> activity = activity(tenant);
        return new TenantFacts(
                found.tenant(),
                rows(
                        FactRows.SUBSCRIPTIONS + " WHERE s.tenant_no = ? ORDER BY subscription_id",
                        tenant,
                        (row, number) -> FactRows.subscription(row)),
                rows(
                        FactRows.ADD_ONS + " WHERE o.tenant_no = ? ORDER BY add_on, starts_on",
                        tenant,
                        (row, number) -> FactRows.addOn(row)),
                rows(
                        FactRows.ACCOUNTS + " WHERE a.tenant_no = ? ORDER BY account_no",
                        tenant,
                        (row, number) -> account(row, activity)),
                found.earlier());
    }

    private static Account account(ResultSet row, Map<Integer, List<ActiveMonth>> activity) throws SQLException {
        return FactRows.account(row, activity.getOrDefault(row.getInt(2), List.of()));
    }

    private Map<Integer, List<ActiveMonth>> activity(int tenant) {
        Map<Integer, List<ActiveMonth>> byAccount = new HashMap<>();
        sql.sql(FactRows.ACTIVITY + " WHERE p.tenant_no = ? ORDER BY part, year")
                .param(tenant)
                .query(row -> {
                    PackedActivity part = FactRows.activity(row);
                    for (int entry = 0; entry < part.entries(); entry++) {
                        byAccount
                                .computeIfAbsent(part.account(entry), account -> new ArrayList<>(2))
                                .add(FactRows.activeMonth(part, entry));
                    }
                });
        return byAccount;
    }

    private <T> List<T> rows(String select, int tenant, RowMapper<T> reader) {
        return sql.sql(select).param(tenant).query(reader).list();
    }
}
