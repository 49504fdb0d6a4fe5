package org.trueup.batch.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class MigrationsIT {
    private static final TestStore TEST = TestStore.fresh();
    private final JdbcClient sql = JdbcClient.create(TEST.store().dataSource());

    @AfterAll
    static void close() {
        TEST.close();
    }

    @Test
    void openingAgainMigratesNothing() {
        Store.open(new StoreLocation.External(TEST.url())).close();

        assertThat(applied()).containsExactly("1", "2", "3", "4", "5", "6");
    }

    @Test
    void aMigrationThatWasCutOffIsDoneAgain() {
        sql.sql("UPDATE flyway_schema_history SET success = FALSE WHERE version = '6'")
                .update();

        Store.open(new StoreLocation.External(TEST.url())).close();

        assertThat(applied()).containsExactly("1", "2", "3", "4", "5", "6");
    }

    @Test
    void textComparesByItsBytesInEveryTable() {
        assertThat(sql.sql("SELECT DISTINCT table_collation FROM information_schema.tables"
                                + " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'"
                                + " AND table_name <> 'flyway_schema_history'")
                        .query(String.class)
                        .list())
                .containsExactly("utf8mb4_nopad_bin");
    }

    @Test
    void aTestStoreCanBeEmptied() throws SQLException {
        sql.sql("INSERT INTO grace_state VALUES (1, '2026-01-01')").update();

        TEST.clear();

        assertThat(sql.sql("SELECT COUNT(*) FROM grace_state").query(Long.class).single())
                .isZero();
        assertThat(applied()).containsExactly("1", "2", "3", "4", "5", "6");
    }

    private List<String> applied() {
        return sql.sql("SELECT version FROM flyway_schema_history WHERE success ORDER BY installed_rank")
                .query(String.class)
                .list();
    }
}
