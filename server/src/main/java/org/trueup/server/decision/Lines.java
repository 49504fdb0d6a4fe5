package org.trueup.server.decision;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream of unknown length, one at a time. Never holds more than one line and a buffer, and can say whether the
 * next line is there already, so that nobody who waits for an answer has to send more first.
 */
final class Lines {
    private static final int CHUNK = 64 * 1024;

    private final InputStream in;
    private final int longest;
    private byte[] buffer = new byte[CHUNK];
    private int from;
    private int to;
    /** Up to here no line ends. */
    private int searched;

    private boolean ended;
    private long number;

    Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** A line without its end; {@code tooLong} ones come without their text. */
    record Line(long number, byte[] text, boolean tooLong) {
        boolean isBlank() {
            for (byte each : text) {
                if (each > ' ' || each < 0) {
                    return false;
                }
            }
            return !tooLong;
        }
    }

    /** The next line, none at the end of the stream; waits for it. */
    @Nullable
    Line next() throws IOException {
        int end = end();
        while (end < 0 && !ended && to - from <= longest) {
            read();
            end = end();
        }
        if ((end < 0 ? to : end) - from > longest) {
            return passOver();
        }
        if (end < 0 && from == to) {
            return null;
        }
        int last = end < 0 ? to : end;
        Line line = new Line(++number, Arrays.copyOfRange(buffer, from, last), false);
        begin(Math.min(to, last + 1));
        return line;
    }

    /** Whether the next line can be had without waiting. */
    boolean isReady() throws IOException {
        while (end() < 0) {
            if (ended || to - from > longest || in.available() <= 0) {
                return false;
            }
            read();
        }
        return true;
    }

    /** A line that is too long is read to its end and forgotten. */
    private Line passOver() throws IOException {
        int end = end();
        while (end < 0 && !ended) {
            begin(to);
            read();
            end = end();
        }
        begin(end < 0 ? to : end + 1);
        return new Line(++number, new byte[0], true);
    }

    private void begin(int at) {
        from = at;
        searched = at;
    }

    private int end() {
        for (; searched < to; searched++) {
            if (buffer[searched] == '\n') {
                return searched;
            }
        }
        return -1;
    }

    private void read() throws IOException {
        if (from > 0 && to == buffer.length) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            searched -= from;
            from = 0;
        }
        if (to == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = in.read(buffer, to, buffer.length - to);
        if (read < 0) {
            ended = true;
        } else {
            to += read;
        }
    }
}
