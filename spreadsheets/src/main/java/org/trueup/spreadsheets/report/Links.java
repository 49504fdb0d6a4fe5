package org.trueup.spreadsheets.report;

import java.util.List;

/**
 * The links of one sheet's many rows, written as the XML they will be in the workbook: POI would hold each in memory.
 * Excel takes so many links a sheet; the cells beyond are text.
 */
final class Links {
    /** What Excel takes on one sheet. */
    static final int MOST = 65_530;

    private static final byte[] FROM = XmlCells.ascii("<hyperlink ref=\"");
    private static final byte[] TO = XmlCells.ascii("\" location=\"");
    private static final byte[] END = XmlCells.ascii("\"/>");

    private final PackedXml packed;
    private final Utf8Bytes xml = new Utf8Bytes();
    private int left;

    /** @param others how many links the sheet has beside these */
    Links(PackedXml packed, int others) {
        this.packed = packed;
        this.left = MOST - others;
    }

    /** Whether there is room for one more. */
    boolean room() {
        return left > 0;
    }

    void add(String column, int row, Spot target) {
        xml.clear();
        xml.add(FROM)
                .add(column)
                .add((long) row)
                .add(TO)
                .add(escaped(target.address()))
                .add(END);
        packed.add(xml);
        left--;
    }

    /** All of them. */
    List<RowSpool.Block> blocks() {
        return packed.blocks();
    }

    private static String escaped(String address) {
        return address.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
