package org.trueup.batch.night;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Another program that runs a night, in a process of its own, which comes to its end in the middle. */
final class NightProgram {
    private NightProgram() {}

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

    /** Starts it; of one processor, so that ranges that it does alone follow each other. */
    static OtherProgram start(String url, Path reports, String asOf, int range, String phase, int after, String deed)
            throws IOException {
        return OtherProgram.start(
                List.of(),
                NightProgram.class,
                url,
                reports.toString(),
                asOf,
                Integer.toString(range),
                phase,
                Integer.toString(after),
                deed);
    }
}
