package org.trueup.server.run;

import java.nio.file.Path;
import org.trueup.batch.backup.BackupResult;
import org.trueup.batch.night.NightProgress;

/** Copies of a store: out of it into a file, and from a file into an empty one. */
public interface Copies extends AutoCloseable {

    /**
     * Writes the whole store into a file.
     *
     * @throws RuntimeException whose message is one sentence for people; an earlier file is then as it was
     */
    BackupResult backup(Path file, NightProgress progress);

    /**
     * Fills an empty store from a file.
     *
     * @throws RuntimeException whose message is one sentence for people
     */
    BackupResult restore(Path file, NightProgress progress);

    @Override
    void close();
}
