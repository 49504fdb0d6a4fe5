package org.trueup.spreadsheets.sheet;

import java.util.List;
import java.util.SortedMap;

/**
 * One sheet as plain values.
 *
 * @param name as on the sheet's tab
 * @param rows the rows that hold a value, from top to bottom
 * @param merged the blocks of merged cells
 */
public record SheetContent(String name, List<Row> rows, List<Block> merged) {

    /**
     * @param number 1 or more, as Excel shows it
     * @param cells the values by column, 0 being column A; at least one
     */
    public record Row(int number, SortedMap<Integer, CellValue> cells) {}

    /** A rectangle of cells, both corners in it. */
    public record Block(Place first, Place last) {
        /** As Excel writes it, for example {@code A7:B8}. */
        @Override
        public String toString() {
            return first + ":" + last;
        }
    }
}
