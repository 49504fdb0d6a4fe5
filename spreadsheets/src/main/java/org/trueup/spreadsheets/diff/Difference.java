package org.trueup.spreadsheets.diff;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing that changed; as text a sentence for people, without a full stop. Values are as people read them: {@code 10},
 * {@code 10 %}, {@code 2026-12-01}, texts in quotes, and an empty text for an empty cell. Rows count from 1, as Excel
 * shows them.
 */
public sealed interface Difference {
    /** The tab, as the new workbook calls it, or the old one where the sheet is gone. */
    String sheet();

    /** @param rows how many rows of it hold something */
    record SheetAdded(String sheet, int rows) implements Difference {
        @Override
        public String toString() {
            return sheet + ": the sheet is new (rows with something in them: " + rows + ")";
        }
    }

    /** @param rows how many rows of it held something */
    record SheetRemoved(String sheet, int rows) implements Difference {
        @Override
        public String toString() {
            return sheet + ": the sheet is gone (rows with something in them: " + rows + ")";
        }
    }

    /** A sheet that holds much the same under another name. */
    record SheetRenamed(String sheet, String before) implements Difference {
        @Override
        public String toString() {
            return sheet + ": the sheet was called \"" + before + "\"";
        }
    }

    /** @param cell of the heading in the new workbook; the values under it follow one by one */
    record ColumnAdded(String sheet, String header, String cell) implements Difference {
        @Override
        public String toString() {
            return sheet + ": the column \"" + header + "\" is new (" + cell + ")";
        }
    }

    /** @param cell of the heading in the old workbook; the values under it follow one by one */
    record ColumnRemoved(String sheet, String header, String cell) implements Difference {
        @Override
        public String toString() {
            return sheet + ": the column \"" + header + "\" is gone (it was " + cell + ")";
        }
    }

    /** @param cell of the heading in the new workbook */
    record ColumnRenamed(String sheet, String before, String after, String cell) implements Difference {
        @Override
        public String toString() {
            return sheet + ": the column \"" + before + "\" is now called \"" + after + "\" (" + cell + ")";
        }
    }

    /** @param name what people know the row by, for example {@code row "Medium"} */
    record RowAdded(String sheet, String name, int row, List<FilledCell> cells) implements Difference {
        @Override
        public String toString() {
            String where = name.equals("row " + row) ? "" : " in row " + row;
            return "%s, %s added%s: %s".formatted(sheet, name, where, FilledCell.list(cells));
        }
    }

    /** @param row where it stood in the old workbook */
    record RowRemoved(String sheet, String name, int row, List<FilledCell> cells) implements Difference {
        @Override
        public String toString() {
            String where = name.equals("row " + row) ? "" : ", it was row " + row;
            return "%s, %s removed%s: %s".formatted(sheet, name, where, FilledCell.list(cells));
        }
    }

    /** A row that stands elsewhere among its neighbours; one that was pushed down by a new row did not move. */
    record RowMoved(String sheet, String name, int before, int after) implements Difference {
        @Override
        public String toString() {
            return "%s, %s moved from row %d to row %d".formatted(sheet, name, before, after);
        }
    }

    /**
     * @param name what people know the row by, in the old workbook; empty where the cell belongs to no table
     * @param header of the column; empty where the cell belongs to no table
     * @param cellBefore where it stood in the old workbook; none where the column is new
     * @param cellAfter where it stands in the new workbook; none where the column is gone
     */
    record CellChanged(
            String sheet,
            String name,
            String header,
            String before,
            String after,
            @Nullable String cellBefore,
            @Nullable String cellAfter)
            implements Difference {
        @Override
        public String toString() {
            String where = name.isEmpty() ? sheet : sheet + ", " + name;
            String what = header.isEmpty() ? "" : header + " ";
            return "%s: %s%s (%s)".formatted(where, what, Excerpt.change(before, after), place());
        }

        private String place() {
            if (cellAfter == null || cellBefore == null) {
                return cellAfter == null ? "was " + cellBefore : cellAfter;
            }
            return cellAfter.equals(cellBefore) ? cellAfter : cellAfter + ", before " + cellBefore;
        }
    }

    /**
     * A cell of a row that is new or gone.
     *
     * @param header of the column; its letter where the cell belongs to no table
     */
    record FilledCell(String header, String value) {
        private static String list(List<FilledCell> cells) {
            return cells.stream()
                    .map(cell -> cell.header() + " " + Excerpt.of(cell.value()))
                    .collect(Collectors.joining(", "));
        }
    }
}
