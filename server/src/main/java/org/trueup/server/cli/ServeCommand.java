package org.trueup.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.trueup.server.security.FirstAdministrator;
import org.trueup.server.web.RunningServer;
import org.trueup.server.web.ServerChoice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code trueup serve}: the server, until it is stopped. */
@Command(
        name = "serve",
        description = {
            "Answer over HTTP and in the browser, and run the night by schedule.",
            "Stop it with Ctrl+C; a night that is under way goes on when it is started again."
        },
        footer = {"", "Example: trueup serve --port 8080 --reports ./trueup-reports"})
final class ServeCommand implements Callable<Integer> {
    private static final int DEFAULT_PORT = 8080;
    private static final int LAST_PORT = 65_535;

    private final Surroundings surroundings;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            order = 1,
            description = "Where to listen; default ${DEFAULT-VALUE}.")
    private int port = DEFAULT_PORT;

    @Option(
            names = "--reports",
            paramLabel = "DIR",
            defaultValue = "trueup-reports",
            order = 2,
            description = "Where nights write their reports; default ${DEFAULT-VALUE}.")
    private Path reports = Path.of("trueup-reports");

    @Mixin
    private StoreOptions options = new StoreOptions();

    @Mixin
    private HelpOptions help = new HelpOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ServeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (port < 0 || port > LAST_PORT) {
            throw new ParameterException(spec.commandLine(), "--port is 0 to " + LAST_PORT + ".");
        }
        requireFree(port);
        WritableFolder.requireWritable(reports);
        PrintWriter out = surroundings.out();
        out.println("Opening the store");
        try (RunningServer server =
                surroundings.servers().open(new ServerChoice(options.store(), port, reports), options.verbose())) {
            server.firstPassword().ifPresent(password -> {
                out.println("This store had nobody who may sign in. The first administrator:");
                out.println("  name      " + FirstAdministrator.NAME);
                out.println("  password  " + password);
                out.println("Nobody can show this password again: change it after you have signed in.");
            });
            out.println("Trueup listens on http://localhost:" + server.port() + "; stop it with Ctrl+C.");
            out.flush();
            server.await();
        }
        return 0;
    }

    /** Before the store is opened, which takes seconds. */
    private static void requireFree(int port) throws IOException {
        try {
            new ServerSocket(port).close();
        } catch (BindException taken) {
            throw new PortException(
                    "The port %d cannot be used (%s): choose another one with --port."
                            .formatted(port, taken.getMessage()),
                    taken);
        }
    }
}
