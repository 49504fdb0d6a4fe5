package org.trueup.batch.feed;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Reads one part: its header, then its lines, each with what is wrong with its form. */
final class PartReader implements Closeable {
    private final Part part;
    private final InputStream in;
    private final CsvLines lines;
    private final @Nullable Header header;

    private PartReader(Part part, InputStream in, CsvLines lines, @Nullable Header header) {
        this.part = part;
        this.in = in;
        this.lines = lines;
        this.header = header;
    }

    /**
     * Opens a part and reads its header.
     *
     * @param passed hears how many bytes of the part were read
     * @throws FeedException when the header cannot be used
     */
    static PartReader open(FeedFile file, Part part, LongConsumer passed) throws IOException {
        InputStream in = part.open(passed);
        boolean opened = false;
        try {
            CsvLines lines = new CsvLines(in);
            Header header = lines.next() ? header(file, part, lines) : null;
            opened = true;
            return new PartReader(part, in, lines, header);
        } finally {
            if (!opened) {
                in.close();
            }
        }
    }

    private static Header header(FeedFile file, Part part, CsvLines lines) {
        if (lines.broken() != null) {
            throw new FeedException("%s: the header line %s.".formatted(part.name(), lines.broken()));
        }
        return Header.of(file, part.name(), lines.cells());
    }

    Part part() {
        return part;
    }

    /** The header; none in an empty part, which has no lines either. */
    @Nullable
    Header header() {
        return header;
    }

    CsvLines lines() {
        return lines;
    }

    /** What keeps the line at hand from being read by its columns, or none. */
    @Nullable
    String malformed(Header header) {
        if (lines.broken() != null) {
            return "the line " + lines.broken();
        }
        Cells cells = lines.cells();
        if (cells.count() != header.width()) {
            return "the line has %d cells, the header %d".formatted(cells.count(), header.width());
        }
        return lines.ascii() || lines.isUtf8() ? null : "the line is not UTF-8";
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
