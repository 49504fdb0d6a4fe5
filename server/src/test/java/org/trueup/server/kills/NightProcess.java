package org.trueup.server.kills;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** One night in a process of its own, with an embedded database, either of which may be killed. */
final class NightProcess implements AutoCloseable {
    private static final int MINUTES = 5;

    private final Path home;
    private final Path errors;
    private final Process process;
    private final Thread listener;
    private final long begun = System.nanoTime();
    private final List<Line> lines = new ArrayList<>();
    private boolean ended;
    private long endedAfter;

    private record Line(long millis, String text) {}

    private NightProcess(Path home, Path errors, Process process) {
        this.home = home;
        this.errors = errors;
        this.process = process;
        this.listener = new Thread(this::listen, "output of the night");
        listener.start();
    }

    static NightProcess start(Path home, List<String> arguments) throws IOException {
        return start(home, arguments, Map.of());
    }

    /** @param settings of the environment */
    static NightProcess start(Path home, List<String> arguments, Map<String, String> settings) throws IOException {
        Path errors = Files.createTempFile("trueup", ".err");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // a short life: what compiles fast and takes one core is best
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "org.trueup.server.cli.Trueup"));
        command.addAll(arguments);
        command.addAll(List.of("--home", home.toString()));
        ProcessBuilder process = new ProcessBuilder(command).redirectError(errors.toFile());
        process.environment().putAll(settings);
        return new NightProcess(home, errors, process.start());
    }

    private void listen() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            String line = output.readLine();
            while (line != null) {
                add(line);
                line = output.readLine();
            }
        } catch (IOException e) {
            add("output broke off: " + e.getMessage());
        }
        end();
    }

    private synchronized void add(String line) {
        lines.add(new Line(millis(), line));
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        endedAfter = millis();
        notifyAll();
    }

    private long millis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    /** Waits for a line; false when the process ended without it. */
    synchronized boolean says(Predicate<String> text) throws InterruptedException {
        while (lines.stream().noneMatch(line -> text.test(line.text()))) {
            if (ended) {
                return false;
            }
            wait();
        }
        return true;
    }

    /** Whether it goes on for so long. */
    boolean livesFor(long millis) throws InterruptedException {
        return !process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** Ends program, database or both as a power failure does; false when what was to be killed lived no more. */
    boolean kill(Target target) {
        boolean database = !target.hitsDatabase() || killDatabase();
        boolean program = !target.hitsProgram() || process.isAlive();
        if (target.hitsProgram()) {
            process.destroyForcibly();
        }
        return program && database;
    }

    private boolean killDatabase() {
        Path number = home.resolve("run").resolve("mariadbd.pid");
        if (!Files.exists(number)) {
            return false;
        }
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(number).strip()))
                    .filter(ProcessHandle::isAlive)
                    .map(ProcessHandle::destroyForcibly)
                    .orElse(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its exit code, once it has ended. */
    int exit() throws InterruptedException {
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            throw new AssertionError("still running after " + MINUTES + " minutes; it said: " + said());
        }
        listener.join();
        return process.exitValue();
    }

    String complained() throws IOException {
        return Files.readString(errors);
    }

    synchronized String said() {
        return String.join("\n", lines.stream().map(Line::text).toList());
    }

    synchronized String lastLine() {
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1).text();
    }

    synchronized long millisAt(Predicate<String> text) {
        return lines.stream()
                .filter(line -> text.test(line.text()))
                .mapToLong(Line::millis)
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError("a night no longer says what this test waits for; it said: " + said()));
    }

    synchronized long millisAtEnd() {
        return endedAfter;
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(errors);
    }
}
