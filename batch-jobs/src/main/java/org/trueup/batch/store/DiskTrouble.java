package org.trueup.batch.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What people are told when the disk does not do as the store wishes. */
public final class DiskTrouble {
    private static final long MEGABYTE = 1024 * 1024;
    private static final long FIRST_START = 700 * MEGABYTE;
    private static final long LATER_START = 50 * MEGABYTE;

    private DiskTrouble() {}

    static StoreException of(IOException e, Path folder) {
        String said = String.valueOf(e.getMessage());
        if (meansFull(said)) {
            return new StoreException(
                    "The disk under %s is full: free some space, or name a folder on another disk with --home."
                            .formatted(folder),
                    e);
        }
        return new StoreException(
                "The folder %s cannot be written: give this user the right to write it, or name another one with --home."
                        .formatted(folder),
                e);
    }

    /** Whether a failure, or what it was caused by, is that a file found no more room. */
    public static boolean isFull(Throwable failure) {
        return Causes.any(
                failure, cause -> cause instanceof IOException && meansFull(String.valueOf(cause.getMessage())));
    }

    static boolean meansFull(String said) {
        return said.contains("No space left")
                || said.contains("Disk quota exceeded")
                || said.contains("not enough space")
                || said.contains("Errcode: 28")
                || said.contains("errno: 28")
                || said.contains("error: 28");
    }

    /** Refuses a start for which the disk has no room, before anything is written. */
    static void checkRoom(Home home) throws IOException {
        checkRoom(home, Files.getFileStore(home.folder()).getUsableSpace());
    }

    static void checkRoom(Home home, long usable) {
        long needed = Files.exists(home.data()) ? LATER_START : FIRST_START;
        if (usable < needed) {
            throw new StoreException(
                    "The disk under %s has %d MB left and the database needs %d MB to start: free some space, or name a folder on another disk with --home."
                            .formatted(home.folder(), usable / MEGABYTE, needed / MEGABYTE));
        }
    }
}
