package org.trueup.batch.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/**
 * The next rows of a table's stream, at most some megabytes of whole rows, as a stream of its own. Loaded slice by slice, the biggest
 * table needs no transaction of its size.
 */
final class RowSlice extends InputStream {
    static final long BYTES = 32L << 20;

    private final PushbackInputStream rows;
    private final long wanted;
    private long given;
    private boolean ended;

    /** @param rows must be able to push back as many bytes as are read at once */
    RowSlice(PushbackInputStream rows, long wanted) {
        this.rows = rows;
        this.wanted = wanted;
    }

    /** Whether a stream of rows has come to its end. */
    static boolean isAtEnd(PushbackInputStream rows) throws IOException {
        int next = rows.read();
        if (next >= 0) {
            rows.unread(next);
        }
        return next < 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (ended) {
            return -1;
        }
        int read = rows.read(bytes, from, Math.min(length, PUSHED_BACK_AT_MOST));
        if (read < 0) {
            ended = true;
            return -1;
        }
        if (given + read >= wanted) {
            int kept = upToTheEndOfARow(bytes, from, read, (int) Math.max(0, wanted - given - 1));
            rows.unread(bytes, from + kept, read - kept);
            read = kept;
        }
        given += read;
        return read;
    }

    /** Every bare line break ends a row. */
    private int upToTheEndOfARow(byte[] bytes, int from, int length, int start) {
        for (int i = start; i < length; i++) {
            if (bytes[from + i] == '\n') {
                ended = true;
                return i + 1;
            }
        }
        return length;
    }

    static final int PUSHED_BACK_AT_MOST = 1 << 16;
}
