package org.trueup.spreadsheets.report;

import java.util.List;
import org.apache.poi.ss.util.CellReference;

/** The many rows of a table, each written as the XML that it will be in the workbook as soon as its cells are there. */
final class StreamedRows extends XmlCells {
    private static final byte[] ROW = ascii("<row r=\"");
    private static final byte[] HEIGHT = ascii("\" customHeight=\"1\" ht=\"");
    private static final byte[] CELLS = ascii("\">");
    private static final byte[] END = ascii("</row>");

    private final PackedXml packed;
    private final Links links;
    private final String[] columns;
    private final Utf8Bytes start = new Utf8Bytes();
    private int row;
    private float height;

    StreamedRows(PackedXml packed, Links links, int columns) {
        this.packed = packed;
        this.links = links;
        this.columns = new String[columns];
        for (int i = 0; i < columns; i++) {
            this.columns[i] = CellReference.convertNumToColString(i);
        }
    }

    /** All rows, once the spool has settled. */
    List<RowSpool.Block> blocks() {
        return packed.blocks();
    }

    List<RowSpool.Block> linkBlocks() {
        return links.blocks();
    }

    /** Begins a row, the first being 1. */
    void begin(int number) {
        begin();
        row = number;
        height = 0;
    }

    void end() {
        begin(row, height);
        packed.add(cells()).add(END, 0, END.length);
    }

    /** Adds rows that have some cells of their own, and behind them some that other workbooks have too. */
    void add(int number, Utf8Bytes own, SameCells same, int index) {
        begin(number, 0);
        packed.add(own).add(same.bytes(), same.from(index), same.length(index)).add(END, 0, END.length);
    }

    private void begin(int number, float points) {
        start.clear();
        start.add(ROW).add((long) number);
        if (points > 0) {
            start.add(HEIGHT).add(Float.toString(points));
        }
        packed.add(start.add(CELLS));
    }

    @Override
    void put(String text, Spot target) {
        if (links.room()) {
            links.add(columns[next()], row, target);
            put(style(Look.linked(text)), text);
        } else {
            text(text);
        }
    }

    @Override
    void height(float points) {
        height = points;
    }
}
