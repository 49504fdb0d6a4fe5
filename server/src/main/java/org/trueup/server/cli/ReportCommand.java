package org.trueup.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.night.NightResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code trueup report}: the files of a past night again, or those of a coming date. */
@Command(
        name = "report",
        description = {
            "Make the files of a past night again, as they were, or preview a coming date.",
            "A preview decides today's facts by the policies that will be in force then, and keeps nothing."
        },
        footer = {
            "",
            "Example: trueup report --as-of 2026-11-21",
            "Example: trueup report --preview 2026-12-31 --reports ./trueup-reports"
        })
final class ReportCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            order = 1,
            description = "The day of the night whose files to make again, for example 2026-11-21.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--preview",
            paramLabel = "DATE",
            order = 2,
            description =
                    "A day after the latest night: who will be out of grace, whose term ends, whose credits expire"
                            + " by then.")
    private @Nullable LocalDate preview;

    @Option(
            names = "--reports",
            paramLabel = "DIR",
            defaultValue = "trueup-reports",
            order = 3,
            description = "Where to write the reports, in a folder named by the date (of a preview: preview-DATE);"
                    + " default ${DEFAULT-VALUE}.")
    private Path reports = Path.of("trueup-reports");

    @Mixin
    private StoreOptions options = new StoreOptions();

    @Mixin
    private HelpOptions help = new HelpOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ReportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        LocalDate past = asOf;
        LocalDate coming = preview;
        if (past != null && coming != null) {
            throw new ParameterException(
                    spec.commandLine(), "trueup report takes --as-of or --preview, not both of them.");
        }
        WritableFolder.requireWritable(reports);
        NightWork work = new NightWork(surroundings, options);
        if (past != null) {
            Path folder = work.with((nights, progress) -> nights.report(past, reports, progress));
            surroundings.out().println("The files of the night of " + past + " were made again.");
            surroundings.out().println("Reports: " + folder.toAbsolutePath().normalize());
        } else if (coming != null) {
            NightResult looked = work.with((nights, progress) -> nights.preview(coming, reports, progress));
            surroundings.out().println("A preview of " + coming + " on the facts of today; nothing of it is kept.");
            new SummaryText(looked).lines(null).forEach(surroundings.out()::println);
        } else {
            throw new ParameterException(
                    spec.commandLine(),
                    "trueup report needs --as-of DATE or --preview DATE; \"trueup report --help\" says more.");
        }
        return 0;
    }
}
