package org.trueup.server.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Looks at folders before long work starts, rather than failing at its end. */
final class WritableFolder {
    private WritableFolder() {}

    /** Fails when files could not be written under a folder; the folder need not be there yet and is not made. */
    static void requireWritable(Path folder) throws IOException {
        Path there = nearestExisting(folder.toAbsolutePath().normalize());
        if (there == null || !Files.isDirectory(there)) {
            throw new NotDirectoryException(there == null ? folder.toString() : there.toString());
        }
        if (!Files.isWritable(there)) {
            if (Files.getFileStore(there).isReadOnly()) {
                throw new FileSystemException(there.toString(), null, "its file system is read-only");
            }
            throw new AccessDeniedException(there.toString());
        }
    }

    private static @Nullable Path nearestExisting(@Nullable Path path) {
        Path there = path;
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return there;
    }
}
