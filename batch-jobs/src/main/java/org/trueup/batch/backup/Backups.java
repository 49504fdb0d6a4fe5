package org.trueup.batch.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.springframework.dao.DataAccessException;
import org.trueup.batch.night.NightProgress;
import org.trueup.batch.store.NamedLock;
import org.trueup.batch.store.Schema;
import org.trueup.batch.store.Store;
import org.trueup.batch.store.StoreLocation;

/** Backs a store up into one file and fills an empty store from such a file. Opens the store for each of it, and closes it. */
public final class Backups {
    private final StoreLocation location;
    private final String program;

    /** @param program the version of this program, told in every file */
    public Backups(StoreLocation location, String program) {
        this.location = location;
        this.program = program;
    }

    /**
     * Writes the whole store, as it is at one moment, into a file, which takes the place of an earlier backup of that
     * name. Feeds, nights and servers may be at work meanwhile.
     *
     * @throws BackupException in one sentence; an earlier backup of that name is then as it was
     */
    public BackupResult write(Path file, NightProgress progress) {
        requireStore();
        progress.phase("Opening the store", "", 0);
        try (Store store = Store.openAsFound(location)) {
            requireReplaceable(file);
            int schema = schemaOf(store);
            return write(store, schema, file, progress);
        } catch (IOException e) {
            throw new BackupException(
                    "The backup %s cannot be written, and nothing was changed: %s".formatted(file, DiskSentence.of(e)),
                    e);
        } catch (SQLException | DataAccessException e) {
            throw new BackupException(
                    "The store could not be read to its end (%s), and no backup was written: run trueup backup again."
                            .formatted(said(e)),
                    e);
        }
    }

    private BackupResult write(Store store, int schema, Path file, NightProgress progress)
            throws SQLException, IOException {
        progress.phase("Backing up", "rows", 0);
        try (BackupWriting writing = BackupWriting.begin(file);
                Snapshot snapshot = Snapshot.of(store)) {
            writing.piece(
                    Seal.FIRST_PIECE,
                    "A backup of a Trueup store, taken at %s. Keep it as safe as the store itself. To bring it back: trueup restore %s%n"
                            .formatted(snapshot.takenAt(), file.getFileName()));
            var tables = snapshot.tables(writing, progress);
            Manifest manifest =
                    new Manifest(Manifest.FORMAT, schema, program, snapshot.takenAt(), tables, snapshot.sequences());
            writing.piece(BackupReading.MANIFEST, manifest.text());
            return result(manifest, writing.finish());
        }
    }

    private void requireStore() {
        location.missing().ifPresent(sentence -> {
            throw new BackupException(sentence);
        });
    }

    private static void requireReplaceable(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new BackupException(file + " is a folder: name a file for the backup.");
        }
        if (Files.exists(file) && !Seal.looksLikeBackup(file)) {
            throw new BackupException(file + " is there already and is no backup: name another file.");
        }
    }

    private static int schemaOf(Store store) {
        Schema schema = Schema.of(store);
        schema.requireWhole();
        return schema.version()
                .orElseThrow(() -> new BackupException(
                        "The store has no tables yet, so there is nothing to back up: run a night first."));
    }

    /**
     * Fills an empty store from a backup, whole or not at all. A backup of an older release is brought up to date as its
     * store would have been.
     *
     * @throws BackupException in one sentence; the store is then as it was, or says that it is to be restored again
     */
    public BackupResult restore(Path file, NightProgress progress) {
        progress.phase("Checking the backup", "", 0);
        try (BackupReading backup = BackupReading.of(file)) {
            progress.phase("Opening the store", "", 0);
            try (Store store = Store.openAsFound(location);
                    NamedLock lock = NamedLock.tryTake(store.dataSource(), NamedLock.FACTS)) {
                if (lock == null) {
                    throw new BackupException(
                            "A feed, a night or another restore is at work on this store: restore when that has ended.");
                }
                requireKnown(backup.manifest(), Schema.of(store).newest(), file);
                EmptyStore.require(store);
                new Restoring(store, backup, progress).run();
            }
            return result(backup.manifest(), Files.size(file));
        } catch (IOException | SQLException | DataAccessException | FlywayException e) {
            throw new BackupException(
                    "The backup %s could not be restored to its end (%s): when that is put right, run trueup restore again."
                            .formatted(file, said(e)),
                    e);
        }
    }

    private static void requireKnown(Manifest manifest, int newest, Path file) {
        if (manifest.schema() > newest) {
            throw new BackupException(
                    "%s comes from a newer Trueup (%s, with tables of version %d; this one knows those up to %d): restore it with that version or a later one."
                            .formatted(file, manifest.program(), manifest.schema(), newest));
        }
    }

    private static BackupResult result(Manifest manifest, long bytes) {
        return new BackupResult(
                manifest.takenAt(), manifest.schema(), manifest.tables().size(), manifest.rows(), bytes);
    }

    private static String said(Exception e) {
        String said = e instanceof DataAccessException data
                ? data.getMostSpecificCause().getMessage()
                : e.getMessage();
        return String.valueOf(said).strip().replaceAll("\\s+", " ").replaceAll("[.:]$", "");
    }
}
