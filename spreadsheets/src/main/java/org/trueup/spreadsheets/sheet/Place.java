package org.trueup.spreadsheets.sheet;

import java.util.Comparator;
import org.apache.poi.ss.util.CellReference;

/**
 * Where a cell stands on its sheet.
 *
 * @param column 0 or more, 0 being column A
 * @param row 1 or more, as Excel shows it
 */
public record Place(int column, int row) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparingInt(Place::row).thenComparingInt(Place::column);

    public Place {
        if (column < 0 || row < 1) {
            throw new IllegalArgumentException("not a place: column " + column + ", row " + row);
        }
    }

    /**
     * The place that Excel writes so, for example {@code F7} or {@code $F$7}.
     *
     * @throws IllegalArgumentException when it is no address of one cell
     */
    public static Place of(String address) {
        CellReference cell = new CellReference(address);
        return new Place(cell.getCol(), cell.getRow() + 1);
    }

    /** The letters of a column, for example {@code AB} for 27. */
    public static String letters(int column) {
        return CellReference.convertNumToColString(column);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** As Excel writes it, for example {@code F7}. */
    @Override
    public String toString() {
        return letters(column) + row;
    }
}
