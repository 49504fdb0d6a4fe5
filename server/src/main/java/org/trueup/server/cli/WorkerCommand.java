package org.trueup.server.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import org.trueup.server.run.Workers;
import org.trueup.server.run.WorkersOpener;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code trueup worker}: helps with the nights that other programs run. */
@Command(
        name = "worker",
        description = {
            "Help to decide the nights that other programs run on the same database, until it is stopped.",
            "As many workers as you like may come and go, on any machine that reaches the database; what one",
            "leaves undone, however it ends, another does. Stop it with Ctrl+C."
        },
        footer = {
            "",
            "Example: trueup worker --database \"jdbc:mariadb://db.example:3306/trueup?user=trueup\" --threads 8"
        })
final class WorkerCommand implements Callable<Integer> {
    private static final int MOST_THREADS = 64;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final PrintWriter out;
    private final Clock clock;
    private final WorkersOpener opener;

    @Option(
            names = "--threads",
            paramLabel = "N",
            order = 1,
            description = "How many ranges of tenants to decide at the same time; default: one a processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private StoreOptions options = new StoreOptions();

    @Mixin
    private HelpOptions help = new HelpOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    WorkerCommand(PrintWriter out, Clock clock, WorkersOpener opener) {
        this.out = out;
        this.clock = clock;
        this.opener = opener;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new ParameterException(spec.commandLine(), "--threads is 1 to " + MOST_THREADS + ".");
        }
        out.println("Opening the store");
        try (Workers worker = opener.open(options.store(), options.verbose())) {
            say("Ready: waiting for nights on " + worker.store() + ", with " + Figures.count(threads, "threads") + ".");
            worker.run(threads, this::say);
        }
        return 0;
    }

    private synchronized void say(String line) {
        out.println(TIME.format(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)) + " " + line);
        out.flush();
    }
}
