package org.trueup.spreadsheets.report;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/** One temporary file in which many writers have places of their own: thousands of sheets would be too many open files. */
final class ScratchFile implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final AtomicLong end = new AtomicLong();

    private ScratchFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** @param temporary a folder for files that are not to stay */
    static ScratchFile in(Path temporary) throws IOException {
        Path file = Files.createTempFile(temporary, "rows", ".scratch");
        return new ScratchFile(file, FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    /** A place for so many bytes that nobody else has. */
    long reserve(int bytes) {
        return end.getAndAdd(bytes);
    }

    void write(ByteBuffer bytes, long place) throws IOException {
        long at = place;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    /** Reads as much as there is room for. */
    void read(ByteBuffer into, long place) throws IOException {
        long at = place;
        while (into.hasRemaining()) {
            int read = channel.read(into, at);
            if (read < 0) {
                throw new EOFException("a temporary file of the reports was cut off");
            }
            at += read;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}
