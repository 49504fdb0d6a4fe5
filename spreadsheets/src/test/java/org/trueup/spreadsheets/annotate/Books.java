package org.trueup.spreadsheets.annotate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.check.CheckReport;
import org.trueup.spreadsheets.check.WorkbookCheck;
import org.trueup.spreadsheets.policybook.PolicyBook;
import org.trueup.spreadsheets.policybook.Problem;
import org.trueup.spreadsheets.policybook.Severity;

/** Workbooks of these tests: made, edited and read by POI, as another program would. */
final class Books {
    static final Vendor PLECTO = new Vendor("plecto");

    private Books() {}

    static byte[] shipped() {
        return shipped(PLECTO);
    }

    static byte[] shipped(Vendor vendor) {
        return PolicyBook.shipped().get(vendor);
    }

    static byte[] edited(byte[] workbook, Consumer<XSSFWorkbook> edit) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook book = open(workbook)) {
            edit.accept(book);
            book.write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    static byte[] typed(byte[] workbook, String sheet, String cell, String text) {
        return edited(workbook, book -> cell(book, sheet, cell).setCellValue(text));
    }

    static XSSFWorkbook open(byte[] workbook) {
        try {
            return new XSSFWorkbook(new ByteArrayInputStream(workbook));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static XSSFCell cell(XSSFWorkbook book, String sheet, String cell) {
        CellReference place = new CellReference(cell);
        Row row = book.getSheet(sheet).getRow(place.getRow());
        Cell found = row == null ? null : row.getCell(place.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
        if (found == null) {
            found = book.getSheet(sheet).createRow(place.getRow()).createCell(place.getCol());
        }
        return (XSSFCell) found;
    }

    static CheckReport check(byte[] workbook) {
        return WorkbookCheck.of(PLECTO, workbook);
    }

    static byte[] annotated(byte[] workbook) {
        return annotated(workbook, check(workbook));
    }

    static byte[] annotated(byte[] workbook, CheckReport report) {
        if (AnnotatedWorkbook.of(workbook, report) instanceof Annotation.Written written) {
            return written.workbook();
        }
        throw new AssertionError("not annotated");
    }

    static CheckReport report(Problem... problems) {
        return new CheckReport(PLECTO, Optional.empty(), List.of(problems), List.of(), List.of());
    }

    static Problem error(String sheet, String cell, String message) {
        return new Problem("plecto.xlsx", sheet, cell, Severity.ERROR, message);
    }

    static Problem warning(String sheet, String cell, String message) {
        return new Problem("plecto.xlsx", sheet, cell, Severity.WARNING, message);
    }
}
