package org.trueup.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.check.CheckReport;
import org.trueup.spreadsheets.check.WorkbookCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trueup check}: what is wrong with policy workbooks, all at once. */
@Command(
        name = "check",
        description = {
            "Check policy workbooks, as publishing would: everything that is wrong, cell by cell.",
            "Nothing is stored, and no store is needed."
        },
        footer = {"", "Example: trueup check acme.xlsx --annotate checked/acme.xlsx"})
final class CheckCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "WORKBOOK",
            arity = "1..*",
            description = "The workbooks, each named as its vendor is named in the feed.")
    private List<Path> workbooks = new ArrayList<>();

    @Option(
            names = "--annotate",
            paramLabel = "OUT.xlsx",
            order = 1,
            description = "Also write the workbook as OUT.xlsx with the bad cells filled and commented, a sheet of all"
                    + " problems with links to them, and the results of its scenarios. One workbook at a time.")
    private @Nullable Path annotate;

    @Option(names = "--verbose", order = 92, description = "Show where a failure came from.")
    private boolean verbose;

    @Mixin
    private HelpOptions help = new HelpOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    CheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        AnnotatedFile annotated = annotated();
        boolean allGood = true;
        for (Path workbook : workbooks) {
            allGood &= checked(new PolicyFile(workbook), annotated);
        }
        return allGood ? 0 : 1;
    }

    /** One file that cannot be read keeps none of the others from being checked. */
    private boolean checked(PolicyFile file, @Nullable AnnotatedFile annotated) throws IOException {
        Optional<Vendor> vendor = file.vendor();
        if (vendor.isEmpty() && workbooks.size() > 1) {
            surroundings.err().println(file.vendorless());
            return false;
        }
        byte[] content;
        try {
            content = file.read();
        } catch (IOException | NotDone cannotRead) {
            surroundings.err().println(FailureSentence.of(cannotRead));
            return false;
        }
        CheckReport report = WorkbookCheck.of(file.vendor(spec.commandLine()), content);
        tell(file.path(), report);
        if (annotated != null) {
            annotated.write(content, report);
            surroundings.out().println("Wrote " + annotated.path() + ", which opens on its sheet Problems.");
        }
        return !report.anyError();
    }

    private void tell(Path workbook, CheckReport report) {
        report.problems().forEach(surroundings.out()::println);
        if (!report.scenarios().isEmpty()) {
            surroundings.out().println(workbook + ": " + ScenarioLine.of(report));
        }
        surroundings.out().println(verdict(workbook, report));
    }

    private @Nullable AnnotatedFile annotated() throws IOException {
        if (annotate == null) {
            return null;
        }
        if (workbooks.size() > 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--annotate takes one workbook, but " + workbooks.size() + " are named; check one at a time.");
        }
        AnnotatedFile file = new AnnotatedFile(annotate);
        file.requireUsable(spec.commandLine(), workbooks.get(0));
        return file;
    }

    private static String verdict(Path workbook, CheckReport report) {
        return workbook + ": " + Figures.count(report.errors(), "errors") + ", "
                + Figures.count(report.warnings(), "warnings")
                + (report.anyError() ? "; it cannot be published." : "; it can be published.");
    }
}
