package org.trueup.batch.store;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** How this product connects: the same session settings for pooled connections and for streaming ones. */
final class Connections {
    /** The last setting: a long list of keys is looked up by the key, not made a table with which all rows are compared. */
    private static final String SESSION =
            "SET SESSION sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_DATE,NO_ZERO_IN_DATE,NO_ENGINE_SUBSTITUTION',"
                    + " time_zone = '+00:00', in_predicate_conversion_threshold = 0";

    private static final String PATIENT_SESSION = SESSION + ", net_write_timeout = 3600";
    /**
     * READ COMMITTED takes no gap locks, so two writers of neighbouring tenant ranges do not wait for each other, and
     * it never meets MariaDB's error 1020 (a row changed since the transaction's snapshot), which later versions raise
     * under REPEATABLE READ. A snapshot over many connections is not to be had anyway; runs and feeds are told apart
     * by their numbers instead.
     */
    private static final int ISOLATION = Connection.TRANSACTION_READ_COMMITTED;

    /** How long the server keeps a connection that holds something for a program of which it hears nothing. */
    private static final String SOON_ENDED_SESSION = SESSION + ", wait_timeout = 15";

    /** A day for silence and for each wait, and no end for a statement. */
    private static final String LONG_SESSION = SESSION
            + ", wait_timeout = 86400, lock_wait_timeout = 86400, innodb_lock_wait_timeout = 86400, max_statement_time = 0";

    private static final int POOL = 20;
    private static final int IDLE = 2;

    private Connections() {}

    static StorePool pool(DatabaseUrl url, Keeper keeper) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("store");
        config.setJdbcUrl(bulk(url).text());
        config.setMaximumPoolSize(POOL);
        config.setMinimumIdle(IDLE);
        config.setConnectionInitSql(SESSION);
        config.setTransactionIsolation(Integer.toString(ISOLATION));
        config.setConnectionTimeout(StorePool.TURN.toMillis());
        return new StorePool(config, new Reach(url), keeper);
    }

    /** A connection with nothing set, to look what is at the other end. */
    static Connection plain(DatabaseUrl url) throws SQLException {
        return DriverManager.getConnection(bulk(url).text());
    }

    static Connection streaming(DatabaseUrl url) throws SQLException {
        return withSession(plain(url.with("useServerPrepStmts", "true")), PATIENT_SESSION, true);
    }

    /** For a transaction that holds a row for minutes and must not outlive its program, or the network between. */
    static Connection holding(DatabaseUrl url) throws SQLException {
        return withSession(plain(url.withDefault("socketTimeout", "15000")), SOON_ENDED_SESSION, false);
    }

    /** Connections for statements that take minutes, and for those that wait beside them, whatever else the URL says. */
    static DataSource patient(DatabaseUrl url) {
        return new DriverManagerDataSource(bulk(url.with("socketTimeout", "0")).text()) {
            @Override
            protected Connection getConnectionFromDriver(Properties properties) throws SQLException {
                return withSession(super.getConnectionFromDriver(properties), LONG_SESSION, false);
            }
        };
    }

    private static Connection withSession(Connection connection, String session, boolean readOnly) throws SQLException {
        boolean set = false;
        try (Statement statement = connection.createStatement()) {
            statement.execute(session);
            connection.setTransactionIsolation(ISOLATION);
            connection.setReadOnly(readOnly);
            set = true;
            return connection;
        } finally {
            if (!set) {
                connection.close();
            }
        }
    }

    /**
     * The same for a program that may be cut off in the middle: neither it nor the server waits long for the other, so that
     * what it had locked is free again.
     */
    static StoreLocation impatient(StoreLocation location) {
        if (!(location instanceof StoreLocation.External external)) {
            return location;
        }
        DatabaseUrl url = DatabaseUrl.of(external.jdbcUrl())
                .withDefault("socketTimeout", "60000")
                .withDefault("sessionVariables", "wait_timeout=20,net_read_timeout=20");
        return new StoreLocation.External(url.text());
    }

    private static DatabaseUrl bulk(DatabaseUrl url) {
        return url.with("allowLocalInfile", "true").withDefault("connectTimeout", "10000");
    }
}
