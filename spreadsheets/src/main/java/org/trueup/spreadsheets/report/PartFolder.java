package org.trueup.spreadsheets.report;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A run's own folder inside the reports folder. The run holds a lock on a file in it for as long as it lives, and the
 * system lets go of the lock when the run dies: that is how other runs tell a dead run's folder from a living one's.
 */
final class PartFolder {
    private static final Pattern NAME = Pattern.compile("\\.((?:preview-)?\\d{4,}-\\d\\d-\\d\\d)\\.part-.+");
    private static final int ATTEMPTS = 100;

    private final Path folder;
    private final FileChannel lock;

    private PartFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    static PartFolder create(Path reports, String name) throws IOException {
        for (int i = 0; i < ATTEMPTS; i++) {
            PartFolder made = lockIfDead(Files.createTempDirectory(reports, "." + name + ".part-"));
            if (made != null) {
                return made;
            }
            // another run that was cleaning up took the new folder for a dead run's, before it was locked
        }
        throw new IOException("other runs keep removing this run's folder");
    }

    /** Puts back what dead runs had moved aside, and removes what they left. */
    static void recover(Path reports) throws IOException {
        List<Path> candidates;
        try (Stream<Path> entries = Files.list(reports)) {
            candidates = entries.filter(entry ->
                            NAME.matcher(String.valueOf(entry.getFileName())).matches())
                    .toList();
        }
        for (Path candidate : candidates) {
            PartFolder dead = lockIfDead(candidate);
            if (dead != null) {
                dead.putBack(reports);
                dead.remove();
            }
        }
    }

    Path fresh() {
        return folder.resolve("new");
    }

    Path temporary() {
        return folder.resolve("temporary");
    }

    Path previous() {
        return folder.resolve("previous");
    }

    void remove() throws IOException {
        try (lock) {
            if (Files.exists(folder)) {
                Files.walkFileTree(folder, new Remover(lockFile(folder)));
            }
        }
        Files.deleteIfExists(lockFile(folder));
        Files.deleteIfExists(folder);
    }

    /** Removes the folder or, when that cannot be done now, leaves it to the next run. */
    boolean removeIfPossible() {
        try {
            remove();
            return true;
        } catch (IOException left) {
            return false;
        }
    }

    private void putBack(Path reports) throws IOException {
        Matcher name = NAME.matcher(String.valueOf(folder.getFileName()));
        if (name.matches() && Files.exists(previous())) {
            Path place = reports.resolve(name.group(1));
            if (!Files.exists(place)) {
                Files.move(previous(), place, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private static @Nullable PartFolder lockIfDead(Path folder) throws IOException {
        FileChannel channel = null;
        boolean locked = false;
        try {
            channel = FileChannel.open(lockFile(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            locked = channel.tryLock() != null && Files.exists(lockFile(folder));
            return locked ? new PartFolder(folder, channel) : null;
        } catch (OverlappingFileLockException | NoSuchFileException livingOrGone) {
            return null;
        } finally {
            if (channel != null && !locked) {
                channel.close();
            }
        }
    }

    private static Path lockFile(Path folder) {
        return folder.resolve("lock");
    }

    /** Removes all but the lock, which goes last: without it the folder would look like a dead run's. */
    private static final class Remover extends SimpleFileVisitor<Path> {
        private final Path lockFile;

        Remover(Path lockFile) {
            this.lockFile = lockFile;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!file.equals(lockFile)) {
                Files.deleteIfExists(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            if (!visited.equals(lockFile.getParent())) {
                Files.deleteIfExists(visited);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
