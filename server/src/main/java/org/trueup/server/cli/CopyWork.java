package org.trueup.server.cli;

import java.nio.file.Path;
import org.trueup.batch.backup.BackupResult;
import org.trueup.batch.night.NightProgress;
import org.trueup.server.run.Copies;
import org.trueup.server.run.CopiesOpener;

/** Copies a store one way or the other, and shows how far it is. */
record CopyWork(Surroundings surroundings, CopiesOpener opener) {
    private static final double MEGABYTE = 1_000_000.0;

    BackupResult run(StoreOptions options, Path file, Work work) {
        ProgressLine progress = new ProgressLine(surroundings.out(), surroundings.terminal(), System::nanoTime);
        boolean whole = false;
        try (Copies copies = opener.open(options.store(), options.verbose())) {
            BackupResult result = work.of(copies, file, progress);
            progress.close();
            whole = true;
            return result;
        } finally {
            if (!whole) {
                progress.abandon();
            }
        }
    }

    /** For example {@code 4,567,890 rows of 34 tables, 12.3 MB}. */
    static String size(BackupResult backup) {
        return "%s of %s, %s MB"
                .formatted(
                        Figures.count(backup.rows(), "rows"),
                        Figures.count(backup.tables(), "tables"),
                        Figures.tenths(backup.bytes() / MEGABYTE));
    }

    /** One way or the other. */
    @FunctionalInterface
    interface Work {
        BackupResult of(Copies copies, Path file, NightProgress progress);
    }
}
