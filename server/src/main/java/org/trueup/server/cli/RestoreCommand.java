package org.trueup.server.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.trueup.batch.backup.BackupResult;
import org.trueup.server.run.Copies;
import org.trueup.server.run.CopiesOpener;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code trueup restore}: an empty store filled from a backup. */
@Command(
        name = "restore",
        description = {
            "Fill an empty store from a backup, whole or not at all; a store that holds anything is refused.",
            "A backup of an older release is brought up to date. A restore that was cut off is begun again by the same command."
        },
        footer = {"", "Example: trueup restore trueup-2026-11-21.backup --home ./restored"})
final class RestoreCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final CopiesOpener opener;

    @Parameters(paramLabel = "FILE", description = "A file that trueup backup wrote.")
    private Path file = Path.of("");

    @Mixin
    private StoreOptions options = new StoreOptions();

    @Mixin
    private HelpOptions help = new HelpOptions();

    RestoreCommand(Surroundings surroundings, CopiesOpener opener) {
        this.surroundings = surroundings;
        this.opener = opener;
    }

    @Override
    public Integer call() {
        BackupResult restored = new CopyWork(surroundings, opener).run(options, file, Copies::restore);
        surroundings
                .out()
                .println("The store is as it was at " + restored.takenAt() + ": " + CopyWork.size(restored) + ".");
        return 0;
    }
}
