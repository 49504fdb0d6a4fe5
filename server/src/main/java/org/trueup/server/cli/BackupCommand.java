package org.trueup.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.trueup.batch.backup.BackupResult;
import org.trueup.server.run.Copies;
import org.trueup.server.run.CopiesOpener;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code trueup backup}: the whole store in one file. */
@Command(
        name = "backup",
        description = {
            "Write the whole store into one file: facts, policies, results, people, logs.",
            "The store is copied as it is at one moment; feeds, nights and servers may be at work meanwhile.",
            "Keep the file as safe as the store: hashes of passwords and tokens are in it."
        },
        footer = {"", "Example: trueup backup trueup-2026-11-21.backup"})
final class BackupCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final CopiesOpener opener;

    @Parameters(
            paramLabel = "FILE",
            description = "The file to write; an earlier backup of that name is replaced once the new one is whole.")
    private Path file = Path.of("");

    @Mixin
    private StoreOptions options = new StoreOptions();

    @Mixin
    private HelpOptions help = new HelpOptions();

    BackupCommand(Surroundings surroundings, CopiesOpener opener) {
        this.surroundings = surroundings;
        this.opener = opener;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder != null) {
            WritableFolder.requireWritable(folder);
        }
        BackupResult written = new CopyWork(surroundings, opener).run(options, file, Copies::backup);
        surroundings.out().println("The store as of " + written.takenAt() + ": " + CopyWork.size(written) + ".");
        surroundings.out().println("Wrote " + file.toAbsolutePath().normalize() + ".");
        return 0;
    }
}
