package org.trueup.spreadsheets.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellReference;

/**
 * The many rows of a table, written as the XML they will be in the workbook. A night has tens of millions of cells; an
 * object for each, as in POI, costs several times as much as the cell.
 */
final class StreamedRows extends RowCells implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final double MOST_EXACT = 1e15;

    private final Path file;
    private final Links links;
    private final Writer out;
    private final String[] columns;
    private final StringBuilder cells = new StringBuilder(1024);
    private char[] characters = new char[4096];
    private int row;
    private int next;
    private float height;

    StreamedRows(Styles styles, Path file, Links links, int columns) throws IOException {
        super(styles);
        this.file = file;
        this.links = links;
        OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES);
        this.out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
        this.columns = new String[columns];
        for (int i = 0; i < columns; i++) {
            this.columns[i] = CellReference.convertNumToColString(i);
        }
    }

    Path file() {
        return file;
    }

    Links links() {
        return links;
    }

    /** Begins a row, the first being 1. */
    void begin(int number) {
        begun();
        row = number;
        next = 0;
        height = 0;
        cells.setLength(0);
    }

    void end() {
        try {
            out.append("<row r=\"").append(Integer.toString(row));
            if (height > 0) {
                out.append("\" customHeight=\"1\" ht=\"").append(Float.toString(height));
            }
            cells.append("</row>\n");
            if (characters.length < cells.length()) {
                characters = new char[cells.length() * 2];
            }
            cells.getChars(0, cells.length(), characters, 0);
            out.append("\">").write(characters, 0, cells.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void put(CellStyle style, String text) {
        cell(style);
        cells.append(" t=\"inlineStr\"><is><t");
        if (!text.equals(text.strip())) {
            cells.append(" xml:space=\"preserve\"");
        }
        cells.append('>');
        escape(text);
        cells.append("</t></is></c>");
    }

    @Override
    void put(CellStyle style, double number) {
        cell(style);
        cells.append("><v>");
        if (number == Math.rint(number) && Math.abs(number) < MOST_EXACT) {
            cells.append((long) number);
        } else {
            cells.append(number);
        }
        cells.append("</v></c>");
    }

    @Override
    void put(String text, Spot target) {
        if (links.room()) {
            links.add(columns[next] + row, target);
            put(style(Look.linked(text)), text);
        } else {
            text(text);
        }
    }

    @Override
    RowCells skip() {
        next++;
        return this;
    }

    @Override
    void height(float points) {
        height = points;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void cell(CellStyle style) {
        cells.append("<c r=\"").append(columns[next++]).append(row).append("\" s=\"");
        cells.append(style.getIndex() & 0xFFFF).append('"');
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> cells.append("&lt;");
                case '>' -> cells.append("&gt;");
                case '&' -> cells.append("&amp;");
                // as they stand, readers of XML would make spaces or line feeds of them
                case '\n', '\r', '\t' -> cells.append("&#").append((int) c).append(';');
                default -> cells.append(c);
            }
        }
    }
}
