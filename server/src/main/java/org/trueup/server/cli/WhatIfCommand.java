package org.trueup.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.trueup.batch.whatif.WhatIfRequest;
import org.trueup.batch.whatif.WhatIfResult;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.policy.Policy;
import org.trueup.server.run.Policies;
import org.trueup.spreadsheets.check.CheckReport;
import org.trueup.spreadsheets.check.WorkbookCheck;
import org.trueup.spreadsheets.policybook.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trueup what-if}: what a draft would change for real tenants. */
@Command(
        name = "what-if",
        description = {
            "Decide every tenant by the published policy and by a draft, and write what is different as a workbook.",
            "Nothing is stored. The file's name says which vendor: acme.xlsx is a draft for acme."
        },
        footer = {"", "Example: trueup what-if acme.xlsx --as-of 2026-12-01 --out what-would-change.xlsx"})
final class WhatIfCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "WORKBOOK", description = "The draft, named as the vendor is named in the feed.")
    private Path workbook = Path.of("");

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            required = true,
            order = 1,
            description = "The day to decide for (UTC), in the past or in the future, for example 2026-12-01.")
    private LocalDate asOf = LocalDate.EPOCH;

    @Option(
            names = "--out",
            paramLabel = "FILE.xlsx",
            required = true,
            order = 2,
            description = "The workbook to write; one that is there is replaced.")
    private Path out = Path.of("");

    @Mixin
    private StoreOptions options = new StoreOptions();

    @Mixin
    private HelpOptions help = new HelpOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    WhatIfCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        PolicyFile file = new PolicyFile(workbook);
        Vendor vendor = file.vendor(spec.commandLine());
        byte[] content = file.read();
        requireUsableOut();
        Optional<Policy> draft = taken(vendor, content);
        if (draft.isEmpty()) {
            return 1;
        }
        WhatIfResult result = compare(new WhatIfRequest(draft.get(), content, asOf, out));
        surroundings.out().println();
        new WhatIfText(vendor, asOf, result).lines().forEach(surroundings.out()::println);
        surroundings.out().println("Wrote " + out.toAbsolutePath().normalize() + ".");
        return 0;
    }

    private WhatIfResult compare(WhatIfRequest request) {
        ProgressLine progress = new ProgressLine(surroundings.out(), surroundings.terminal(), System::nanoTime);
        boolean whole = false;
        progress.phase("Opening the store", "", 0);
        try (Policies policies = surroundings.policies().open(options.existingStore(), options.verbose())) {
            WhatIfResult result = policies.whatIf(request, progress);
            progress.close();
            whole = true;
            return result;
        } finally {
            if (!whole) {
                progress.abandon();
            }
        }
    }

    /** A draft took somebody a day: it is never written over. */
    private void requireUsableOut() throws IOException {
        if (!out.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            throw new ParameterException(
                    spec.commandLine(), "--out " + out + " is no workbook; give a name that ends in .xlsx.");
        }
        if (Files.exists(out) && Files.isSameFile(out, workbook)) {
            throw new ParameterException(
                    spec.commandLine(), "--out names the draft itself, " + workbook + "; give another name.");
        }
        if (Files.isDirectory(out)) {
            throw new NotDone(out + " is a folder, but a file is to be written there; give another name.");
        }
        Path folder = out.toAbsolutePath().normalize().getParent();
        if (folder != null) {
            WritableFolder.requireWritable(folder);
        }
    }

    /** The draft's policy; none after telling what is wrong with it. */
    private Optional<Policy> taken(Vendor vendor, byte[] content) {
        CheckReport report = WorkbookCheck.of(vendor, content);
        // what check tells for information is not worth a line here
        report.problems().stream()
                .filter(problem -> problem.severity() != Severity.INFO)
                .forEach(surroundings.err()::println);
        if (report.anyError()) {
            surroundings
                    .err()
                    .println(workbook + " has " + Figures.count(report.errors(), "errors") + "; nothing was compared.");
            return Optional.empty();
        }
        return report.policy();
    }
}
