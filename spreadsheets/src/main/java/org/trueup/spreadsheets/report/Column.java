package org.trueup.spreadsheets.report;

import java.util.function.BiConsumer;

/**
 * One column of a table.
 *
 * @param title unique within its table
 * @param width in characters
 * @param highlight what its words are coloured by
 * @param filler puts a row's value into the cell that is next
 */
record Column<R>(String title, int width, Highlight highlight, BiConsumer<RowCells, R> filler) {

    /** What the words of a column stand for. */
    enum Highlight {
        NOTHING,
        STATUS,
        SEVERITY
    }

    static <R> Column<R> of(String title, int width, BiConsumer<RowCells, R> filler) {
        return new Column<>(title, width, Highlight.NOTHING, filler);
    }
}
