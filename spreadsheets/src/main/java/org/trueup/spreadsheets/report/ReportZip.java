package org.trueup.spreadsheets.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The archive that a workbook is: its entries carry the night's date, never the time of writing, and the links of a
 * sheet's rows are put among those that POI wrote.
 */
final class ReportZip extends ZipArchiveOutputStream {
    /** Every sheet with a table has a link of its own, the way back: so the list is there. */
    private static final byte[] END_OF_LINKS = "</hyperlinks>".getBytes(StandardCharsets.US_ASCII);

    private final long entryTime;
    private byte @Nullable [] links;
    private @Nullable ByteArrayOutputStream rest;

    ReportZip(OutputStream out, long entryTime) {
        super(out);
        this.entryTime = entryTime;
        // entries marked for 64 bits where they need none make Excel and others refuse the file
        setUseZip64(Zip64Mode.AsNeeded);
        // a third faster than the default, and sheets shrink well all the same
        setLevel(Deflater.BEST_SPEED);
    }

    /** To be called when a sheet's rows are written: what comes after them is short, and holds its links. */
    void addLinks(byte[] more) {
        if (more.length > 0) {
            links = more;
            rest = new ByteArrayOutputStream();
        }
    }

    @Override
    public void putArchiveEntry(ZipArchiveEntry entry) throws IOException {
        entry.setTime(entryTime);
        super.putArchiveEntry(entry);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        ByteArrayOutputStream held = rest;
        if (held == null) {
            super.write(bytes, offset, length);
        } else {
            held.write(bytes, offset, length);
        }
    }

    @Override
    public void closeArchiveEntry() throws IOException {
        ByteArrayOutputStream held = rest;
        byte[] more = links;
        if (held != null && more != null) {
            rest = null;
            links = null;
            byte[] bytes = held.toByteArray();
            int end = endOfLinks(bytes);
            super.write(bytes, 0, end);
            super.write(more, 0, more.length);
            super.write(bytes, end, bytes.length - end);
        }
        super.closeArchiveEntry();
    }

    private static int endOfLinks(byte[] bytes) {
        for (int i = bytes.length - END_OF_LINKS.length; i >= 0; i--) {
            int same = 0;
            while (same < END_OF_LINKS.length && bytes[i + same] == END_OF_LINKS[same]) {
                same++;
            }
            if (same == END_OF_LINKS.length) {
                return i;
            }
        }
        throw new IllegalStateException("a sheet with links has no list of links");
    }
}
