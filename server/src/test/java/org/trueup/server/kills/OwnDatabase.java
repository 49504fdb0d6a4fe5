package org.trueup.server.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A MariaDB that no program of ours looks after, as an operator has one: it can be killed, frozen and started again. */
final class OwnDatabase implements AutoCloseable {
    private static final long LONGEST_START_MILLIS = 120_000;

    private final Path home;
    private final int port;
    private final Properties accounts = new Properties();
    private Process process;

    private OwnDatabase(Path home) throws IOException {
        this.home = home;
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = probe.getLocalPort();
        }
        try (Reader reader = Files.newBufferedReader(home.resolve("accounts.properties"))) {
            accounts.load(reader);
        }
        this.process = launch();
    }

    /** @param home of an embedded database that was stopped; its programs and data are used */
    static OwnDatabase start(Path home) throws IOException, InterruptedException {
        OwnDatabase database = new OwnDatabase(home);
        database.awaitAnswer();
        return database;
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                home.resolve("base/bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + home.resolve("base"),
                "--datadir=" + home.resolve("data"),
                "--socket=" + home.resolve("own.sock"),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--skip-ssl",
                "--skip-name-resolve",
                "--local-infile",
                "--innodb-buffer-pool-size=64M"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        ProcessBuilder server = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.resolve("own.log").toFile()));
        server.environment()
                .merge("LD_LIBRARY_PATH", home.resolve("base/libs").toString(), (others, ours) -> ours + ":" + others);
        return server.start();
    }

    /** A database of its own on this server; its URL. */
    String fresh(String name) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("", "root"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin");
            statement.execute("GRANT ALL PRIVILEGES ON " + name + ".* TO 'trueup'@'127.0.0.1'");
        }
        return url(name, "trueup");
    }

    private String url(String database, String user) {
        return "jdbc:mariadb://127.0.0.1:%d/%s?user=%s&password=%s"
                .formatted(port, database, user, accounts.getProperty(user));
    }

    /** kill -9 */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void startAgain() throws IOException, InterruptedException {
        process = launch();
        awaitAnswer();
    }

    /** SIGSTOP: it takes connections and answers nothing. */
    void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** SIGCONT */
    void wake() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (!answers()) {
            assertThat(process.isAlive() && System.nanoTime() - begun < LONGEST_START_MILLIS * 1_000_000)
                    .as(Files.readString(home.resolve("own.log")))
                    .isTrue();
            Thread.sleep(100);
        }
    }

    private boolean answers() {
        try (Connection connection = DriverManager.getConnection(url("", "root") + "&connectTimeout=2000")) {
            return connection.isValid(2);
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        // also one that is frozen
        process.destroyForcibly().onExit().join();
    }
}
