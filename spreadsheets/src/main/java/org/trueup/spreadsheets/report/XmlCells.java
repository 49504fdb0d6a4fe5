package org.trueup.spreadsheets.report;

import java.nio.charset.StandardCharsets;

/**
 * Cells as the XML that they will be in a workbook. A night has tens of millions of them; an object for each, as in POI, costs
 * several times as much as the cell. They don't say where they stand, as ECMA-376 allows (18.3.1.4): each is the next of its row. So
 * the same bytes can stand in several rows and workbooks, and empty cells before others are there too.
 */
class XmlCells extends RowCells {
    private static final byte[] EMPTY = ascii("<c/>");
    /** By the number of the style. */
    private static final byte[][] TEXT = starts("\" t=\"inlineStr\"><is><t>");

    private static final byte[][] SPACED_TEXT = starts("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
    private static final byte[] END_OF_TEXT = ascii("</t></is></c>");
    private static final byte[][] NUMBER = starts("\"><v>");
    private static final byte[] END_OF_NUMBER = ascii("</v></c>");
    private static final double MOST_EXACT = 1e15;

    private final Utf8Bytes cells = new Utf8Bytes();
    private int filled;
    private int skipped;

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Begins a row. */
    void begin() {
        begun();
        cells.clear();
        filled = 0;
        skipped = 0;
    }

    /** Begins a row behind those that are there. */
    void beginNext() {
        begun();
        filled = 0;
        skipped = 0;
    }

    Utf8Bytes cells() {
        return cells;
    }

    /** The column of the next cell, the first being 0. */
    int next() {
        return filled + skipped;
    }

    /** Makes cells of those that were skipped: what is put behind them must not take their place. */
    void fillSkipped() {
        for (; skipped > 0; skipped--) {
            cells.add(EMPTY);
            filled++;
        }
    }

    @Override
    final void put(short style, String text) {
        boolean spaced = !text.isEmpty()
                && (Character.isWhitespace(text.charAt(0)) || Character.isWhitespace(text.charAt(text.length() - 1)));
        cell(spaced ? SPACED_TEXT[style] : TEXT[style]).addEscaped(text).add(END_OF_TEXT);
    }

    @Override
    final void put(short style, double number) {
        Utf8Bytes cell = cell(NUMBER[style]);
        if (number == Math.rint(number) && Math.abs(number) < MOST_EXACT) {
            cell.add((long) number);
        } else {
            cell.add(Double.toString(number));
        }
        cell.add(END_OF_NUMBER);
    }

    @Override
    void put(String text, Spot target) {
        throw new IllegalStateException("only a row of one workbook has links");
    }

    @Override
    final RowCells skip() {
        skipped++;
        return this;
    }

    @Override
    void height(float points) {
        throw new IllegalStateException("only a row of one workbook has a height");
    }

    private Utf8Bytes cell(byte[] start) {
        if (skipped > 0) {
            fillSkipped();
        }
        filled++;
        return cells.add(start);
    }

    private static byte[][] starts(String afterStyle) {
        byte[][] starts = new byte[StyleNumbers.count()][];
        for (int style = 0; style < starts.length; style++) {
            starts[style] = ascii("<c s=\"" + style + afterStyle);
        }
        return starts;
    }
}
