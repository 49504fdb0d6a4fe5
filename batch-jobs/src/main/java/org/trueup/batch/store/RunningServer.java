package org.trueup.batch.store;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;

/**
 * The process that serves a home's data, as the program that started it noted it down. The note may outlive the
 * process, and its number may since belong to somebody else: every use looks at the process's command line first.
 *
 * @param pid the process
 * @param port where it listens, at 127.0.0.1 only
 * @param socket its local socket
 */
record RunningServer(Home home, long pid, int port, Path socket) {
    private static final Duration GENTLE_STOP = Duration.ofSeconds(60);
    private static final Duration FORCED_STOP = Duration.ofSeconds(10);

    /** Reads the note; empty when there is none. */
    static Optional<RunningServer> notedIn(Home home) throws IOException {
        Properties note = new Properties();
        try (Reader reader = Files.newBufferedReader(home.server())) {
            note.load(reader);
            return Optional.of(new RunningServer(
                    home,
                    Long.parseLong(note.getProperty("pid")),
                    Integer.parseInt(note.getProperty("port")),
                    Path.of(note.getProperty("socket"))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Finds a server of this home that nobody noted down, because its program died right after starting it. */
    static Optional<RunningServer> unnotedIn(Home home) {
        return ProcessHandle.allProcesses()
                .map(process -> new RunningServer(home, process.pid(), 0, Sockets.inside(home)))
                .filter(RunningServer::isAlive)
                .findFirst();
    }

    void note() throws IOException {
        Home.writePrivately(
                home.server(),
                "pid=%d\nport=%d\nsocket=%s\n"
                        .formatted(pid, port, socket.toString().replace("\\", "\\\\")));
    }

    String url() {
        return "jdbc:mariadb://127.0.0.1:%d/%s".formatted(port, Accounts.DATABASE);
    }

    boolean answers(Accounts accounts) {
        try (Connection connection =
                DriverManager.getConnection(url() + "?connectTimeout=2000", Accounts.PROGRAM, accounts.program())) {
            return connection.isValid(2);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** Whether the process still runs and serves this home's data. */
    boolean isAlive() {
        return ProcessHandle.of(pid).filter(this::servesThisHome).isPresent();
    }

    private boolean servesThisHome(ProcessHandle process) {
        String argument = dataArgument(home);
        Path commandLine = Path.of("/proc", Long.toString(pid), "cmdline");
        if (Files.exists(commandLine)) {
            // ProcessHandle cuts long command lines; a process that is dead but not yet buried has an empty one
            try {
                String said = new String(Files.readAllBytes(commandLine), StandardCharsets.UTF_8);
                return List.of(said.split("\0")).contains(argument);
            } catch (IOException goneMeanwhile) {
                return false;
            }
        }
        ProcessHandle.Info info = process.info();
        return info.arguments()
                .map(arguments -> List.of(arguments).contains(argument))
                // Windows hides arguments, but the program lies in the home too
                .orElseGet(() -> info.command()
                        .filter(command -> Path.of(command).startsWith(home.programs()))
                        .isPresent());
    }

    static String dataArgument(Home home) {
        return "--datadir=" + home.data();
    }

    /** Asks the server to end, waits until all it holds is on disk, and ends it by force if it does not obey. */
    void stop() throws IOException {
        signal(ProcessHandle::destroy);
        if (!Waiting.until(() -> !isAlive(), GENTLE_STOP)) {
            signal(ProcessHandle::destroyForcibly);
            if (!Waiting.until(() -> !isAlive(), FORCED_STOP)) {
                throw new StoreException(
                        "The database process %d that uses %s cannot be stopped: stop it and try again."
                                .formatted(pid, home.data()));
            }
        }
        Files.deleteIfExists(home.server());
        Sockets.remove(home, socket);
    }

    private void signal(Predicate<ProcessHandle> how) {
        ProcessHandle.of(pid).filter(this::servesThisHome).ifPresent(how::test);
    }
}
