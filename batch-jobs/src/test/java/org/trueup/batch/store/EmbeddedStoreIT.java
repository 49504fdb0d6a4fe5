package org.trueup.batch.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The embedded database alone: what it keeps, and what it keeps to itself. */
class EmbeddedStoreIT {

    @Test
    void aHomeUnderTheTemporaryFolderKeepsItsDataBetweenRuns(@TempDir Path temporary) throws Exception {
        assertThat(temporary.toString()).startsWith(System.getProperty("java.io.tmpdir"));
        Path home = TestHomes.prepare(Files.createDirectory(temporary.resolve("home")));
        try (StoreProgram first = StoreProgram.opened(home)) {
            first.run("INSERT INTO grace_state (tenant_no, over_since) VALUES (7, '2026-01-01')");
        }

        try (Store again = Store.open(new StoreLocation.EmbeddedUnder(home))) {
            assertThat(JdbcClient.create(again.dataSource())
                            .sql("SELECT tenant_no FROM grace_state")
                            .query(Integer.class)
                            .list())
                    .containsExactly(7);
        }
    }

    @Test
    void aHomeWithALongNameHasItsSocketElsewhereAndCleansItUp() throws Exception {
        Path home = TestHomes.fresh("long/" + "folder-".repeat(20));
        RunningServer server;
        try (Store store = Store.open(new StoreLocation.EmbeddedUnder(home))) {
            server = TestHomes.server(home);
            assertThat(server.socket()).exists();
            assertThat(server.socket().toString().length()).isLessThan(101);
            assertThat(Files.getPosixFilePermissions(server.socket().getParent()))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
            assertThat(store.describe())
                    .isEqualTo("MariaDB 11.4.5-MariaDB, trueup at 127.0.0.1:%d, kept under %s"
                            .formatted(server.port(), home.toRealPath()));
        }
        assertThat(server.socket().getParent()).doesNotExist();
    }

    @Test
    void noAccountHasAnEmptyPassword() {
        JdbcClient root = JdbcClient.create(new DriverManagerDataSource(TestStore.urlOf("mysql")));

        assertThat(root.sql("SELECT CONCAT(user, '@', host) FROM global_priv"
                                + " WHERE NOT JSON_VALUE(priv, '$.is_role') <=> 1 ORDER BY user")
                        .query(String.class)
                        .list())
                .containsExactly("mariadb.sys@localhost", "root@127.0.0.1", "trueup@127.0.0.1");
        assertThat(root.sql("SELECT user FROM global_priv WHERE NOT JSON_VALUE(priv, '$.is_role') <=> 1"
                                + " AND (COALESCE(JSON_VALUE(priv, '$.authentication_string'), '') = ''"
                                + " OR JSON_VALUE(priv, '$.plugin') <> 'mysql_native_password'"
                                + " OR JSON_EXISTS(priv, '$.auth_or'))")
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(root.sql("SHOW DATABASES LIKE 'test'").query(String.class).list())
                .isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theServerListensOnTheLoopbackAddressOnly() throws Exception {
        int port = TestStore.port();

        // 0100007F is 127.0.0.1, 0A means listening
        assertThat(listeners(Path.of("/proc/net/tcp"), port)).containsExactly("0100007F");
        assertThat(listeners(Path.of("/proc/net/tcp6"), port)).isEmpty();
        for (NetworkInterface network : NetworkInterface.networkInterfaces()
                .filter(found -> !isLoopback(found))
                .toList()) {
            for (var address : network.inetAddresses().toList()) {
                assertThat(answers(new InetSocketAddress(address, port)))
                        .as(address.toString())
                        .isFalse();
            }
        }
    }

    @Test
    void secretsAreReadableByTheirOwnerAloneAndTheStatementsThatHoldThemAreGone() throws Exception {
        Home home = TestStore.home();

        for (Path secret : List.of(home.accounts(), home.server())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                    .isEqualTo("rw-------");
        }
        for (Path folder : List.of(home.folder(), home.running(), home.data())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
        }
        assertThat(home.running().resolve("init.sql")).doesNotExist();
    }

    @Test
    void streamingConnectionsAndPooledOnesHaveTheSameSession() throws Exception {
        try (TestStore test = TestStore.fresh();
                Connection pooled = test.store().dataSource().getConnection();
                Connection streaming = test.store().openForStreaming()) {
            assertThat(session(pooled)).isEqualTo(session(streaming));
            assertThat(session(streaming))
                    .isEqualTo("STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,"
                            + "NO_ENGINE_SUBSTITUTION +00:00 READ-COMMITTED");
        }
    }

    private static String session(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@sql_mode, @@time_zone, @@tx_isolation")) {
            row.next();
            return row.getString(1) + " " + row.getString(2) + " " + row.getString(3);
        }
    }

    private static List<String> listeners(Path table, int port) throws IOException {
        if (!Files.exists(table)) {
            return List.of();
        }
        try (BufferedReader lines = Files.newBufferedReader(table)) {
            return lines.lines()
                    .map(line -> line.strip().split("\\s+"))
                    .filter(cells -> cells[3].equals("0A") && cells[1].endsWith(":%04X".formatted(port)))
                    .map(cells -> cells[1].substring(0, cells[1].indexOf(':')))
                    .toList();
        }
    }

    private static boolean answers(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, 500);
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private static boolean isLoopback(NetworkInterface network) {
        try {
            return network.isLoopback();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
