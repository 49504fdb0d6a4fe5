package org.trueup.spreadsheets.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One CSV file, filled cell by cell: RFC 4180, UTF-8 without a mark, lines ending in LF, quotes only where needed. */
final class CsvFile implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final OutputStream out;
    private final Utf8Bytes bytes = new Utf8Bytes();
    private final Line line = new Line();
    private long lines;

    private CsvFile(OutputStream out) {
        this.out = out;
    }

    static CsvFile create(Path file, String header) throws IOException {
        CsvFile made = new CsvFile(Files.newOutputStream(file));
        made.bytes.add(header).add('\n');
        return made;
    }

    /** Lines begun so far, without the header. */
    long lines() {
        return lines;
    }

    /** Begins a line, which {@link Line#end} ends. */
    Line line() {
        lines++;
        line.first = true;
        return line;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            write();
        }
    }

    private void write() throws IOException {
        out.write(bytes.bytes(), 0, bytes.length());
        bytes.clear();
    }

    /** One line, filled from left to right. */
    final class Line {
        private boolean first;

        private Line() {}

        /** An id, a code or a word of ours, written as it is. */
        Line id(@Nullable String id) {
            Utf8Bytes cell = cell();
            if (id != null) {
                cell.addQuoted(id);
            }
            return this;
        }

        Line number(@Nullable Integer number) {
            Utf8Bytes cell = cell();
            if (number != null) {
                cell.add(number.longValue());
            }
            return this;
        }

        /** A date or whatever else reads well as text. */
        Line value(@Nullable Object value) {
            return id(value == null ? null : value.toString());
        }

        /** A name or message, which a spreadsheet must not take for a formula. */
        Line text(@Nullable String text) {
            return id(text != null && FormulaLike.test(text) ? "'" + text : text);
        }

        void end() {
            bytes.add('\n');
            if (bytes.length() >= BUFFER_BYTES) {
                try {
                    write();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        private Utf8Bytes cell() {
            if (first) {
                first = false;
                return bytes;
            }
            return bytes.add(',');
        }
    }
}
