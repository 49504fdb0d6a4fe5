package org.trueup.batch.whatif;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.policybook.PolicyBook;

/** Pensero's shipped workbook, edited as an analyst would. */
final class DraftBook {
    static final Vendor PENSERO = new Vendor("pensero");

    private final XSSFWorkbook workbook;

    DraftBook() {
        try {
            workbook = new XSSFWorkbook(
                    new ByteArrayInputStream(PolicyBook.shipped().get(PENSERO)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DraftBook type(String sheet, String cell, double number) {
        return at(sheet, cell, found -> found.setCellValue(number));
    }

    DraftBook type(String sheet, String cell, String text) {
        return at(sheet, cell, found -> found.setCellValue(text));
    }

    /** Empties a row of a sheet, which counts from 1. */
    DraftBook clear(String sheet, int row) {
        XSSFSheet found = workbook.getSheet(sheet);
        found.removeRow(found.getRow(row - 1));
        return this;
    }

    private DraftBook at(String sheet, String cell, Consumer<Cell> edit) {
        CellReference place = new CellReference(cell);
        XSSFSheet found = workbook.getSheet(sheet);
        Row row = found.getRow(place.getRow()) == null ? found.createRow(place.getRow()) : found.getRow(place.getRow());
        edit.accept(row.getCell(place.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK));
        return this;
    }

    byte[] bytes() {
        try (workbook;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
