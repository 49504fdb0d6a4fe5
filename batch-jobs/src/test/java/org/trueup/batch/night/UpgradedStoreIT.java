package org.trueup.batch.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.batch.store.Schema;
import org.trueup.batch.store.Store;
import org.trueup.batch.store.TestStore;

/**
 * A store of the first tables with which nights were run, with nights in it, is brought up to date and goes on. Its rows are those
 * of nights of today, as far as the old tables have columns for them.
 */
class UpgradedStoreIT {
    /** The fourth migration made the last table that the first nights wrote. */
    private static final int FIRST = 4;

    private static final List<String> FACTS = List.of(
            "feed", "feed_file", "tenant", "subscription", "add_on", "account", "grace_state", "deactivation_change");

    private static final List<String> CSV_FILES = List.of("positions.csv", "findings.csv", "months.csv", "users.csv");

    @TempDir
    Path folder;

    private TestStore old;
    private List<String> months;
    private boolean dropped;

    @BeforeEach
    void aStoreOfTheFirstTablesWithTwoNights() {
        try (NightContext today = new NightContext()) {
            NightFeed feed = new NightFeed()
                    .tenant("t1", "activtrak")
                    .subscription("t1", "s1", "Essentials", "1", "2026-10-01", "2027-09-30")
                    .account("t1", "a1", Map.of("username", "bo", "device", "pc1", "has_history", "true"))
                    .account("t1", "a2", Map.of("username", "li", "device", "pc2", "has_history", "true"))
                    .tenant("t2", "plecto")
                    .subscription("t2", "s1", "Medium", "1", "2026-10-01", "2027-09-30")
                    .account("t2", "a1", Map.of())
                    .registration("t2", "a1", "2026-11-19")
                    .tenant("t3", "nobodys")
                    .subscription("t3", "s1", "Any", "1", "2026-01-01", "2026-12-31");
            activeAccounts(feed);
            feed.load(today, folder.resolve("feed"));
            months = activity(today.sql());
            today.night("2026-11-20", folder.resolve("first"));
            today.night("2026-11-21", folder.resolve("first"));
            old = TestStore.ofMigration(FIRST);
            copy(today);
            today.night("2026-11-22", folder.resolve("first"));
        }
    }

    /** So many that their activity takes several rows today. */
    private static void activeAccounts(NightFeed feed) {
        for (int account = 1; account <= 600; account++) {
            String id = "b%03d".formatted(account);
            feed.account("t2", id, Map.of());
            if (account % 5 != 0) {
                feed.registration("t2", id, "2026-11-%02d".formatted(1 + account % 28))
                        .login("t2", id, "2026-10-31")
                        .registration("t2", id, "2025-12-31");
            }
        }
    }

    private static List<String> activity(JdbcClient sql) {
        return sql.sql(
                        "SELECT CONCAT_WS(' ', tenant_no, part, year, HEX(months)) FROM activity ORDER BY tenant_no, part, year")
                .query(String.class)
                .list();
    }

    @AfterEach
    void drop() {
        if (!dropped) {
            old.close();
        }
    }

    private JdbcClient sql() {
        return JdbcClient.create(old.store().dataSource());
    }

    private void copy(NightContext today) {
        String there = today.sql().sql("SELECT DATABASE()").query(String.class).single();
        String rows = TestStore.ACCOUNT_MONTHS.replace("FROM activity", "FROM " + there + ".activity");
        sql().sql("INSERT INTO account_month SELECT * FROM " + rows).update();
        // of an account that is not there, as a killed feed could leave it
        sql().sql("INSERT INTO account_month VALUES (1, 99999999, 24322, 0, 1)").update();
        // Spring Batch's own tables are of no night; the first programs kept theirs too
        Schema.of(old.store()).tables().stream()
                .filter(table -> !table.equals("account_month") && !table.startsWith("BATCH_"))
                .forEach(table -> old.takeRows(table, there));
    }

    private Map<String, String> checksums(List<String> tables) {
        Map<String, String> checksums = new TreeMap<>();
        for (String table : tables) {
            checksums.put(
                    table,
                    sql().sql("CHECKSUM TABLE " + table)
                            .query((row, number) -> row.getString(2))
                            .single());
        }
        return checksums;
    }

    private Map<String, String> csv(String reports, String night) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String file : CSV_FILES) {
            files.put(
                    file,
                    Files.readString(folder.resolve(reports).resolve(night).resolve(file)));
        }
        return files;
    }

    @Test
    void itsNightsTellTheSameAndTheNextOneDecidesAsItWouldHave() throws IOException {
        Map<String, String> facts = checksums(FACTS);
        // the context drops it
        dropped = true;
        try (NightContext upgraded = new NightContext(old, Map.of())) {
            assertThat(checksums(FACTS)).isEqualTo(facts);
            assertThat(activity(upgraded.sql())).isEqualTo(months).hasSize(6);
            assertThat(upgraded.sql()
                            .sql("SELECT COUNT(*) FROM policy_version v JOIN policy_event e USING (vendor, version)")
                            .query(Long.class)
                            .single())
                    .as("the trail begins with the versions that are there")
                    .isEqualTo(upgraded.sql()
                            .sql("SELECT COUNT(*) FROM policy_version")
                            .query(Long.class)
                            .single())
                    .isPositive();
            for (String night : List.of("2026-11-20", "2026-11-21")) {
                upgraded.bean(PastReports.class)
                        .write(LocalDate.parse(night), folder.resolve("again"), NightProgress.SILENT);
                assertThat(csv("again", night)).isEqualTo(csv("first", night));
            }
            upgraded.night("2026-11-22", folder.resolve("again"));
            assertThat(csv("again", "2026-11-22")).isEqualTo(csv("first", "2026-11-22"));
        }
    }

    @Test
    void whoeverIsKilledInTheMiddleOfAnyMigrationGoesOnFromThere() throws IOException, SQLException {
        Map<String, String> facts = checksums(FACTS);
        Schema schema = Schema.of(old.store());
        for (int version : versions()) {
            cutOffAfterEachStatementOf(script(version));
            sql().sql(
                            "INSERT INTO flyway_schema_history SELECT MAX(installed_rank) + 1, ?, 'cut off', 'SQL', ?, 0, 'x', NOW(), 1, FALSE"
                                    + " FROM flyway_schema_history")
                    .params(String.valueOf(version), name(version))
                    .update();
            schema.bringUpTo(version);
        }
        Store.open(old.location()).close();
        assertThat(schema.version()).hasValue(schema.newest());
        assertThat(checksums(FACTS)).isEqualTo(facts);
        assertThat(activity(sql())).isEqualTo(months);
        assertThat(sql().sql("SELECT COUNT(*) FROM night").query(Long.class).single())
                .isEqualTo(6);
    }

    private void cutOffAfterEachStatementOf(List<String> script) throws SQLException {
        for (int done = 1; done <= script.size(); done++) {
            // the next one has another session, as another program would
            try (Connection connection = DriverManager.getConnection(old.url());
                    Statement statement = connection.createStatement()) {
                for (String each : script.subList(0, done)) {
                    statement.execute(each);
                }
            }
        }
    }

    private static List<Integer> versions() throws IOException {
        try (Stream<Path> scripts = Files.list(Path.of("src/main/resources/db/migration"))) {
            return scripts.map(script ->
                            Integer.valueOf(script.getFileName().toString().replaceAll("V(\\d+)__.*", "$1")))
                    .filter(version -> version > FIRST)
                    .sorted()
                    .toList();
        }
    }

    private static String name(int version) throws IOException {
        try (Stream<Path> scripts = Files.list(Path.of("src/main/resources/db/migration"))) {
            return scripts.map(script -> script.getFileName().toString())
                    .filter(name -> name.startsWith("V" + version + "__"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<String> script(int version) throws IOException {
        String text = Files.readString(Path.of("src/main/resources/db/migration", name(version)));
        return Arrays.stream(text.replaceAll("(?m)^\\s*--.*$", "").split(";\\s*\n"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .map(statement -> statement.replaceAll(";$", ""))
                .toList();
    }
}
