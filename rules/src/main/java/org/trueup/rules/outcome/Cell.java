package org.trueup.rules.outcome;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The address of one cell of one policy workbook.
 *
 * @param workbook file name, for example {@code plecto.xlsx}
 * @param sheet for example {@code Over the limit}
 * @param column letters, for example {@code D}
 * @param row 1 or more, as Excel shows it
 */
public record Cell(String workbook, String sheet, String column, int row) implements Comparable<Cell> {
    private static final Pattern BETWEEN = Pattern.compile(" (?=[\\w.-]+\\.xlsx!)");
    /** In the order of workbooks, sheets and rows; the cells of one row are alike. */
    public static final Comparator<Cell> BY_ROW = Cell::compareRows;

    private static final Comparator<Cell> ORDER =
            BY_ROW.thenComparing((Cell cell) -> cell.column().length()).thenComparing(Cell::column);

    public Cell {
        if (row < 1 || column.isEmpty()) {
            throw new IllegalArgumentException("not a cell: column \"" + column + "\", row " + row);
        }
    }

    /** Reads {@code plecto.xlsx!Plans!D7}. */
    public static Cell parse(String text) {
        int first = text.indexOf('!');
        int last = text.lastIndexOf('!');
        int digits = last + 1;
        while (digits < text.length() && Character.isLetter(text.charAt(digits))) {
            digits++;
        }
        if (first <= 0 || last <= first || digits == text.length()) {
            throw new IllegalArgumentException("not a cell: \"" + text + "\"");
        }
        return new Cell(
                text.substring(0, first),
                text.substring(first + 1, last),
                text.substring(last + 1, digits),
                Integer.parseInt(text.substring(digits)));
    }

    /** Reads cells separated by spaces; sheet names may hold spaces themselves. */
    public static List<Cell> parseAll(String text) {
        List<Cell> cells = new ArrayList<>();
        if (!text.isBlank()) {
            for (String each : BETWEEN.split(text)) {
                cells.add(parse(each));
            }
        }
        return List.copyOf(cells);
    }

    /** Cells as one text, separated by spaces. */
    public static String listed(List<Cell> cells) {
        return cells.stream().map(Cell::toString).collect(Collectors.joining(" "));
    }

    private int compareRows(Cell other) {
        int order = workbook.compareTo(other.workbook);
        if (order == 0) {
            order = sheet.compareTo(other.sheet);
        }
        return order != 0 ? order : Integer.compare(row, other.row);
    }

    public String address() {
        return column + row;
    }

    @Override
    public int compareTo(Cell other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return workbook + "!" + sheet + "!" + column + row;
    }
}
