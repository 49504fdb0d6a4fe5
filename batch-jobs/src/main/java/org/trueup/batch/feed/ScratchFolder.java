package org.trueup.batch.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.store.DiskTrouble;

/** Where files lie that live as long as a feed is loaded. */
record ScratchFolder(Path path) {
    private static final FileAttribute<?> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /**
     * Makes the folder if it is not there, readable by its owner alone, since the files hold people's ids.
     *
     * @throws FeedException when nothing can be written in it
     */
    void prepare() {
        if (!Files.isDirectory(path)) {
            make();
        }
        if (!Files.isWritable(path)) {
            throw unusable(null);
        }
    }

    private void make() {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        try {
            Files.createDirectories(path, posix ? new FileAttribute<?>[] {PRIVATE} : new FileAttribute<?>[0]);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** What to tell people about a feed that failed by what was written here. */
    FeedException failure(Throwable cause) {
        // a mapped file on a full disk fails as an InternalError
        boolean full = cause instanceof InternalError || DiskTrouble.isFull(cause);
        return new FeedException(
                full
                        ? "The feed was not loaded and no fact was changed, since the disk of the scratch folder %s is full: free some space, or name another folder in the environment variable TRUEUP_SCRATCH."
                                .formatted(path)
                        : "The feed was not loaded and no fact was changed, since the scratch folder %s cannot be used (%s): mend that, or name another folder in the environment variable TRUEUP_SCRATCH."
                                .formatted(path, cause.getMessage()),
                cause);
    }

    private FeedException unusable(@Nullable IOException e) {
        return new FeedException(
                "The scratch folder %s cannot be written; name another one in the environment variable TRUEUP_SCRATCH."
                        .formatted(path),
                e);
    }
}
