package org.trueup.batch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that somebody else runs: a second server process, which knows nothing of this product. */
class ExternalStoreIT {
    private static EmbeddedDatabase database;
    private static RunningServer server;
    private static String root;

    @BeforeAll
    static void startSomebodyElsesServer() throws IOException {
        Home home = Home.at(TestHomes.fresh("external"));
        database = EmbeddedDatabase.of(home);
        server = database.enter();
        root = "jdbc:mariadb://127.0.0.1:%d/?user=root&password=%s"
                .formatted(server.port(), Accounts.read(home).administrator());
        // as the README tells operators
        administer("CREATE DATABASE licences CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin");
        administer("CREATE USER 'night'@'%' IDENTIFIED BY 'moon'");
        administer("GRANT ALL PRIVILEGES ON licences.* TO 'night'@'%'");
    }

    @AfterAll
    static void stopIt() {
        database.leave();
    }

    @Test
    void aDatabaseByUrlIsMigratedAndKeptBetweenStores() {
        try (Store first = open("licences?user=night&password=moon&socketTimeout=60000")) {
            assertThat(first.describe()).isEqualTo("MariaDB 11.4.5-MariaDB, licences at 127.0.0.1:" + server.port());
            JdbcClient.create(first.dataSource())
                    .sql("INSERT INTO grace_state (tenant_no, over_since) VALUES (7, '2026-01-01')")
                    .update();
        }
        try (Store second = open("licences?user=night&password=moon")) {
            assertThat(JdbcClient.create(second.dataSource())
                            .sql("SELECT tenant_no FROM grace_state")
                            .query(Integer.class)
                            .list())
                    .containsExactly(7);
        }
        assertThat(server.isAlive()).isTrue();
    }

    @Test
    void aWrongPasswordIsToldInOneSentence() {
        assertRefused(
                "licences?user=night&password=sun",
                "The database server at 127.0.0.1:%d refuses user \"night\" with the password in the URL: check both.");
    }

    @Test
    void aMissingDatabaseIsToldInOneSentence() {
        administer("GRANT ALL PRIVILEGES ON missing.* TO 'night'@'%'");
        assertRefused(
                "missing?user=night&password=moon",
                "There is no database \"missing\" at 127.0.0.1:%d: create it with CREATE DATABASE, or correct the URL.");
    }

    @Test
    void aDatabaseThatTheUserMayNotUseIsToldInOneSentence() {
        assertRefused(
                "mysql?user=night&password=moon",
                "User \"night\" may not use the database \"mysql\" at 127.0.0.1:%d:"
                        + " GRANT ALL PRIVILEGES ON it to that user.");
    }

    @Test
    void aUrlWithoutADatabaseIsToldInOneSentence() {
        assertRefused(
                "?user=night&password=moon", "The database URL names no database: write one after 127.0.0.1:%d/.");
    }

    @Test
    void aDatabaseOfSomethingElseIsLeftAlone() {
        administer("CREATE DATABASE shop");
        administer("CREATE TABLE shop.orders (id INT PRIMARY KEY)");
        administer("GRANT ALL PRIVILEGES ON shop.* TO 'night'@'%'");
        assertRefused(
                "shop?user=night&password=moon",
                "The database shop at 127.0.0.1:%d holds tables of something else: give Trueup a database of its own.");
    }

    @Test
    void aUserWhoMayNotMakeTriggersIsToldInOneSentence() {
        administer("CREATE DATABASE untriggered CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin");
        administer("GRANT ALL PRIVILEGES ON untriggered.* TO 'night'@'%'");
        administer("REVOKE TRIGGER ON untriggered.* FROM 'night'@'%'");
        assertRefused(
                "untriggered?user=night&password=moon",
                "The user may not make triggers in the database untriggered at 127.0.0.1:%d, and they guard the trail of the"
                        + " policies: GRANT TRIGGER on it to that user.");
    }

    @Test
    void localInfileSwitchedOffIsToldInOneSentence() {
        administer("SET GLOBAL local_infile = 0");
        try {
            assertRefused(
                    "licences?user=night&password=moon",
                    "The database server at 127.0.0.1:%d has local_infile switched off,"
                            + " and feeds are loaded through it: set local_infile=ON there.");
        } finally {
            administer("SET GLOBAL local_infile = 1");
        }
    }

    @Test
    void aPortWhereNobodyListensIsToldInOneSentence() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThatThrownBy(() ->
                        Store.open(new StoreLocation.External("jdbc:mariadb://127.0.0.1:%d/licences".formatted(free))))
                .isInstanceOf(StoreException.class)
                .hasMessage("No database server answers at 127.0.0.1:%d: check host and port, and that it runs."
                        .formatted(free));
    }

    private static void assertRefused(String rest, String sentence) {
        assertThatThrownBy(() -> open(rest))
                .isInstanceOf(StoreException.class)
                .hasMessage(sentence.formatted(server.port()));
    }

    private static Store open(String rest) {
        return Store.open(new StoreLocation.External("jdbc:mariadb://127.0.0.1:" + server.port() + "/" + rest));
    }

    private static void administer(String sql) {
        try (Connection connection = DriverManager.getConnection(root);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
