package org.trueup.spreadsheets.report;

import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** The overview's cells, filled block by block; two blocks may stand side by side. */
final class OverviewGrid {
    private static final int CHARACTER = 256;

    private final ReportBook book;
    private final XSSFSheet sheet;
    private int next;

    OverviewGrid(ReportBook book, XSSFSheet sheet, List<Integer> widths) {
        this.book = book;
        this.sheet = sheet;
        sheet.setDisplayGridlines(false);
        PageSetup.apply(sheet, 0);
        for (int i = 0; i < widths.size(); i++) {
            sheet.setColumnWidth(i, widths.get(i) * CHARACTER);
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
    SheetCells row(int column) {
        int index = next++;
        Row row = sheet.getRow(index);
        return book.cells(row == null ? book.row(sheet, index) : row, column);
    }

    SheetCells row() {
        return row(0);
    }

    /** The first row, tall enough for its letters. */
    void title(String title) {
        row().text(title, Look.TITLE);
        sheet.getRow(next - 1).setHeightInPoints(ReportBook.TITLE_POINTS);
    }

    /** A heading with a line under it, over some columns. */
    void section(String title, int first, int last) {
        SheetCells cells = row(first);
        cells.text(title, Look.SECTION);
        for (int i = first + 1; i <= last; i++) {
            cells.blank(Look.SECTION);
        }
    }

    /** The header of a list: titles over words, then titles over figures, then over words again. */
    void header(List<String> words, List<String> figures, List<String> moreWords) {
        RowCells cells = row();
        words.forEach(title -> cells.text(title, Look.SMALL_HEADER));
        figures.forEach(title -> cells.text(title, Look.SMALL_NUMBER_HEADER));
        moreWords.forEach(title -> cells.text(title, Look.SMALL_HEADER));
    }

    /** Says what goes on paper. */
    void end(int columns) {
        book.printArea(sheet, sheet.getLastRowNum(), columns - 1);
    }

    /** Lets the next row begin another page on paper. */
    void breakPage() {
        sheet.setRowBreak(next - 1);
    }

    /** Leaves a row free. */
    void gap() {
        next++;
    }

    /** Colours the words in a column of the last rows. */
    void highlight(Column.Kind kind, int column, int rows) {
        Highlights.words(sheet, kind, column, next - rows, next - 1);
    }
}
