package org.trueup.batch.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A lock on a file, held by this process until it is closed; the system gives it back when the process dies in
 * whatever way. A process must hold at most one on a file: closing any channel to a file gives back all of them, which
 * is why {@link EmbeddedDatabase} lets a process use a home once.
 */
final class HeldLock implements AutoCloseable {
    private final FileChannel channel;

    private HeldLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the file for this process alone; empty when any other process holds it. */
    static Optional<HeldLock> alone(Path file) throws IOException {
        return take(file, false);
    }

    /** Takes the file together with others; empty when another process holds it alone. */
    static Optional<HeldLock> together(Path file) throws IOException {
        return take(file, true);
    }

    private static Optional<HeldLock> take(Path file, boolean shared) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        @Nullable FileLock lock = null;
        try {
            lock = channel.tryLock(0, Long.MAX_VALUE, shared);
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        return lock == null ? Optional.empty() : Optional.of(new HeldLock(channel));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
