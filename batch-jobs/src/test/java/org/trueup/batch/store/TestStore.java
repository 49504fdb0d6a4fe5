package org.trueup.batch.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Stores for tests: one embedded server for all tests of this process, kept under {@code target/test-store-process-0} (or the
 * number of Maven's process) so that it is unpacked once, and a database of its own, migrated and otherwise empty, for whoever asks.
 *
 * <pre>{@code
 * private static final TestStore TEST = TestStore.fresh();
 *
 * @AfterAll
 * static void close() {
 *     TEST.close();
 * }
 * }</pre>
 */
public final class TestStore implements AutoCloseable {
    /** The packed activity of a store as rows of {@code tenant_no, account_no, month, kind, days}, to select from. */
    public static final String ACCOUNT_MONTHS = """
            (SELECT tenant_no,
                    CAST(CONV(HEX(SUBSTR(months, 10 * seq + 1, 4)), 16, 10) AS INT) AS account_no,
                    CONV(HEX(SUBSTR(months, 10 * seq + 5, 2)), 16, 10) DIV 2 AS month,
                    CONV(HEX(SUBSTR(months, 10 * seq + 5, 2)), 16, 10) MOD 2 AS kind,
                    CAST(CONV(HEX(SUBSTR(months, 10 * seq + 7, 4)), 16, 10) AS INT) AS days
             FROM activity JOIN seq_0_to_6143 ON seq < LENGTH(months) DIV 10) account_month""";

    /** Which of Maven's processes this is; each has folders of its own. */
    static final String FORK = System.getProperty("trueup.fork", "process-0");

    private static final Path HOME = Path.of("target", "test-store-" + FORK);
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static @Nullable RunningServer server;

    private final String database;
    private final Store store;

    private TestStore(String database, Store store) {
        this.database = database;
        this.store = store;
    }

    /** Makes a new database and opens a store on it. */
    public static TestStore fresh() {
        String database = newDatabase();
        return new TestStore(database, Store.open(new StoreLocation.External(urlOf(database))));
    }

    /** Makes a new database with the tables of an older release, or none (0), and opens a store on it as it is. */
    public static TestStore ofMigration(int version) {
        String database = newDatabase();
        Store store = Store.openAsFound(new StoreLocation.External(urlOf(database)));
        if (version > 0) {
            Schema.of(store).bringUpTo(version);
        }
        return new TestStore(database, store);
    }

    private static String newDatabase() {
        // two processes may share the server
        String database = "it_%d_%d".formatted(ProcessHandle.current().pid(), COUNT.incrementAndGet());
        administer("CREATE OR REPLACE DATABASE " + database);
        return database;
    }

    public Store store() {
        return store;
    }

    /** A URL for a second store on the same database, or for {@code trueup.database}. */
    public String url() {
        return urlOf(database);
    }

    public StoreLocation location() {
        return new StoreLocation.External(url());
    }

    /** Empties every table but the migrations' own; to truncate one that is empty would take as long as any other. */
    public void clear() throws SQLException {
        try (Connection connection = store.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET FOREIGN_KEY_CHECKS = 0");
            statement.execute("BEGIN NOT ATOMIC FOR t IN (SELECT table_name FROM information_schema.tables"
                    + " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'"
                    + " AND table_name <> 'flyway_schema_history')"
                    + " DO EXECUTE IMMEDIATE CONCAT('SELECT EXISTS (SELECT 1 FROM ', t.table_name, ') INTO @any');"
                    + " IF @any THEN EXECUTE IMMEDIATE CONCAT('TRUNCATE TABLE ', t.table_name); END IF; END FOR; END");
            statement.execute("SET FOREIGN_KEY_CHECKS = 1");
        }
    }

    /** Takes over all rows of a table of another database, as far as this one's table has columns for them. */
    public void takeRows(String table, String database) {
        JdbcClient sql = JdbcClient.create(store.dataSource());
        String columns = sql.sql("SELECT GROUP_CONCAT(o.column_name) FROM information_schema.columns o"
                        + " JOIN information_schema.columns n ON n.table_schema = ? AND n.table_name = o.table_name"
                        + " AND n.column_name = o.column_name WHERE o.table_schema = DATABASE() AND o.table_name = ?")
                .params(database, table)
                .query(String.class)
                .single();
        sql.sql("INSERT INTO %s (%s) SELECT %s FROM %s.%s".formatted(table, columns, columns, database, table))
                .update();
    }

    /** Closes the store and drops its database; the server goes on until the process ends. */
    @Override
    public void close() {
        store.close();
        administer("DROP DATABASE " + database);
    }

    /** Runs one statement as the server's administrator. */
    static void administer(String sql) {
        try (Connection connection = DriverManager.getConnection(urlOf(""));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The shared server, as its administrator sees it. */
    static String urlOf(String database) {
        RunningServer running = server();
        try {
            return "jdbc:mariadb://127.0.0.1:%d/%s?user=%s&password=%s"
                    .formatted(
                            running.port(),
                            database,
                            Accounts.ADMINISTRATOR,
                            Accounts.read(running.home()).administrator());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static int port() {
        return server().port();
    }

    static Home home() {
        return server().home();
    }

    private static synchronized RunningServer server() {
        RunningServer running = server;
        if (running == null) {
            // never left: it is stopped when the process ends
            running = EmbeddedDatabase.of(Home.at(HOME)).enter();
            server = running;
        }
        return running;
    }
}
