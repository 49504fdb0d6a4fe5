package org.trueup.batch.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A backup that was found to be whole and readable. */
final class BackupReading implements AutoCloseable {
    static final String MANIFEST = "manifest.txt";

    private final ZipFile zip;
    private final Manifest manifest;

    private BackupReading(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /** @throws BackupException where the file is no backup, or not as it was written */
    static BackupReading of(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new BackupException(file + " is not there, or is no file: name a file that trueup backup wrote.");
        }
        if (!Seal.looksLikeBackup(file)) {
            throw new BackupException(file + " is no backup: name a file that trueup backup wrote.");
        }
        if (!Seal.isWhole(file)) {
            throw new BackupException(
                    file
                            + " was cut off or changed since it was written, and nothing was restored: use another copy of it.");
        }
        ZipFile zip = new ZipFile(file.toFile());
        boolean read = false;
        try {
            String text = new String(content(zip, MANIFEST).readAllBytes(), StandardCharsets.UTF_8);
            if (Manifest.formatOf(text) > Manifest.FORMAT) {
                throw new BackupException(
                        file + " was written by a newer Trueup, in a format that this one does not know:"
                                + " restore it with that version.");
            }
            BackupReading reading = new BackupReading(zip, Manifest.of(text));
            read = true;
            return reading;
        } finally {
            if (!read) {
                zip.close();
            }
        }
    }

    Manifest manifest() {
        return manifest;
    }

    InputStream rows(TableCopy table) throws IOException {
        return content(zip, table.entry());
    }

    private static InputStream content(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new BackupException(zip.getName() + " lacks its piece " + name + ": use another copy of the backup.");
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
