package org.trueup.server.cli;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.trueup.server.cli.Edition.InFile;
import org.trueup.server.cli.Edition.InStore;
import org.trueup.server.run.Policies;
import org.trueup.spreadsheets.diff.DiffResult;
import org.trueup.spreadsheets.diff.DiffResult.Compared;
import org.trueup.spreadsheets.diff.DiffResult.Side;
import org.trueup.spreadsheets.diff.DiffResult.Unreadable;
import org.trueup.spreadsheets.diff.Difference;
import org.trueup.spreadsheets.diff.WorkbookDiff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code trueup diff}: what changed between two policy workbooks. Needs the store only for versions that it keeps. */
@Command(
        name = "diff",
        description = {
            "Say cell by cell what changed between two policy workbooks.",
            "What is typed is compared: 10 and \"10 \" are the same, and number formats, colours and the order of the"
                    + " columns make no difference.",
            "For two files no store is needed; acme@3 is version 3 of acme in the store."
        },
        footer = {
            "",
            "Examples: trueup diff old/acme.xlsx acme.xlsx",
            "          trueup diff acme@3 acme.xlsx",
            "          trueup diff acme@2 acme@3"
        })
final class DiffCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(
            index = "0",
            paramLabel = "OLD.xlsx",
            converter = Edition.Name.class,
            description = "The workbook as it was: a file, or VENDOR@VERSION.")
    private @Nullable Edition before;

    @Parameters(
            index = "1",
            paramLabel = "NEW.xlsx",
            converter = Edition.Name.class,
            description = "The workbook as it is now: a file, or VENDOR@VERSION.")
    private @Nullable Edition after;

    @Mixin
    private StoreOptions options = new StoreOptions();

    @Mixin
    private HelpOptions help = new HelpOptions();

    DiffCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Edition from = Objects.requireNonNull(before);
        Edition to = Objects.requireNonNull(after);
        DiffResult result = compared(from, to);
        if (result instanceof Unreadable unreadable) {
            throw new NotDone((unreadable.side() == Side.OLD ? from : to) + ": " + unreadable.message() + ".");
        }
        List<Difference> differences = ((Compared) result).differences();
        differences.forEach(surroundings.out()::println);
        surroundings
                .out()
                .println(
                        differences.isEmpty()
                                ? "No difference: " + from + " and " + to + " say the same."
                                : Figures.count(differences.size(), "differences") + " from " + from + " to " + to
                                        + ".");
        return 0;
    }

    /** The files come first: who misspelled one need not wait for the store. */
    private DiffResult compared(Edition from, Edition to) throws IOException {
        byte[] old = file(from);
        byte[] now = file(to);
        if (old != null && now != null) {
            return WorkbookDiff.between(old, now);
        }
        try (Policies policies = surroundings.policies().open(options.existingStore(), options.verbose())) {
            return WorkbookDiff.between(
                    old == null ? kept(from, policies) : old, now == null ? kept(to, policies) : now);
        }
    }

    private static byte @Nullable [] file(Edition edition) throws IOException {
        return edition instanceof InFile file ? new PolicyFile(file.path()).read() : null;
    }

    private static byte[] kept(Edition edition, Policies policies) {
        InStore kept = (InStore) edition;
        return policies.workbook(KeptVersion.of(policies, kept.vendor(), kept.version()));
    }
}
