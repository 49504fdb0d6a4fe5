package org.trueup.batch.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.batch.night.NightProgress;
import org.trueup.batch.store.Schema;
import org.trueup.batch.store.Store;
import org.trueup.batch.store.StoreException;
import org.trueup.batch.store.StoreLocation;
import org.trueup.batch.store.TestStore;

/** One store into a file, and the file into other stores. */
class BackupsIT {
    private static final String ODD = "tab\t line\n return\r back\\slash \\N 'quote' nul\0 Zoë 🐘 and spaces  ";

    @TempDir
    Path folder;

    private final List<TestStore> opened = new ArrayList<>();

    @AfterEach
    void dropAll() {
        opened.forEach(TestStore::close);
    }

    private TestStore open(TestStore store) {
        opened.add(store);
        return store;
    }

    private static JdbcClient sql(TestStore store) {
        return JdbcClient.create(store.store().dataSource());
    }

    private static Backups backups(TestStore store) {
        return new Backups(store.location(), "1.0");
    }

    private Path backup(TestStore store) {
        Path file = folder.resolve("store.backup");
        backups(store).write(file, NightProgress.SILENT);
        return file;
    }

    private static void restore(TestStore into, Path file) {
        backups(into).restore(file, NightProgress.SILENT);
    }

    private TestStore oddStore() {
        TestStore store = open(TestStore.fresh());
        byte[] everyByte = new byte[1024];
        for (int i = 0; i < everyByte.length; i++) {
            everyByte[i] = (byte) i;
        }
        JdbcClient sql = sql(store);
        sql.sql(
                        "INSERT INTO tenant VALUES (7, ?, ?, 'plecto', NULL, '', '2028-02-29', TRUE, NULL), (8, 'b', '', 'a', ?, NULL, NULL, FALSE, 0)")
                .params("T " + ODD.substring(0, 20), ODD, ODD)
                .update();
        sql.sql(
                        "INSERT INTO subscription VALUES (7, 's1', 'P', NULL, '1000-01-01', '9999-12-31', 'PILOT', 12.345678, 0.000001, NULL)")
                .update();
        sql.sql(
                        "INSERT INTO policy_version (vendor, version, effective_on, workbook, sha256, author, approver, note, published_at)"
                                + " VALUES ('plecto', 1, '2026-01-01', ?, REPEAT('a', 64), 'Ann', 'Ben', ?, '2026-01-01 10:11:12'),"
                                + " ('plecto', 2, '2026-01-02', '', REPEAT('b', 64), 'Ann', 'Ben', '', '2026-01-01 10:11:13')")
                .params(everyByte, ODD)
                .update();
        sql.sql("INSERT INTO decision (at, who, kind, tenant_id, vendor, as_of, facts, answer, rule) VALUES"
                        + " ('2026-11-21 10:11:12.345', 'Ann', 'SEATS', 'a', 'p', '2026-11-21', ?, ?, 'R')")
                .params(Arrays.copyOf(everyByte, 32), ODD)
                .update();
        sql.sql(
                        "INSERT INTO night_run (as_of, status, started_at) VALUES ('2026-11-21', 'COMPLETE', '2026-11-21 01:00:00')")
                .update();
        sql.sql("DELETE FROM night_run").update();
        sql.sql("INSERT INTO BATCH_JOB_INSTANCE VALUES (NEXTVAL(BATCH_JOB_INSTANCE_SEQ), 0, 'night', 'k')")
                .update();
        sql.sql(
                        "INSERT INTO BATCH_JOB_EXECUTION (JOB_EXECUTION_ID, JOB_INSTANCE_ID, CREATE_TIME) VALUES (1, 1, '2026-11-21 10:11:12.123456')")
                .update();
        return store;
    }

    /** Every table by a checksum of its rows, and what it gives out next. */
    private static Map<String, String> content(TestStore store) throws SQLException {
        Map<String, String> content = new TreeMap<>();
        Schema schema = Schema.of(store.store());
        JdbcClient sql = sql(store);
        for (String table : schema.tables()) {
            content.put(
                    table,
                    sql.sql("CHECKSUM TABLE `" + table + "`")
                                    .query((row, n) -> row.getString(2))
                                    .single()
                            + " next "
                            + sql.sql("SELECT auto_increment FROM information_schema.tables"
                                            + " WHERE table_schema = DATABASE() AND table_name = ?")
                                    .param(table)
                                    .query((row, n) -> String.valueOf(row.getString(1)))
                                    .single());
        }
        for (String sequence : schema.sequences()) {
            content.put(
                    sequence,
                    sql.sql("SELECT next_not_cached_value FROM " + sequence)
                            .query(String.class)
                            .single());
        }
        return content;
    }

    @Test
    void everythingComesBackAsItWas() throws SQLException {
        TestStore store = oddStore();
        Path file = backup(store);

        TestStore copy = open(TestStore.fresh());
        restore(copy, file);
        assertThat(content(copy)).isEqualTo(content(store)).containsEntry("BATCH_JOB_INSTANCE_SEQ", "2");
        assertThat(sql(copy)
                        .sql("SELECT name FROM tenant WHERE tenant_no = 7")
                        .query(String.class)
                        .single())
                .isEqualTo(ODD);

        TestStore bare = open(TestStore.ofMigration(0));
        restore(bare, file);
        assertThat(content(bare)).isEqualTo(content(store));
        assertThatThrownBy(() -> sql(bare).sql("DELETE FROM policy_version").update())
                .as("the trail is guarded again")
                .hasMessageContaining("A policy version is never deleted");
        Store.open(bare.location()).close();
    }

    @Test
    void aFileThatIsNotAsItWasWrittenChangesNothing() throws IOException, SQLException {
        Path file = backup(oddStore());
        byte[] whole = Files.readAllBytes(file);
        TestStore empty = open(TestStore.fresh());
        Map<String, String> before = content(empty);
        Random random = new Random(42);
        List<Integer> places = new ArrayList<>(List.of(60, whole.length - 1, whole.length - 70, whole.length / 2));
        for (int i = 0; i < 30; i++) {
            places.add(50 + random.nextInt(whole.length - 50));
        }
        for (int place : places) {
            byte[] changed = whole.clone();
            changed[place] ^= 1;
            Files.write(file, changed);
            assertThatThrownBy(() -> restore(empty, file))
                    .as("byte %d", place)
                    .isInstanceOf(BackupException.class)
                    .hasMessage(file + " was cut off or changed since it was written, and nothing was restored:"
                            + " use another copy of it.");
        }
        for (int length : new int[] {100, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> restore(empty, file)).hasMessageContaining("cut off or changed");
        }
        Files.writeString(file, "something else");
        assertThatThrownBy(() -> restore(empty, file))
                .hasMessage(file + " is no backup: name a file that trueup backup wrote.");
        Files.delete(file);
        assertThatThrownBy(() -> restore(empty, file)).hasMessageContaining("is not there");
        assertThat(content(empty)).isEqualTo(before);
    }

    @Test
    void aStoreThatHoldsAnythingIsRefused() throws SQLException {
        Path file = backup(oddStore());
        TestStore filled = open(TestStore.fresh());
        sql(filled).sql("INSERT INTO grace_state VALUES (1, '2026-01-01')").update();
        sql(filled)
                .sql(
                        "INSERT INTO policy_version (vendor, version, effective_on, workbook, sha256, author, approver, note, published_at)"
                                + " VALUES ('plecto', 1, '1000-01-01', '', REPEAT('a', 64), 'Trueup', 'Trueup', '', '2026-01-01')")
                .update();
        Map<String, String> before = content(filled);
        assertThatThrownBy(() -> restore(filled, file))
                .isInstanceOf(BackupException.class)
                .hasMessageStartingWith(
                        "The store is not empty (grace_state hold rows), and a restore takes the place of nothing:");
        assertThat(content(filled)).isEqualTo(before);

        sql(filled).sql("DELETE FROM grace_state").update();
        restore(filled, file);
        assertThat(sql(filled)
                        .sql("SELECT COUNT(*) FROM policy_version")
                        .query(Long.class)
                        .single())
                .as("what came with the product makes no store full")
                .isEqualTo(2);
    }

    @Test
    void aRestoreThatWasCutOffLeavesAStoreThatSaysSoAndCanBeRestoredAgain() throws SQLException {
        TestStore store = oddStore();
        Path file = backup(store);
        TestStore copy = open(TestStore.fresh());
        NightProgress cut = new NightProgress() {
            @Override
            public void phase(String name, String unit, long total) {}

            @Override
            public void reached(long done) {
                if (done >= 5) {
                    throw new IllegalStateException("killed");
                }
            }

            @Override
            public void note(String sentence) {}
        };
        assertThatThrownBy(() -> backups(copy).restore(file, cut)).hasMessage("killed");
        assertThatThrownBy(() -> Store.open(copy.location()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("run trueup restore FILE again");
        assertThatThrownBy(() -> backup(copy)).hasMessageContaining("run trueup restore FILE again");

        restore(copy, file);
        assertThat(content(copy)).isEqualTo(content(store));
    }

    @Test
    void aBackupOfAnOlderReleaseIsBroughtUpToDate() {
        TestStore old = open(TestStore.ofMigration(6));
        sql(old).sql(
                        "INSERT INTO policy_version (vendor, version, effective_on, workbook, sha256, author, approver, note, published_at)"
                                + " VALUES ('plecto', 1, '2026-01-01', 'w', REPEAT('a', 64), 'Ann', 'Ben', 'why', '2026-01-01')")
                .update();
        Path file = backup(old);
        TestStore copy = open(TestStore.fresh());
        restore(copy, file);
        assertThat(Schema.of(copy.store()).version())
                .hasValue(Schema.of(copy.store()).newest());
        assertThat(sql(copy)
                        .sql("SELECT action FROM policy_event")
                        .query(String.class)
                        .list())
                .as("the trail that the seventh migration makes of the versions")
                .containsExactly("PUBLISHED");
        assertThat(Schema.of(old.store()).version())
                .as("a backup migrates nothing")
                .hasValue(6);
    }

    @Test
    void aBackupOfANewerReleaseIsRefused() {
        TestStore store = open(TestStore.fresh());
        sql(store)
                .sql(
                        "INSERT INTO flyway_schema_history VALUES (999, '999', 'later', 'SQL', 'V999__later.sql', 0, 'x', NOW(), 1, 1)")
                .update();
        Path file = backup(store);
        TestStore copy = open(TestStore.fresh());
        assertThatThrownBy(() -> restore(copy, file))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("comes from a newer Trueup (1.0, with tables of version 999;");
    }

    @Test
    void whatIsChangedMeanwhileIsInItWholeOrNotAtAll() throws Exception {
        TestStore store = open(TestStore.fresh());
        Thread writer = new Thread(() -> {
            try (Connection connection = store.store().dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                for (int i = 1; !Thread.currentThread().isInterrupted(); i++) {
                    statement.execute("INSERT INTO activity VALUES (%d, 0, 2026, '')".formatted(i));
                    statement.execute("INSERT INTO grace_state VALUES (%d, '2026-01-01')".formatted(i));
                    statement.execute("INSERT INTO add_on VALUES (%d, 'a', '2026-01-01', NULL, 1, NULL)".formatted(i));
                    connection.commit();
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        writer.start();
        List<String> counts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Path file = backup(store);
            TestStore copy = open(TestStore.fresh());
            restore(copy, file);
            for (String table : List.of("activity", "grace_state", "add_on")) {
                counts.add(sql(copy)
                        .sql("SELECT COUNT(*) FROM " + table)
                        .query(String.class)
                        .single());
            }
            assertThat(counts.stream().distinct()).as("%s", counts).hasSize(1);
            counts.clear();
        }
        writer.interrupt();
        writer.join();
    }

    @Test
    void onlyABackupIsReplacedByABackup() throws IOException {
        TestStore store = open(TestStore.fresh());
        Path file = folder.resolve("acme.xlsx");
        Files.writeString(file, "a day's work");
        assertThatThrownBy(() -> backups(store).write(file, NightProgress.SILENT))
                .hasMessage(file + " is there already and is no backup: name another file.");
        assertThat(file).hasContent("a day's work");

        Path backup = backup(store);
        backup(store);
        assertThat(folder).isDirectoryContaining(found -> found.equals(backup));
        assertThat(folder.resolve("store.backup.part")).doesNotExist();
        assertThatThrownBy(() -> backups(store).write(folder.resolve("none/store.backup"), NightProgress.SILENT))
                .isInstanceOf(BackupException.class)
                .hasMessageEndingWith("make its folder first, or name another place.");
    }

    @Test
    void whereThereIsNoStoreThereIsNothingToBackUp() {
        Path none = folder.resolve("none");
        assertThatThrownBy(() -> new Backups(new StoreLocation.EmbeddedUnder(none), "1.0")
                        .write(folder.resolve("f"), NightProgress.SILENT))
                .isInstanceOf(BackupException.class)
                .hasMessageStartingWith("There is no store under " + none);
        assertThat(none).doesNotExist();
        TestStore bare = open(TestStore.ofMigration(0));
        assertThatThrownBy(() -> backup(bare)).hasMessageContaining("nothing to back up");
    }
}
