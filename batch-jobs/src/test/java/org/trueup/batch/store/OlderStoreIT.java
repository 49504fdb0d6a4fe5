package org.trueup.batch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A store that an older release left, with nights in it, is brought up to date. */
class OlderStoreIT {
    private static final String DATABASE = "older_" + ProcessHandle.current().pid();

    private final JdbcClient sql = JdbcClient.create(new DriverManagerDataSource(TestStore.urlOf(DATABASE)));

    @BeforeEach
    void aStoreOfTheEighthMigration() {
        TestStore.administer("CREATE OR REPLACE DATABASE " + DATABASE);
        migrateTo("8");
    }

    private static void migrateTo(String version) {
        Flyway.configure()
                .dataSource(new DriverManagerDataSource(TestStore.urlOf(DATABASE)))
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    @AfterEach
    void dropIt() {
        TestStore.administer("DROP DATABASE " + DATABASE);
    }

    private void upgraded() {
        Store.open(new StoreLocation.External(TestStore.urlOf(DATABASE))).close();
    }

    private void night(String asOf, String vendor, int run) {
        sql.sql("INSERT INTO night (as_of, vendor, run_id) VALUES (?, ?, ?)")
                .params(asOf, vendor, run)
                .update();
    }

    private void assessment(int run, int tenant, String vendor, String manager, String status) {
        sql.sql("INSERT INTO assessment (run_id, tenant_no, tenant_name, vendor, account_manager, decided, status)"
                        + " VALUES (?, ?, 'T', ?, NULLIF(?, ''), ? <> '', NULLIF(?, ''))")
                .params(run, tenant, vendor, manager, status, status)
                .update();
    }

    private void finding(int run, int tenant, int number, String code, String severity, boolean waived) {
        sql.sql("INSERT INTO finding (run_id, tenant_no, finding_no, code, severity, message, rule, waived_until)"
                        + " VALUES (?, ?, ?, ?, ?, 'M', 'R', IF(?, '2026-12-31', NULL))")
                .params(run, tenant, number, code, severity, waived)
                .update();
    }

    private List<String> rows(String select) {
        return sql.sql(select).query(String.class).list();
    }

    @Test
    void whatItsNightsFoundToActOnIsKnownFromTheirFindings() {
        night("2026-11-01", "plecto", 4);
        for (int tenant = 1; tenant <= 3; tenant++) {
            assessment(4, tenant, "plecto", "", "GRACE");
            assessment(3, tenant, "plecto", "", "GRACE");
        }
        finding(4, 1, 1, "GRACE_STARTED", "WARNING", false);
        finding(4, 1, 2, "GRACE_RUNNING", "WARNING", false);
        finding(4, 1, 3, "TRUE_UP", "WARNING", true);
        finding(4, 1, 4, "UNUSED_LICENSES", "INFO", false);
        finding(4, 2, 1, "UNUSED_LICENSES", "INFO", false);
        finding(4, 3, 1, "ABOVE_PLAN_CAP", "VIOLATION", false);
        finding(4, 3, 2, "TRUE_UP", "WARNING", false);
        finding(3, 3, 1, "TRUE_UP", "WARNING", false);

        upgraded();

        assertThat(rows("SELECT CONCAT(tenant_no, ': ', concern) FROM assessment WHERE concern IS NOT NULL ORDER BY 1"))
                .containsExactly("1: GRACE_RUNNING", "3: ABOVE_PLAN_CAP TRUE_UP");
        assertThat(rows(
                        "SELECT DISTINCT CONCAT(nights_unchanged, COALESCE(night_before, ''), COALESCE(running_term, ''))"
                                + " FROM assessment"))
                .containsExactly("0");
    }

    @Test
    void itsNightsAreTalliedAndLookBackOnThoseBeforeThem() {
        night("2026-11-01", "plecto", 4);
        assessment(4, 1, "plecto", "Ada", "GRACE");
        assessment(4, 2, "plecto", "Ada", "GRACE");
        assessment(4, 3, "plecto", "", "");
        // tenant 2 came to another vendor, whose night was run again alone; run 6 counts for nothing
        night("2026-11-02", "plecto", 5);
        night("2026-11-02", "pensero", 7);
        assessment(5, 1, "plecto", "Ada", "BLOCKED");
        assessment(5, 2, "plecto", "Ada", "GRACE");
        assessment(7, 2, "pensero", "Ada", "COMPLIANT");
        assessment(6, 1, "plecto", "Ada", "COMPLIANT");

        upgraded();

        assertThat(rows("SELECT CONCAT(run_id, ' ', vendor, ' ', account_manager, ' ', status, ' ', tenants)"
                        + " FROM night_tally ORDER BY run_id, account_manager, vendor, status"))
                .containsExactly(
                        "4 plecto   1", "4 plecto Ada GRACE 2", "7 pensero Ada COMPLIANT 1", "7 plecto Ada BLOCKED 1");
        assertThat(rows("SELECT CONCAT(run_id, ' ', as_of, ' ', earlier_run) FROM run_history"))
                .containsExactly("7 2026-11-01 4");
    }

    @Test
    void aFeedOfTheOlderReleaseThatIsAtWorkIsWaitedForAndNotLost() throws Exception {
        migrateTo("24");
        sql.sql(
                        "INSERT INTO account (tenant_no, account_no, account_id, name, kind, login_enabled, tracked, has_history, access)"
                                + " VALUES (1, 7, 'a', 'A', 'PERSON', TRUE, TRUE, FALSE, 'FULL')")
                .update();
        try (Connection feed = DriverManager.getConnection(TestStore.urlOf(DATABASE));
                Statement atWork = feed.createStatement()) {
            feed.setAutoCommit(false);
            atWork.execute("INSERT INTO account_month VALUES (1, 7, 24322, 1, 5)");
            // a program that otherwise waits for nothing as long as that
            CompletableFuture<Void> opening =
                    opening("&socketTimeout=500&sessionVariables=lock_wait_timeout=1,max_statement_time=1");
            assertThat(Waiting.until(this::somebodyWaitsForTheFeed, Duration.ofMinutes(1)))
                    .isTrue();
            Thread.sleep(1_500);
            assertThat(opening).isNotDone();
            assertThatThrownBy(this::versionAsFound)
                    .as("whoever would copy half of it")
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("only half brought up to date");

            feed.commit();
            opening.get(1, TimeUnit.MINUTES);
        }

        assertThat(rows("SELECT CONCAT_WS(' ', tenant_no, part, year, HEX(months)) FROM activity"))
                .containsExactly("1 0 2026 00000007BE0500000005");
        assertThat(versionAsFound()).isGreaterThan(24);
    }

    @Test
    void anOlderFeedThatHasReadAndWillWriteIsWaitedForToo() throws Exception {
        migrateTo("24");
        CompletableFuture<Void> opening;
        try (NamedLock lock =
                        NamedLock.tryTake(new DriverManagerDataSource(TestStore.urlOf(DATABASE)), NamedLock.FACTS);
                Connection feed = DriverManager.getConnection(TestStore.urlOf(DATABASE));
                Statement atWork = feed.createStatement()) {
            assertThat(lock).isNotNull();
            feed.setAutoCommit(false);
            atWork.executeQuery("SELECT COUNT(*) FROM account_month").close();
            opening = opening("");
            Thread.sleep(3_000);
            assertThat(opening).isNotDone();

            atWork.execute("INSERT INTO account_month VALUES (1, 7, 24322, 1, 5)");
            feed.commit();
        }
        opening.get(1, TimeUnit.MINUTES);

        assertThat(rows("SELECT 'there' FROM information_schema.tables"
                        + " WHERE table_schema = DATABASE() AND table_name = 'activity'"))
                .hasSize(1);
    }

    @Test
    void whoeverWasKilledInBringingItUpToDateLeavesAMarkThatTheNextOneRemoves() {
        migrateTo("24");
        sql.sql("CREATE TABLE upgrade_under_way (nothing INT)").update();
        assertThatThrownBy(this::versionAsFound).hasMessageContaining("only half brought up to date");

        upgraded();
        int newest = versionAsFound();
        sql.sql("CREATE TABLE upgrade_under_way (nothing INT)").update();
        upgraded();

        assertThat(versionAsFound()).isEqualTo(newest).isGreaterThan(24);
    }

    private static CompletableFuture<Void> opening(String settings) {
        return CompletableFuture.runAsync(
                () -> Store.open(new StoreLocation.External(TestStore.urlOf(DATABASE) + settings))
                        .close());
    }

    private int versionAsFound() {
        try (Store store = Store.openAsFound(new StoreLocation.External(TestStore.urlOf(DATABASE)))) {
            return Schema.of(store).version().orElseThrow();
        }
    }

    private boolean somebodyWaitsForTheFeed() {
        return sql.sql(
                                "SELECT COUNT(*) FROM information_schema.processlist WHERE db = ? AND state = 'Waiting for table metadata lock'")
                        .param(DATABASE)
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Test
    void aNightLooksBackOnTwentyNineOthersAtMost() {
        for (int night = 1; night <= 32; night++) {
            night(LocalDate.parse("2026-09-30").plusDays(night).toString(), "plecto", night);
        }

        upgraded();

        assertThat(rows("SELECT CONCAT(COUNT(*), ' from ', MIN(as_of), ' to ', MAX(as_of)) FROM run_history"
                        + " WHERE run_id IN (2, 32) GROUP BY run_id ORDER BY run_id"))
                .containsExactly("1 from 2026-10-01 to 2026-10-01", "29 from 2026-10-03 to 2026-10-31");
    }
}
