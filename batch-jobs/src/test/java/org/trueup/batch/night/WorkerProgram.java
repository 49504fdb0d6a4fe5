package org.trueup.batch.night;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.trueup.batch.store.Store;
import org.trueup.batch.worker.Worker;

/** A worker in a process of its own. */
final class WorkerProgram {
    private static final int RUNS = 20;

    private WorkerProgram() {}

    /**
     * Works until it is stopped.
     *
     * @param arguments the database's URL, after how many batches something happens, and what ({@link Ending})
     */
    public static void main(String[] arguments) throws InterruptedException {
        Store.endsWellWhenStopped();
        try (AnnotationConfigApplicationContext context =
                NightContext.context(arguments[0], Map.of("trueup.store.impatient", "true"))) {
            context.registerShutdownHook();
            Ending ending = new Ending("Deciding", Integer.parseInt(arguments[1]) - 1, arguments[2]);
            ending.phase("Deciding", "tenants", 0);
            for (int run = 1; run <= RUNS; run++) {
                context.getBean(RunningNights.class).listen(run, ending, 0, Map.of(), null);
            }
            System.out.println("ready");
            context.getBean(Worker.class).run(1, System.out::println);
        }
    }

    static OtherProgram start(String url, int after, String deed) throws IOException {
        return start(List.of(), url, after, deed);
    }

    static OtherProgram start(List<String> before, String url, int after, String deed) throws IOException {
        return OtherProgram.start(before, WorkerProgram.class, url, Integer.toString(after), deed);
    }
}
