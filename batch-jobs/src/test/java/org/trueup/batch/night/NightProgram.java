package org.trueup.batch.night;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Another program that runs a night, in a process of its own, which comes to its end in the middle. */
final class NightProgram implements AutoCloseable {
    private static final String HERE = "here";
    private static final long LONG_MILLIS = 500;

    private final Process process;

    private NightProgram(Process process) {
        this.process = process;
    }

    /**
     * Runs a night.
     *
     * @param arguments the database's URL, the folder of reports, the date, tenants a range at least, a phase, after how
     *     many of its reports of progress something happens, and what: {@code die} as by kill -9, or {@code linger}
     */
    public static void main(String[] arguments) {
        AnnotationConfigApplicationContext context =
                NightContext.context(arguments[0], Map.of("trueup.range.tenants-at-least", arguments[3]));
        context.registerShutdownHook();
        LocalDate asOf = LocalDate.parse(arguments[2]);
        context.getBean(Nightly.class).noteInterrupted();
        int run = context.getBean(RunBook.class).announce(new RunBook.Announcement(asOf, null, null, null));
        NightRequest request = new NightRequest(asOf, Path.of(arguments[1]), null, false, Map.of(), true, run);
        try {
            context.getBean(Nightly.class)
                    .run(request, new Ending(arguments[4], Integer.parseInt(arguments[5]), arguments[6]));
            System.out.println("ended");
        } catch (NightStopped stopped) {
            System.out.println(stopped.getMessage());
        } catch (RuntimeException failed) {
            System.out.println("failed: " + failed.getMessage());
        }
        context.close();
    }

    private static final class Ending implements NightProgress {
        private final String phase;
        private final String deed;
        private int left;
        private boolean in;

        private Ending(String phase, int reports, String deed) {
            this.phase = phase;
            this.left = reports;
            this.deed = deed;
        }

        @Override
        public synchronized void phase(String name, String unit, long total) {
            in = name.equals(phase);
            // how far it is when it begins is told too, and is nothing that was done
            left += in ? 1 : 0;
        }

        @Override
        public synchronized void reached(long done) {
            if (!in || --left > 0) {
                return;
            }
            System.out.println(HERE);
            if (deed.equals("die")) {
                Runtime.getRuntime().halt(137);
            }
            try {
                Thread.sleep(LONG_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void note(String sentence) {
            System.out.println(sentence);
        }
    }

    /** Starts it with one processor, so that ranges follow each other. */
    static NightProgram start(String url, Path reports, String asOf, int range, String phase, int after, String deed)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:ActiveProcessorCount=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                NightProgram.class.getName()));
        command.addAll(
                List.of(url, reports.toString(), asOf, Integer.toString(range), phase, Integer.toString(after), deed));
        return new NightProgram(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    void awaitHere() throws IOException {
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.equals(HERE)) {
                return;
            }
        }
        throw new IOException("the program ended before");
    }

    /** What it says until it ends. */
    List<String> end() throws InterruptedException {
        List<String> said = process.inputReader(StandardCharsets.UTF_8).lines().toList();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the program does not end");
        }
        return said;
    }

    /** SIGTERM */
    void terminate() {
        // not by the process, which closes what it says too
        process.toHandle().destroy();
    }

    /** kill -9 */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
