package org.trueup.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.trueup.spreadsheets.diff.DiffResult;
import org.trueup.spreadsheets.diff.DiffResult.Compared;
import org.trueup.spreadsheets.diff.DiffResult.Side;
import org.trueup.spreadsheets.diff.DiffResult.Unreadable;
import org.trueup.spreadsheets.diff.Difference;
import org.trueup.spreadsheets.diff.WorkbookDiff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trueup diff}: what changed between two policy workbooks. Needs neither the store nor Spring. */
@Command(
        name = "diff",
        description = {
            "Say cell by cell what changed between two policy workbooks.",
            "What is typed is compared: 10 and \"10 \" are the same, and number formats, colours and the order of the"
                    + " columns make no difference."
        },
        footer = {"", "Example: trueup diff old/acme.xlsx acme.xlsx"})
final class DiffCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "OLD.xlsx", description = "The workbook as it was.")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW.xlsx", description = "The workbook as it is now.")
    private Path after = Path.of("");

    @Option(names = "--verbose", order = 92, description = "Show where a failure came from.")
    private boolean verbose;

    @Mixin
    private HelpOptions help = new HelpOptions();

    DiffCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        DiffResult result = WorkbookDiff.between(new PolicyFile(before).read(), new PolicyFile(after).read());
        if (result instanceof Unreadable unreadable) {
            throw new NotDone((unreadable.side() == Side.OLD ? before : after) + ": " + unreadable.message() + ".");
        }
        List<Difference> differences = ((Compared) result).differences();
        differences.forEach(surroundings.out()::println);
        surroundings
                .out()
                .println(
                        differences.isEmpty()
                                ? "No difference: " + before + " and " + after + " say the same."
                                : Figures.count(differences.size(), "differences") + " from " + before + " to " + after
                                        + ".");
        return 0;
    }
}
