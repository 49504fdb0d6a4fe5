package org.trueup.spreadsheets.report;

import java.util.function.BiConsumer;

/**
 * One column of a table.
 *
 * @param title unique within its table
 * @param width in characters
 * @param kind what stands in it
 * @param filler puts a row's value into the cell that is next
 */
record Column<R>(String title, int width, Kind kind, BiConsumer<RowCells, R> filler) {

    /** What stands in a column. */
    enum Kind {
        WORDS,
        FIGURES,
        /** Parts of a whole, each with a bar in its cell that is full at 100 %. */
        BAR,
        /** The words for how use stands to what is licensed. */
        STATUS,
        /** The words for how much a finding asks. */
        SEVERITY,
        /** The words for how soon somebody must act. */
        URGENCY,
        /** The words for how a tenant moved since the night before. */
        MOVEMENT;

        boolean figures() {
            return this == FIGURES || this == BAR;
        }
    }

    static <R> Column<R> words(String title, int width, BiConsumer<RowCells, R> filler) {
        return new Column<>(title, width, Kind.WORDS, filler);
    }

    static <R> Column<R> figures(String title, int width, BiConsumer<RowCells, R> filler) {
        return new Column<>(title, width, Kind.FIGURES, filler);
    }
}
