package org.trueup.batch.store;

import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Loads all buffers by one statement, which reads them while they are filled: into an empty table MariaDB then writes
 * neither undo log nor anything to purge, but only as long as the first statement lasts.
 */
final class AllAtOnce implements RowLoading {
    private static final int AHEAD = 3;

    private final LoadStatement statement;
    private final BlockingQueue<RowBuffer> full = new ArrayBlockingQueue<>(AHEAD);
    private final BlockingQueue<RowBuffer> empty = new ArrayBlockingQueue<>(AHEAD);
    private volatile boolean ended;
    private @Nullable Future<Boolean> loading;

    AllAtOnce(LoadStatement statement) {
        this.statement = statement;
    }

    @Override
    public RowBuffer hand(RowBuffer buffer) {
        if (loading == null) {
            ended = false;
            loading = statement.thread().submit(() -> {
                statement.run(new Handed());
                return true;
            });
        }
        try {
            while (!full.offer(buffer, 1, TimeUnit.SECONDS)) {
                if (loading.isDone()) {
                    statement.await(loading);
                    throw new IllegalStateException("Loading " + statement.table() + " ended before its rows.");
                }
            }
        } catch (InterruptedException e) {
            throw statement.interrupted(e);
        }
        RowBuffer next = empty.poll();
        return next == null ? new RowBuffer() : next;
    }

    @Override
    public void finish() {
        ended = true;
        if (loading != null) {
            statement.await(loading);
            loading = null;
        }
    }

    @Override
    public void abandon() {
        ended = true;
    }

    /** What was handed over so far and will be until the end. */
    private final class Handed extends InputStream {
        private @Nullable RowBuffer at;
        private int position;

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            RowBuffer buffer = current();
            if (buffer == null) {
                return -1;
            }
            int count = Math.min(length, buffer.size() - position);
            System.arraycopy(buffer.bytes(), position, bytes, from, count);
            position += count;
            return count;
        }

        private @Nullable RowBuffer current() {
            RowBuffer buffer = at;
            if (buffer != null && position == buffer.size()) {
                buffer.clear();
                empty.offer(buffer);
                buffer = null;
            }
            if (buffer == null) {
                position = 0;
                buffer = next();
            }
            at = buffer;
            return buffer;
        }

        private @Nullable RowBuffer next() {
            try {
                while (true) {
                    // looked at before the queue: what was handed over before the end is taken
                    boolean last = ended;
                    RowBuffer buffer = full.poll(last ? 0 : 20, TimeUnit.MILLISECONDS);
                    if (buffer != null || last) {
                        return buffer;
                    }
                }
            } catch (InterruptedException e) {
                throw statement.interrupted(e);
            }
        }
    }
}
