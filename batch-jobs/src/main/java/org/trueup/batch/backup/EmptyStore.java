package org.trueup.batch.backup;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.batch.store.Schema;
import org.trueup.batch.store.Store;

/** Whether a store holds nothing that a restore could take the place of. */
final class EmptyStore {
    private static final int NAMED_AT_MOST = 3;
    /** What every store gets with its first night; anything else in these tables was published by people. */
    private static final String SHIPPED = "author = 'Trueup' AND effective_on = '1000-01-01'";

    private EmptyStore() {}

    /** @throws BackupException when something is in the store, also of a restore that is at work */
    static void require(Store store) {
        Schema schema = Schema.of(store);
        schema.requireOurs();
        // a restore that came to no end left a part, which is nobody's
        if (schema.isRestoreUnderWay()) {
            return;
        }
        JdbcClient sql = JdbcClient.create(store.dataSource());
        List<String> filled =
                schema.tables().stream().filter(table -> isFilled(sql, table)).toList();
        if (!filled.isEmpty()) {
            throw new BackupException(
                    "The store is not empty (%s%s hold rows), and a restore takes the place of nothing: name a new folder with --home, or an empty database with --database."
                            .formatted(
                                    String.join(", ", filled.subList(0, Math.min(NAMED_AT_MOST, filled.size()))),
                                    filled.size() > NAMED_AT_MOST
                                            ? " and " + (filled.size() - NAMED_AT_MOST) + " more tables"
                                            : ""));
        }
    }

    private static boolean isFilled(JdbcClient sql, String table) {
        String shipped =
                table.equals("policy_version") || table.equals("policy_event") ? " WHERE NOT (" + SHIPPED + ")" : "";
        return sql.sql("SELECT EXISTS (SELECT * FROM `" + table + "`" + shipped + ")")
                .query(Boolean.class)
                .single();
    }
}
