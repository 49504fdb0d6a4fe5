package org.trueup.batch.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Folded rows in the order of their keys, put aside in a stretch of a scratch file; read once. */
final class SortedRun {
    private static final int ROW = Long.BYTES + Integer.BYTES;
    private static final int BUFFER = ROW << 12;

    private final FileChannel file;
    private final long end;
    private long position;
    private ByteBuffer buffer = ByteBuffer.allocate(0);
    private long key;
    private int days;

    private SortedRun(FileChannel file, long start, long end) {
        this.file = file;
        this.position = start;
        this.end = end;
    }

    /** A key and its days. */
    interface Row {
        void take(long key, int days);
    }

    long key() {
        return key;
    }

    int days() {
        return days;
    }

    /** Goes to the next row; false when there is none. */
    boolean next() {
        if (!buffer.hasRemaining() && !fill()) {
            return false;
        }
        key = buffer.getLong();
        days = buffer.getInt();
        return true;
    }

    private boolean fill() {
        if (position == end) {
            return false;
        }
        if (buffer.capacity() == 0) {
            buffer = ByteBuffer.allocate(BUFFER);
        }
        try {
            buffer.clear().limit((int) Math.min(BUFFER, end - position));
            while (buffer.hasRemaining() && file.read(buffer, position + buffer.position()) >= 0) {
                // a read may bring less than was asked for
            }
            position += buffer.position();
            buffer.flip();
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("the scratch file cannot be read", e);
        }
    }

    /** Writes a run at the end of the file. */
    static final class Writer implements Row, AutoCloseable {
        private final FileChannel file;
        private final long start;
        private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

        Writer(FileChannel file) {
            this.file = file;
            try {
                this.start = file.size();
                file.position(start);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void take(long key, int days) {
            if (!buffer.hasRemaining()) {
                flush();
            }
            buffer.putLong(key).putInt(days);
        }

        SortedRun written() {
            flush();
            try {
                return new SortedRun(file, start, file.position());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void flush() {
            try {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    file.write(buffer);
                }
                buffer.clear();
            } catch (IOException e) {
                throw new UncheckedIOException("the scratch file cannot be written", e);
            }
        }

        @Override
        public void close() {
            flush();
        }
    }
}
