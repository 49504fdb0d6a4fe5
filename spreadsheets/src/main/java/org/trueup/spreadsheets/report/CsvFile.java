package org.trueup.spreadsheets.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One CSV file, filled cell by cell: RFC 4180, UTF-8 without a mark, lines ending in LF, quotes only where needed. */
final class CsvFile implements AutoCloseable {
    private static final int BUFFER_CHARS = 1 << 16;

    private final CsvWriter writer;

    private CsvFile(CsvWriter writer) {
        this.writer = writer;
    }

    static CsvFile create(Path file, String header) throws IOException {
        CsvWriter writer = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(BUFFER_CHARS)
                // RFC 4180 knows no comments: an id that begins with # needs no quotes
                .commentCharacter('\0')
                .build(file, StandardCharsets.UTF_8);
        return new CsvFile(writer.writeRecord(header.split(",")));
    }

    /** Begins a line, which {@link Line#end} ends. */
    Line line() {
        return new Line(writer.writeRecord());
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    /** One line, filled from left to right. */
    record Line(CsvWriter.CsvWriterRecord cells) {
        /** An id, a code or a word of ours, written as it is. */
        Line id(@Nullable String id) {
            cells.writeField(id);
            return this;
        }

        /** A number, a date or whatever else reads well as text. */
        Line value(@Nullable Object value) {
            cells.writeField(value == null ? null : value.toString());
            return this;
        }

        /** A name or message, which a spreadsheet must not take for a formula. */
        Line text(@Nullable String text) {
            cells.writeField(text != null && FormulaLike.test(text) ? "'" + text : text);
            return this;
        }

        void end() {
            cells.endRecord();
        }
    }
}
