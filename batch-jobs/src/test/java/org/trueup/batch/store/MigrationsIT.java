package org.trueup.batch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.rules.fact.Vendor;

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

        assertThat(applied()).isEqualTo(there());
    }

    @Test
    void aMigrationThatWasCutOffIsDoneAgain() {
        List<String> there = there();
        sql.sql("UPDATE flyway_schema_history SET success = FALSE WHERE version = ?")
                .param(there.get(there.size() - 1))
                .update();

        Store.open(new StoreLocation.External(TEST.url())).close();

        assertThat(applied()).isEqualTo(there());
    }

    @Test
    void versionsFromBeforeThereWasATrailAreCarriedOver() throws SQLException {
        PolicyVersions today = new PolicyVersions(TEST.store().dataSource());
        Vendor acme = new Vendor("acme");
        today.ship(Map.of(acme, new byte[] {1}));
        today.publish(new Publication(acme, LocalDate.of(2026, 12, 1), "Ann", "Ben", "Why"), new byte[] {2});
        try (TestStore old = TestStore.ofMigration(6)) {
            old.takeRows(
                    "policy_version",
                    sql.sql("SELECT DATABASE()").query(String.class).single());

            Store.open(old.location()).close();

            assertThat(new PolicyVersions(old.store().dataSource()).history(acme))
                    .extracting(PolicyEvent::action, PolicyEvent::version, PolicyEvent::note, PolicyEvent::programUser)
                    .containsExactly(
                            tuple(PolicyEvent.Action.SHIPPED, 1, "Came with the product", null),
                            tuple(PolicyEvent.Action.PUBLISHED, 2, "Why", null));
        }
        TEST.clear();
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
        assertThat(applied()).isEqualTo(there());
    }

    /** The versions of the scripts in the folder, the first one first; one a script. */
    static List<String> there() {
        try (Stream<Path> scripts = Files.list(Path.of("src/main/resources/db/migration"))) {
            List<String> versions = scripts.map(script ->
                            Integer.parseInt(script.getFileName().toString().replaceAll("V(\\d+)__.*", "$1")))
                    .sorted()
                    .map(String::valueOf)
                    .toList();
            assertThat(versions).doesNotHaveDuplicates();
            return versions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> applied() {
        return sql.sql("SELECT version FROM flyway_schema_history WHERE success ORDER BY installed_rank")
                .query(String.class)
                .list();
    }
}
