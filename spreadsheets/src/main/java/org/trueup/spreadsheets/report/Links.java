package org.trueup.spreadsheets.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.util.TempFile;

/**
 * The links of one sheet's many rows, written as the XML they will be in the workbook: POI would hold each in memory.
 * Excel takes so many links a sheet; the cells beyond are text.
 */
final class Links implements AutoCloseable {
    /** What Excel takes on one sheet. */
    static final int MOST = 65_530;

    private final Path file;
    private final Writer out;
    private int left;

    /** @param others how many links the sheet has beside these */
    Links(int others) throws IOException {
        this.left = MOST - others;
        this.file = TempFile.createTempFile("links", ".xml").toPath();
        this.out = new BufferedWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
    }

    /** Whether there is room for one more. */
    boolean room() {
        return left > 0;
    }

    void add(String from, Spot target) {
        try {
            out.append("<hyperlink ref=\"")
                    .append(from)
                    .append("\" location=\"")
                    .append(escaped(target.address()))
                    .append("\"/>");
            left--;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String escaped(String address) {
        return address.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    /** All of them, as XML. */
    byte[] written() throws IOException {
        out.close();
        return Files.readAllBytes(file);
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }
}
