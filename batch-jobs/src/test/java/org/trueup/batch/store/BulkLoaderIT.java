package org.trueup.batch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

class BulkLoaderIT {
    private static final TestStore TEST = TestStore.fresh();

    private final JdbcClient sql = JdbcClient.create(TEST.store().dataSource());

    @TempDir
    Path folder;

    private FileChannel file;

    @AfterAll
    static void close() {
        TEST.close();
    }

    @BeforeEach
    void table() throws IOException {
        file = FileChannel.open(
                folder.resolve("rows"),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        sql.sql(
                        "CREATE OR REPLACE TABLE thing (no BIGINT PRIMARY KEY, text VARCHAR(20), day DATE, amount DECIMAL(9, 3))")
                .update();
    }

    @AfterEach
    void letGo() throws IOException {
        file.close();
    }

    @Test
    void whateverATextHoldsArrivesAsItIs() throws Exception {
        String[] texts = {"", "\\N", "\\", "\t\n\r\0", "'\"`%_", "å😀", "a\\tb", " x ", "\u001a"};
        try (Connection connection = connection();
                BulkConnection bulk = new BulkConnection(connection);
                BulkLoader rows = bulk.into("thing", "no", "text")) {
            for (int i = 0; i < texts.length; i++) {
                rows.number(i).text(texts[i]).endRow();
            }
            byte[] utf8 = "##ü##".getBytes(StandardCharsets.UTF_8);
            rows.number(texts.length).utf8(utf8, 2, 2).endRow();
            assertThat(rows.rows()).isEqualTo(texts.length + 1);
        }

        assertThat(sql.sql("SELECT text FROM thing ORDER BY no")
                        .query(String.class)
                        .list())
                .startsWith(texts)
                .endsWith("ü");
    }

    @Test
    void everyTypeAndItsAbsence() throws Exception {
        try (Connection connection = connection();
                BulkConnection bulk = new BulkConnection(connection);
                BulkLoader rows = bulk.into("thing", "no", "text", "day", "amount")) {
            rows.number(Long.MIN_VALUE)
                    .bool(true)
                    .date(LocalDate.of(2026, 2, 28))
                    .decimal(new BigDecimal("-1E+3"))
                    .endRow();
            rows.number(Long.MAX_VALUE).text(null).date(null).decimal(null).endRow();
            rows.number(5).number((Integer) null).nul();
            rows.dropRow();
        }

        assertThat(sql.sql("SELECT CONCAT_WS('|', no, text, day, amount) FROM thing ORDER BY no")
                        .query(String.class)
                        .list())
                .containsExactly("-9223372036854775808|1|2026-02-28|-1000.000", "9223372036854775807");
    }

    @Test
    void manyBuffersOfSeveralTablesFollowEachOtherOnOneConnection() throws Exception {
        sql.sql("CREATE OR REPLACE TABLE other LIKE thing").update();
        try (Connection connection = connection();
                BulkConnection bulk = new BulkConnection(connection);
                BulkLoader things = bulk.into("thing", "no", "text");
                BulkLoader others = bulk.into("other", "no", "text")) {
            for (int i = 0; i < 500_000; i++) {
                things.number(i).text("row number " + i).endRow();
                others.number(-i).text("row number " + i).endRow();
            }
        }

        assertThat(sql.sql("SELECT CONCAT(COUNT(*), ' ', SUM(no)) FROM thing UNION ALL"
                                + " SELECT CONCAT(COUNT(*), ' ', SUM(no)) FROM other")
                        .query(String.class)
                        .list())
                .containsExactly("500000 124999750000", "500000 -124999750000");
    }

    @Test
    void rowsLoadedAtOnceAllArriveAndMoreMayFollow() throws Exception {
        try (Connection connection = connection();
                BulkConnection bulk = new BulkConnection(connection);
                BulkLoader rows = bulk.atOnce(file, "thing", "no", "text")) {
            for (int i = 0; i < 900_000; i++) {
                rows.number(i).text("row number " + i).endRow();
            }
            rows.flush();
            assertThat(sql.sql("SELECT CONCAT(COUNT(*), ' ', SUM(no)) FROM thing")
                            .query(String.class)
                            .single())
                    .isEqualTo("900000 404999550000");
            rows.number(-1).text("one more").endRow();
        }

        assertThat(sql.sql("SELECT text FROM thing WHERE no < 0")
                        .query(String.class)
                        .single())
                .isEqualTo("one more");
    }

    @Test
    void whoHandsOverAllRowsAtOnceDoesNotWaitForATableThatIsLocked() throws Exception {
        try (Connection locking = connection();
                Statement lock = locking.createStatement();
                Connection connection = connection();
                BulkConnection bulk = new BulkConnection(connection)) {
            lock.execute("LOCK TABLES thing WRITE");
            BulkLoader rows = bulk.atOnce(file, "thing", "no", "text");
            for (int i = 0; i < 900_000; i++) {
                rows.number(i).text("row number " + i).endRow();
            }
            rows.handOver();
            lock.execute("UNLOCK TABLES");
            bulk.finish();
        }

        assertThat(sql.sql("SELECT CONCAT(COUNT(*), ' ', SUM(no)) FROM thing")
                        .query(String.class)
                        .single())
                .isEqualTo("900000 404999550000");
    }

    @Test
    void aRowLoadedAtOnceThatDoesNotFitIsAnErrorHoweverManyFollow() throws Exception {
        try (Connection connection = connection();
                BulkConnection bulk = new BulkConnection(connection)) {
            BulkLoader rows = bulk.atOnce(file, "thing", "no", "text");
            rows.number(-1).text("x".repeat(21)).endRow();

            assertThatThrownBy(() -> {
                        for (int i = 0; i < 900_000; i++) {
                            rows.number(i).text("row number " + i).endRow();
                        }
                        rows.close();
                    })
                    .isInstanceOf(DataIntegrityViolationException.class)
                    .hasMessageContaining("text");
        }
    }

    @Test
    void aCallerThatFailsEndsALoadAtOnce() throws Exception {
        try (Connection connection = connection()) {
            connection.setAutoCommit(false);
            try (BulkConnection bulk = new BulkConnection(connection)) {
                BulkLoader rows = bulk.atOnce(file, "thing", "no", "text");
                for (int i = 0; i < 300_000; i++) {
                    rows.number(i).text("row number " + i).endRow();
                }
            }
            connection.rollback();
        }

        assertThat(sql.sql("SELECT COUNT(*) FROM thing").query(Long.class).single())
                .isZero();
    }

    @Test
    void aRowMovesToAnotherLoaderAndKeepsItsFingerprint() throws Exception {
        sql.sql("CREATE OR REPLACE TABLE other LIKE thing").update();
        try (Connection connection = connection();
                BulkConnection bulk = new BulkConnection(connection);
                BulkLoader things = bulk.into("thing", "no", "text");
                BulkLoader others = bulk.into("other", "no", "text")) {
            things.number(1).text("stays").endRow();
            long moving = things.number(2).text("moves").fingerprint();
            things.moveRow(others);
            long again = things.number(2).text("moves").fingerprint();
            things.dropRow();
            long another = things.number(2).text("moveS").fingerprint();
            things.dropRow();

            assertThat(again).isEqualTo(moving).isNotEqualTo(another);
        }

        assertThat(sql.sql("SELECT text FROM thing UNION ALL SELECT text FROM other")
                        .query(String.class)
                        .list())
                .containsExactly("stays", "moves");
    }

    @Test
    void rowsBelongToTheTransactionOfTheConnection() throws Exception {
        try (Connection connection = connection()) {
            connection.setAutoCommit(false);
            try (BulkConnection bulk = new BulkConnection(connection);
                    BulkLoader rows = bulk.into("thing", "no")) {
                rows.number(1).endRow();
                rows.flush();
            }
            connection.rollback();
        }

        assertThat(sql.sql("SELECT COUNT(*) FROM thing").query(Long.class).single())
                .isZero();
    }

    @Test
    void aRowTakesThePlaceOfAnEarlierOneOnlyWhereThatIsWanted() throws Exception {
        try (Connection connection = connection();
                BulkConnection bulk = new BulkConnection(connection)) {
            try (BulkLoader rows = bulk.replacing("thing", "no", "text")) {
                rows.number(1).text("first").endRow();
                rows.number(1).text("last").endRow();
            }
            BulkLoader rows = bulk.into("thing", "no", "text");
            rows.number(1).text("again").endRow();

            assertThatThrownBy(rows::close)
                    .isInstanceOf(DataIntegrityViolationException.class)
                    .hasMessageContaining("Duplicate entry '1'");
        }

        assertThat(sql.sql("SELECT text FROM thing").query(String.class).single())
                .isEqualTo("last");
    }

    @Test
    void whatDoesNotFitIsAnErrorAndNotCutOff() throws Exception {
        try (Connection connection = connection();
                BulkConnection bulk = new BulkConnection(connection)) {
            BulkLoader rows = bulk.into("thing", "no", "text");
            rows.number(1).text("x".repeat(21)).endRow();

            assertThatThrownBy(rows::flush)
                    .isInstanceOf(DataIntegrityViolationException.class)
                    .hasMessageContaining("text");
        }
    }

    @Test
    void closingWaitsForARunningLoadEvenWhenInterrupted() throws Exception {
        sql.sql("CREATE OR REPLACE TABLE thing (text LONGTEXT)").update();
        sql.sql("CREATE TRIGGER slow BEFORE INSERT ON thing FOR EACH ROW DO SLEEP(0.5)")
                .update();
        try (Connection connection = connection()) {
            connection.setAutoCommit(false);
            BulkConnection bulk = new BulkConnection(connection);
            bulk.into("thing", "text").text("x".repeat(5 << 20)).endRow();
            awaitRunningLoad();
            Thread.currentThread().interrupt();

            bulk.close();

            assertThat(Thread.interrupted()).isTrue();
            assertThat(rowsSeenBy(connection)).as("the load has ended").isEqualTo(1);
            connection.rollback();
        }
        assertThat(sql.sql("SELECT COUNT(*) FROM thing").query(Long.class).single())
                .isZero();
    }

    @Test
    void aRowMustHaveAllColumns() throws Exception {
        try (Connection connection = connection();
                BulkConnection bulk = new BulkConnection(connection);
                BulkLoader rows = bulk.into("thing", "no", "text")) {
            rows.number(1);

            assertThatThrownBy(rows::endRow).hasMessage("a row of thing has 2 columns, 1 were given");
        }
    }

    private void awaitRunningLoad() throws InterruptedException {
        while (runningLoads() == 0) {
            Thread.sleep(5);
        }
    }

    private static long rowsSeenBy(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM thing")) {
            count.next();
            return count.getLong(1);
        }
    }

    private long runningLoads() {
        return sql.sql("SELECT COUNT(*) FROM information_schema.processlist"
                        + " WHERE db = DATABASE() AND info LIKE 'LOAD DATA%'")
                .query(Long.class)
                .single();
    }

    private static Connection connection() throws Exception {
        return TEST.store().dataSource().getConnection();
    }
}
