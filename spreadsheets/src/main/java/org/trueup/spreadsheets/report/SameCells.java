package org.trueup.spreadsheets.report;

import java.util.List;

/** The cells of some rows that are the same in several workbooks, made once; each workbook puts its own before them. */
final class SameCells {
    private final XmlCells cells = new XmlCells();
    private int[] ends = new int[256];
    private int rows;

    <R> SameCells fill(List<Column<R>> columns, List<R> filled) {
        cells.begin();
        rows = 0;
        if (ends.length < filled.size()) {
            ends = new int[filled.size()];
        }
        for (R row : filled) {
            cells.beginNext();
            for (Column<R> column : columns) {
                column.filler().accept(cells, row);
            }
            ends[rows++] = cells.cells().length();
        }
        return this;
    }

    int rows() {
        return rows;
    }

    byte[] bytes() {
        return cells.cells().bytes();
    }

    int from(int row) {
        return row == 0 ? 0 : ends[row - 1];
    }

    int length(int row) {
        return ends[row] - from(row);
    }
}
