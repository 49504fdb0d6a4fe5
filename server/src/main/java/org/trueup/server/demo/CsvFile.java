package org.trueup.server.demo;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * One CSV file (RFC 4180, UTF-8), written cell by cell through one fixed buffer: millions of lines make no garbage.
 * A cell without a value is left empty.
 */
final class CsvFile implements Closeable {
    private static final int ROOM = 1 << 16;

    private final OutputStream out;
    private final byte[] buffer = new byte[ROOM];
    private int length;
    private boolean lineBegun;
    private long lines;

    private CsvFile(OutputStream out) {
        this.out = out;
    }

    /** Opens a file, gzipped when its name ends in {@code .gz}, and writes its header. */
    static CsvFile create(Path path, String header) throws IOException {
        OutputStream file = Files.newOutputStream(path);
        CsvFile csv = new CsvFile(path.toString().endsWith(".gz") ? new FastGzip(file) : file);
        csv.put(header);
        csv.put('\n');
        return csv;
    }

    /** Lines written so far, the header not counted. */
    long lines() {
        return lines;
    }

    CsvFile text(@Nullable String value) throws IOException {
        separate();
        if (value != null) {
            put(needsQuotes(value) ? '"' + value.replace("\"", "\"\"") + '"' : value);
        }
        return this;
    }

    CsvFile number(@Nullable Integer value) throws IOException {
        return text(value == null ? null : value.toString());
    }

    CsvFile amount(@Nullable BigDecimal value) throws IOException {
        return text(value == null ? null : value.toPlainString());
    }

    CsvFile flag(boolean value) throws IOException {
        return text(value ? "true" : "false");
    }

    CsvFile day(@Nullable LocalDate value) throws IOException {
        separate();
        if (value != null) {
            put(value.toString());
        }
        return this;
    }

    /** Starts the next cell, into which the caller puts characters itself. */
    CsvFile separate() throws IOException {
        if (lineBegun) {
            put(',');
        }
        lineBegun = true;
        return this;
    }

    /** Two digits. */
    void twoDigits(int value) throws IOException {
        put((char) ('0' + value / 10));
        put((char) ('0' + value % 10));
    }

    void end() throws IOException {
        put('\n');
        lineBegun = false;
        lines++;
    }

    /** A whole line as it stands. */
    void line(String line) throws IOException {
        put(line);
        end();
    }

    void put(char ascii) throws IOException {
        if (length == ROOM) {
            flush();
        }
        buffer[length++] = (byte) ascii;
    }

    void put(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                putEncoded(text.substring(i));
                return;
            }
            put(c);
        }
    }

    private void putEncoded(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > ROOM - length) {
            flush();
        }
        if (bytes.length > ROOM) {
            out.write(bytes);
            return;
        }
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    private void flush() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }

    private static boolean needsQuotes(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == ',' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            flush();
        }
    }

    /** The quickest level: the file is read once and thrown away. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, ROOM);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
