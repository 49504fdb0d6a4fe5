package org.trueup.spreadsheets.report;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** The overview's cells, filled block by block; two blocks may stand side by side. */
final class OverviewGrid {
    private static final int CHARACTER = 256;

    private final ReportBook book;
    private final SXSSFSheet sheet;
    private int next;

    OverviewGrid(ReportBook book, SXSSFSheet sheet, int... widths) {
        this.book = book;
        this.sheet = sheet;
        sheet.setRandomAccessWindowSize(-1); // all rows stay in memory: blocks side by side go back to earlier ones
        sheet.setDisplayGridlines(false);
        PageSetup.apply(sheet);
        for (int i = 0; i < widths.length; i++) {
            sheet.setColumnWidth(i, widths[i] * CHARACTER);
        }
    }

    /** The next row, counted from 0. */
    int next() {
        return next;
    }

    void goTo(int row) {
        next = row;
    }

    /** The cells of the next row from a column on, the first being 0. */
    RowCells row(int column) {
        int index = next++;
        Row row = sheet.getRow(index);
        return book.cells(row == null ? book.row(sheet, index) : row, column);
    }

    RowCells row() {
        return row(0);
    }

    /** A heading with a line under it, over some columns. */
    void section(String title, int first, int last) {
        RowCells cells = row(first).text(title, Look.SECTION);
        for (int i = first + 1; i <= last; i++) {
            cells.blank(Look.SECTION);
        }
    }

    /** The header of a small list; an empty title leaves its cell filled and wordless. */
    void header(String... titles) {
        RowCells cells = row();
        for (String title : titles) {
            if (title.isEmpty()) {
                cells.blank(Look.SMALL_HEADER);
            } else {
                cells.text(title, Look.SMALL_HEADER);
            }
        }
    }

    /** Leaves a row free. */
    void gap() {
        next++;
    }

    /** Colours the words in a column of the last rows. */
    void highlight(Column.Highlight highlight, int column, int rows) {
        Highlights.add(book.under(sheet), highlight, new CellRangeAddress(next - rows, next - 1, column, column));
    }
}
