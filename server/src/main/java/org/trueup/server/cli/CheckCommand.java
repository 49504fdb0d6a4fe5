package org.trueup.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.trueup.spreadsheets.check.CheckReport;
import org.trueup.spreadsheets.check.WorkbookCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trueup check}: what is wrong with policy workbooks, all at once. */
@Command(
        name = "check",
        description = {
            "Check policy workbooks, as publishing would: everything that is wrong, cell by cell.",
            "Nothing is stored, and no store is needed."
        },
        footer = {"", "Example: trueup check acme.xlsx"})
final class CheckCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "WORKBOOK",
            arity = "1..*",
            description = "The workbooks, each named as its vendor is named in the feed.")
    private List<Path> workbooks = new ArrayList<>();

    @Mixin
    private HelpOptions help = new HelpOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    CheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        boolean allGood = true;
        for (Path workbook : workbooks) {
            PolicyFile file = new PolicyFile(workbook);
            CheckReport report = WorkbookCheck.of(file.vendor(spec.commandLine()), file.read());
            report.problems().forEach(surroundings.out()::println);
            if (!report.scenarios().isEmpty()) {
                surroundings.out().println(workbook + ": " + ScenarioLine.of(report));
            }
            surroundings.out().println(verdict(workbook, report));
            allGood &= !report.anyError();
        }
        return allGood ? 0 : 1;
    }

    private static String verdict(Path workbook, CheckReport report) {
        long warnings = report.problems().size() - report.errors();
        return workbook + ": " + Figures.count(report.errors(), "errors") + ", " + Figures.count(warnings, "warnings")
                + (report.anyError() ? "; it cannot be published." : "; it can be published.");
    }
}
