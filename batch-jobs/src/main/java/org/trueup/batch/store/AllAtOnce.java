package org.trueup.batch.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Loads all buffers by one statement: into an empty table MariaDB then writes neither undo log nor anything to purge, but only as
 * long as the first statement lasts. Rows that it has not read yet wait in a file, so that nobody who brings them waits for it.
 */
final class AllAtOnce implements RowLoading {
    private final LoadStatement statement;
    private final FileChannel file;
    private long handed;
    private boolean ended;
    private boolean abandoned;
    private @Nullable Future<Boolean> loading;

    AllAtOnce(LoadStatement statement, FileChannel file) {
        this.statement = statement;
        this.file = file;
    }

    @Override
    public RowBuffer hand(RowBuffer buffer) {
        Future<Boolean> running = loading == null ? start() : loading;
        if (running.isDone()) {
            statement.await(running);
            throw new IllegalStateException("Loading " + statement.table() + " ended before its rows.");
        }
        keep(ByteBuffer.wrap(buffer.bytes(), 0, buffer.size()));
        buffer.clear();
        return buffer;
    }

    private Future<Boolean> start() {
        Handed rows;
        synchronized (this) {
            ended = false;
            rows = new Handed(handed);
        }
        Future<Boolean> started = statement.thread().submit(() -> {
            statement.run(rows);
            return true;
        });
        loading = started;
        return started;
    }

    private void keep(ByteBuffer rows) {
        // only whoever hands over moves it on
        long end = handed;
        try {
            while (rows.hasRemaining()) {
                end += file.write(rows, end);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the scratch file cannot be written", e);
        }
        synchronized (this) {
            handed = end;
            notifyAll();
        }
    }

    @Override
    public void finish() {
        end();
        if (loading != null) {
            statement.await(loading);
            loading = null;
        }
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    @Override
    public synchronized void abandon() {
        abandoned = true;
        notifyAll();
    }

    /** How many bytes there are behind a place, at most so many; waits for the first, and is 0 when none comes any more. */
    private synchronized int behind(long place, int most) throws InterruptedException {
        while (place == handed && !ended && !abandoned) {
            wait();
        }
        return abandoned ? 0 : (int) Math.min(most, handed - place);
    }

    /** What was handed over so far and will be until the end. */
    private final class Handed extends InputStream {
        private long place;

        Handed(long place) {
            this.place = place;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = length == 0 ? 0 : file.read(ByteBuffer.wrap(bytes, from, there(length)), place);
            place += count;
            return count == 0 && length > 0 ? -1 : count;
        }

        private int there(int most) {
            try {
                return behind(place, most);
            } catch (InterruptedException e) {
                throw statement.interrupted(e);
            }
        }
    }
}
