package org.trueup.spreadsheets.diff;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellCopyPolicy;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.policybook.PolicyBook;

/**
 * A workbook as an analyst edits it, and what the edits are told as. The workbooks of {@code /diff} are shipped ones as they
 * once were, so that these tests stand still while the shipped ones are edited.
 */
final class Draft {
    private static final CellCopyPolicy WHOLE = new CellCopyPolicy();

    private final byte[] before;
    private final XSSFWorkbook workbook;

    private Draft(byte[] before) {
        this.before = before;
        try {
            workbook = new XSSFWorkbook(new ByteArrayInputStream(before));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static byte[] shipped(String vendor) {
        return PolicyBook.shipped().get(new Vendor(vendor));
    }

    static Draft of(String vendor) {
        return new Draft(kept(vendor + ".xlsx"));
    }

    /** A file of {@code /diff}. */
    static byte[] kept(String file) {
        try (InputStream in = Draft.class.getResourceAsStream("/diff/" + file)) {
            if (in == null) {
                throw new AssertionError(file);
            }
            return in.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static Draft of(byte[] workbook) {
        return new Draft(workbook);
    }

    Draft type(String sheet, String cell, Object value) {
        return at(sheet, cell, found -> {
            if (value instanceof Number number) {
                found.setCellValue(number.doubleValue());
            } else if (value instanceof LocalDate day) {
                found.setCellValue(day);
            } else {
                found.setCellValue(value.toString());
            }
        });
    }

    Draft clear(String sheet, String cell) {
        return at(sheet, cell, Cell::setBlank);
    }

    Draft at(String sheet, String cell, Consumer<Cell> edit) {
        CellReference place = new CellReference(cell);
        XSSFSheet found = workbook.getSheet(sheet);
        XSSFRow row = found.getRow(place.getRow());
        edit.accept((row == null ? found.createRow(place.getRow()) : row)
                .getCell(place.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK));
        return this;
    }

    Draft workbook(Consumer<XSSFWorkbook> edit) {
        edit.accept(workbook);
        return this;
    }

    /** Puts empty rows in above a row, as Excel does; rows count from 1. */
    Draft insertRows(String sheet, int above, int count) {
        XSSFSheet found = workbook.getSheet(sheet);
        found.shiftRows(above - 1, found.getLastRowNum(), count);
        return this;
    }

    /** Takes a row out, and the ones below it move up. */
    Draft deleteRow(String sheet, int row) {
        XSSFSheet found = workbook.getSheet(sheet);
        found.removeRow(found.getRow(row - 1));
        found.shiftRows(row, found.getLastRowNum(), -1);
        return this;
    }

    /** Copies the cells of a row over another one. */
    Draft copyRow(String sheet, int from, int to) {
        XSSFSheet found = workbook.getSheet(sheet);
        XSSFRow target = found.getRow(to - 1) == null ? found.createRow(to - 1) : found.getRow(to - 1);
        target.copyRowFrom(found.getRow(from - 1), WHOLE);
        return this;
    }

    /** Lets two columns change places in all rows; columns count from 0. */
    Draft swapColumns(String sheet, int one, int other) {
        for (Row row : workbook.getSheet(sheet)) {
            Cell left = row.getCell(one, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            Cell right = row.getCell(other, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            if (row.getRowNum() >= 3) {
                Cell kept = row.createCell(60);
                copy(left, kept);
                copy(right, left);
                copy(kept, right);
                row.removeCell(kept);
            }
        }
        return this;
    }

    private static void copy(Cell from, Cell to) {
        switch (from.getCellType()) {
            case STRING -> to.setCellValue(from.getStringCellValue());
            case NUMERIC -> to.setCellValue(from.getNumericCellValue());
            default -> to.setBlank();
        }
        to.setCellStyle(from.getCellStyle());
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (workbook) {
            workbook.write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    List<Difference> differences() {
        return differences(before, bytes());
    }

    /** What changed, as people read it. */
    List<String> told() {
        return differences().stream().map(Difference::toString).toList();
    }

    static List<Difference> differences(byte[] before, byte[] after) {
        if (WorkbookDiff.between(before, after) instanceof DiffResult.Compared compared) {
            return compared.differences();
        }
        throw new AssertionError("not compared");
    }
}
