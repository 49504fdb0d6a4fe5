package org.trueup.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the program as people do: in a process of its own, on this test's class path. */
public final class RunProgram {
    private static final int MINUTES = 5;

    private RunProgram() {}

    /** How it ended, and what it printed. */
    public record Ended(int exit, String out, String err) {}

    /** Waits until it has ended. */
    public static Ended with(String... arguments) throws Exception {
        Path out = Files.createTempFile("trueup", ".out");
        Path err = Files.createTempFile("trueup", ".err");
        try {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    // most of what it compiles well it would not need for long
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "org.trueup.server.cli.Trueup"));
            command.addAll(List.of(arguments));
            Process process = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("still running after " + MINUTES + " minutes: " + command);
            }
            return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
