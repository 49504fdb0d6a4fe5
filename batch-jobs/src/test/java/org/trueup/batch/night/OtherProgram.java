package org.trueup.batch.night;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program in a process of its own, with one processor, whose lines are read and which can be ended in every way. */
final class OtherProgram implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;
    private final List<String> said = new ArrayList<>();

    private OtherProgram(Process process) {
        this.process = process;
        this.lines = process.inputReader(StandardCharsets.UTF_8);
    }

    /** @param before what stands before the java command, for example to run it elsewhere */
    static OtherProgram start(List<String> before, Class<?> program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:ActiveProcessorCount=1",
                "-Dlogback.configurationFile=org/trueup/batch/benchmark/logback.xml",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                program.getName()));
        command.addAll(List.of(arguments));
        return new OtherProgram(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Waits for a line that contains something. */
    String await(String part) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.add(line);
            if (line.contains(part)) {
                return line;
            }
        }
        throw new IOException("the program ended before it said \"" + part + "\": " + said);
    }

    /** All that it said until it ended. */
    List<String> end() throws InterruptedException {
        lines.lines().forEach(said::add);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the program does not end");
        }
        return said;
    }

    int exitCode() {
        return process.exitValue();
    }

    /** SIGTERM */
    void terminate() {
        // not by the process, which closes what it says too
        process.toHandle().destroy();
    }

    /** SIGSTOP, or SIGCONT: it stands still until it goes on, and cannot know that it did. */
    void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    /** kill -9 */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
