package org.trueup.batch.mail;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.rules.fact.TenantId;

/** Who is to be written to, by the facts of the latest feed. */
final class Recipients {
    private final JdbcClient sql;

    Recipients(JdbcClient sql) {
        this.sql = sql;
    }

    /** The addresses of each account manager who has one, each once. */
    Map<String, Collection<String>> accountManagers() {
        Map<String, Map<String, String>> addresses = new LinkedHashMap<>();
        sql.sql("SELECT DISTINCT account_manager, account_manager_email FROM tenant WHERE account_manager IS NOT NULL"
                        + " AND account_manager_email <> '' ORDER BY account_manager, account_manager_email")
                .query(row -> {
                    String address = row.getString(2).strip();
                    addresses
                            .computeIfAbsent(row.getString(1), manager -> new LinkedHashMap<>())
                            .putIfAbsent(address.toLowerCase(Locale.ROOT), address);
                });
        Map<String, Collection<String>> managers = new LinkedHashMap<>();
        addresses.forEach((manager, each) -> managers.put(manager, each.values()));
        return managers;
    }

    /** An account that administers its tenant. */
    record Administrator(String name, String address) {}

    /** The administrators of a tenant on a date who have an address. */
    List<Administrator> administrators(TenantId tenant, LocalDate asOf) {
        return sql.sql("SELECT a.name, a.email FROM account a JOIN tenant t USING (tenant_no) WHERE t.tenant_id = ?"
                        + " AND a.access = 'ADMIN' AND a.email <> ''"
                        + " AND (a.added_on IS NULL OR a.added_on <= ?)"
                        + " AND (a.removed_on IS NULL OR a.removed_on > ?)"
                        + " AND (a.deactivated_on IS NULL OR a.deactivated_on > ?) ORDER BY a.account_id")
                .params(tenant.value(), asOf, asOf, asOf)
                .query((row, number) ->
                        new Administrator(row.getString(1), row.getString(2).strip()))
                .list();
    }
}
