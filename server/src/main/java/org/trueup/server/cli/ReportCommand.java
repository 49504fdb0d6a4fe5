package org.trueup.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.night.NightResult;
import org.trueup.rules.fact.TenantId;
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
            "Example: trueup report --as-of 2026-11-21 --tenant acme --tenant globex",
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
            names = "--tenant",
            paramLabel = "ID",
            order = 3,
            description =
                    "With --as-of: write only this tenant's reports for its own administrators, consumption and users,"
                            + " into the folder tenants of the night; may be said several times.")
    private List<String> tenants = List.of();

    @Option(
            names = "--reports",
            paramLabel = "DIR",
            defaultValue = "trueup-reports",
            order = 4,
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
        requireTenantsOfANight();
        WritableFolder.requireWritable(reports);
        NightWork work = new NightWork(surroundings, options.existingStore(), options.verbose());
        if (past != null && !tenants.isEmpty()) {
            reportTenants(past, work);
        } else if (past != null) {
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

    private void requireTenantsOfANight() {
        if (!tenants.isEmpty() && asOf == null) {
            throw new ParameterException(
                    spec.commandLine(), "trueup report takes --tenant only with --as-of DATE, a night that is stored.");
        }
        if (tenants.contains("")) {
            throw new ParameterException(spec.commandLine(), "--tenant needs the id of a tenant, but it is empty.");
        }
    }

    private void reportTenants(LocalDate past, NightWork work) {
        List<TenantId> ids = tenants.stream().distinct().map(TenantId::new).toList();
        Path folder = work.with((nights, progress) -> {
            progress.phase("Writing reports", "", 0);
            return nights.reportTenants(past, ids, reports);
        });
        surroundings
                .out()
                .println("Consumption and users of " + (ids.size() == 1 ? "1 tenant" : ids.size() + " tenants")
                        + " as of " + past + ", for their own administrators.");
        surroundings.out().println("Reports: " + folder.toAbsolutePath().normalize());
    }
}
