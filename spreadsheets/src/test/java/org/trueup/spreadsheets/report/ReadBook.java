package org.trueup.spreadsheets.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** A workbook as a second reader sees it. */
final class ReadBook implements AutoCloseable {
    private final ReadableWorkbook book;

    private ReadBook(ReadableWorkbook book) {
        this.book = book;
    }

    static ReadBook open(Path file) throws IOException {
        return new ReadBook(new ReadableWorkbook(file.toFile()));
    }

    List<String> sheets() {
        return book.getSheets().map(Sheet::getName).toList();
    }

    /** All rows from the first on; empty cells and rows that are not there are empty. */
    List<List<String>> rows(String sheet) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (Row row : sheet(sheet).read()) {
            while (rows.size() < row.getRowNum() - 1) {
                rows.add(List.of());
            }
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.getCellCount(); i++) {
                cells.add(text(row.getOptionalCell(i).orElse(null)));
            }
            while (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) {
                cells.remove(cells.size() - 1);
            }
            rows.add(cells);
        }
        return rows;
    }

    /** The row counts from 1, the column from 0. */
    CellType type(String sheet, int row, int column) throws IOException {
        return sheet(sheet).read().stream()
                .filter(each -> each.getRowNum() == row)
                .findFirst()
                .orElseThrow()
                .getCell(column)
                .getType();
    }

    private Sheet sheet(String name) {
        return book.findSheet(name).orElseThrow();
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        Object value = cell.getValue();
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : String.valueOf(value);
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
