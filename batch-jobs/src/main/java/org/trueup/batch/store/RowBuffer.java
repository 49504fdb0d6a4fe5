package org.trueup.batch.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Rows as {@code LOAD DATA} reads them: tabs between columns, a line break after each row, backslash escapes. A line break
 * within a value is escaped, so that every bare one ends a row.
 */
public final class RowBuffer {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** Nobody outside can make two rows of one fingerprint, since nobody knows where it starts. */
    private static final long SEED = new SecureRandom().nextLong();

    private byte[] bytes = new byte[1 << 16];
    private int size;
    private int rowStart;
    private int columnsGiven;

    void text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        utf8(utf8, 0, utf8.length);
    }

    /** A value of text, as UTF-8, or of bytes. */
    public void utf8(byte[] source, int from, int length) {
        startColumn(2 * length);
        for (int i = from; i < from + length; i++) {
            byte b = source[i];
            switch (b) {
                case '\t' -> escaped('t');
                case '\n' -> escaped('n');
                case '\r' -> escaped('r');
                case '\\' -> escaped('\\');
                case 0 -> escaped('0');
                default -> bytes[size++] = b;
            }
        }
    }

    /** A value whose text has neither letters beyond ASCII nor any that must be escaped. */
    public void ascii(String value) {
        int length = value.length();
        startColumn(length);
        for (int i = 0; i < length; i++) {
            bytes[size++] = (byte) value.charAt(i);
        }
    }

    void number(long value) {
        if (value < 0) {
            ascii(Long.toString(value));
            return;
        }
        startColumn(20);
        int digits = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            digits++;
        }
        long rest = value;
        for (int i = size + digits - 1; i >= size; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += digits;
    }

    /** A column without a value. */
    public void nul() {
        startColumn(2);
        escaped('N');
    }

    /** Ends the row, which must have been given as many columns. */
    public void endRow(String table, int columns) {
        if (columnsGiven != columns) {
            throw new IllegalStateException(
                    "a row of %s has %d columns, %d were given".formatted(table, columns, columnsGiven));
        }
        room(1);
        bytes[size++] = '\n';
        rowStart = size;
        columnsGiven = 0;
    }

    /** Forgets what was given since the last ended row. */
    public void dropRow() {
        size = rowStart;
        columnsGiven = 0;
    }

    /** Moves what was given since the last ended row to the end of another buffer. */
    void moveRow(RowBuffer to) {
        int length = size - rowStart;
        to.room(length);
        System.arraycopy(bytes, rowStart, to.bytes, to.size, length);
        to.size += length;
        to.columnsGiven = columnsGiven;
        dropRow();
    }

    /**
     * A number that stands for what was given since the last ended row; never 0. Equal rows have the same one while the
     * program runs, different ones practically never.
     */
    public long fingerprint() {
        long print = SEED ^ (size - rowStart);
        int at = rowStart;
        for (; at <= size - Long.BYTES; at += Long.BYTES) {
            print = mixed(print ^ (long) LONG.get(bytes, at));
        }
        long rest = 0;
        for (; at < size; at++) {
            rest = rest << 8 | (bytes[at] & 0xFF);
        }
        print = mixed(mixed(print ^ rest));
        return print == 0 ? 1 : print;
    }

    private static long mixed(long value) {
        long product = value * 0xBF58476D1CE4E5B9L;
        return product ^ product >>> 31;
    }

    /** The rows, as many bytes as {@link #size()} says. */
    public byte[] bytes() {
        return bytes;
    }

    public int size() {
        return size;
    }

    public void clear() {
        size = 0;
        rowStart = 0;
        columnsGiven = 0;
    }

    private void startColumn(int length) {
        room(length + 1);
        if (columnsGiven++ > 0) {
            bytes[size++] = '\t';
        }
    }

    private void escaped(char letter) {
        bytes[size++] = '\\';
        bytes[size++] = (byte) letter;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
