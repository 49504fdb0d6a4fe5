package org.trueup.batch.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** How this product connects: the same session settings for pooled connections and for streaming ones. */
final class Connections {
    /**
     * READ COMMITTED takes no gap locks, so two writers of neighbouring tenant ranges do not wait for each other, and
     * it never meets MariaDB's error 1020 (a row changed since the transaction's snapshot), which later versions raise
     * under REPEATABLE READ. A snapshot over many connections is not to be had anyway; runs and feeds are told apart
     * by their numbers instead.
     */
    private static final String SESSION =
            "SET SESSION sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_DATE,NO_ZERO_IN_DATE,NO_ENGINE_SUBSTITUTION',"
                    + " time_zone = '+00:00', tx_isolation = 'READ-COMMITTED'";

    private static final String PATIENT_SESSION = SESSION + ", net_write_timeout = 3600";
    private static final int POOL = 20;
    private static final int IDLE = 2;

    private Connections() {}

    static HikariDataSource pool(DatabaseUrl url) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("store");
        config.setJdbcUrl(bulk(url).text());
        config.setMaximumPoolSize(POOL);
        config.setMinimumIdle(IDLE);
        config.setConnectionInitSql(SESSION);
        return new HikariDataSource(config);
    }

    static Connection single(DatabaseUrl url) throws SQLException {
        return prepared(bulk(url), SESSION);
    }

    static Connection streaming(DatabaseUrl url) throws SQLException {
        Connection connection = prepared(bulk(url).with("useServerPrepStmts", "true"), PATIENT_SESSION);
        connection.setReadOnly(true);
        return connection;
    }

    private static Connection prepared(DatabaseUrl url, String session) throws SQLException {
        Connection connection = DriverManager.getConnection(url.text());
        try (Statement statement = connection.createStatement()) {
            statement.execute(session);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static DatabaseUrl bulk(DatabaseUrl url) {
        return url.with("allowLocalInfile", "true").withDefault("connectTimeout", "10000");
    }
}
