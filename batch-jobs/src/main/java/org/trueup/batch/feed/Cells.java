package org.trueup.batch.feed;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The cells of one record as ranges of bytes; the ranges are valid until the next record is read. */
final class Cells {
    private byte[][] bytes = new byte[32][];
    private int[] from = new int[32];
    private int[] to = new int[32];
    private int count;

    int count() {
        return count;
    }

    byte[] bytes(int cell) {
        return bytes[cell];
    }

    int from(int cell) {
        return from[cell];
    }

    int to(int cell) {
        return to[cell];
    }

    int length(int cell) {
        return to[cell] - from[cell];
    }

    String text(int cell) {
        return new String(bytes[cell], from[cell], length(cell), StandardCharsets.UTF_8);
    }

    void clear() {
        count = 0;
    }

    void add(byte[] source, int first, int end) {
        if (count == from.length) {
            bytes = Arrays.copyOf(bytes, 2 * count);
            from = Arrays.copyOf(from, 2 * count);
            to = Arrays.copyOf(to, 2 * count);
        }
        bytes[count] = source;
        from[count] = first;
        to[count] = end;
        count++;
    }

    /** Adds a cell in which each quote stands twice. */
    void addEscaped(byte[] source, int first, int end) {
        byte[] plain = new byte[end - first];
        int length = 0;
        for (int i = first; i < end; i++) {
            plain[length++] = source[i];
            if (source[i] == '"') {
                i++;
            }
        }
        add(plain, 0, length);
    }
}
