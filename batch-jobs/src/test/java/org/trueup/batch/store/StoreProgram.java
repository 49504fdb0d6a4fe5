package org.trueup.batch.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Another program with the store open, in a process of its own, which does what it is told line by line. */
final class StoreProgram implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;

    private StoreProgram(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** The program: prints a line when the store is open, runs each statement it reads, closes at the end of input. */
    public static void main(String[] arguments) throws IOException {
        try (Store store = Store.open(new StoreLocation.EmbeddedUnder(Path.of(arguments[0])));
                BufferedReader statements =
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println("open " + store.describe());
            JdbcClient sql = JdbcClient.create(store.dataSource());
            for (String statement = statements.readLine(); statement != null; statement = statements.readLine()) {
                System.out.println("changed " + sql.sql(statement).update());
            }
        }
        System.out.println("closed");
    }

    /** Starts the program, without waiting for its store. */
    static StoreProgram start(Path home) throws IOException {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new StoreProgram(new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classes,
                        StoreProgram.class.getName(),
                        home.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    static StoreProgram opened(Path home) throws IOException {
        StoreProgram program = start(home);
        program.awaitLine("open ");
        return program;
    }

    String awaitLine(String beginning) throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(beginning)) {
                return line;
            }
        }
        throw new IOException("the program ended without saying: " + beginning);
    }

    void run(String statement) throws IOException {
        process.outputWriter(StandardCharsets.UTF_8).write(statement + "\n");
        process.outputWriter(StandardCharsets.UTF_8).flush();
        awaitLine("changed ");
    }

    /** Lets the program close its store; it may take its time. */
    void finish() throws IOException {
        process.outputWriter(StandardCharsets.UTF_8).close();
    }

    /** kill -9 */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM */
    void terminate() {
        process.destroy();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the program does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        if (process.isAlive()) {
            finish();
            process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
        }
    }
}
