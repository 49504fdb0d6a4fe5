package org.trueup.server.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.trueup.spreadsheets.policybook.PolicyBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trueup new-policy}: a template workbook for a new vendor. Needs neither the store nor Spring. */
@Command(
        name = "new-policy",
        description = {
            "Write a template workbook for a new vendor.",
            "Its sheets hold drop-down lists, comments and example rows that work as they stand."
        },
        footer = {"", "Example: trueup new-policy acme"})
final class NewPolicyCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "VENDOR",
            converter = VendorName.class,
            description = "The vendor's name as in the feed: a-z, 0-9 and -.")
    private String vendor = "";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            order = 1,
            description = "Where to write it; default VENDOR.xlsx in the current folder. A file that is there already"
                    + " stays as it is.")
    private @Nullable Path out;

    @Option(names = "--verbose", order = 92, description = "Show where a failure came from.")
    private boolean verbose;

    @Mixin
    private HelpOptions help = new HelpOptions();

    NewPolicyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        String name = vendor + ".xlsx";
        Path file = out == null ? Path.of(name) : out;
        write(file);
        boolean named = new PolicyFile(file).name().equals(name);
        surroundings.out().println("Wrote " + file + ", a template with example rows.");
        surroundings
                .out()
                .println("Edit it" + (named ? "" : ", name it " + name) + ", then: trueup publish "
                        + (named ? file : name)
                        + " --effective DATE --author NAME --approved-by NAME --note TEXT");
        return 0;
    }

    private static void write(Path file) throws IOException {
        byte[] template = PolicyBook.template();
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        boolean mine = false;
        boolean whole = false;
        try (var target = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            mine = true;
            target.write(template);
            whole = true;
        } catch (FileAlreadyExistsException somebodyElses) {
            throw new NotDone(
                    file + " is there already and stays as it is; move it away, or name another file with --out.");
        } finally {
            if (mine && !whole) {
                Files.deleteIfExists(file);
            }
        }
    }
}
