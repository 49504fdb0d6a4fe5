package org.trueup.spreadsheets.check;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.policybook.PolicyBook;

/** The template with other rows on some sheets, typed by heading. */
final class AcmeWorkbook {
    private static final Vendor ACME = new Vendor("acme");
    private static final int HEADER = 3;

    private final XSSFWorkbook workbook;

    AcmeWorkbook() {
        try {
            workbook = new XSSFWorkbook(new ByteArrayInputStream(PolicyBook.template()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        // the example row for a metric that the template's plan does not count
        empty("Who counts", 8);
        for (int sheet = workbook.getNumberOfSheets() - 1; sheet >= 0; sheet--) {
            if (workbook.getSheetName(sheet).startsWith("Scenarios")) {
                workbook.removeSheetAt(sheet);
            }
        }
    }

    /** Empties a sheet below its header. */
    AcmeWorkbook without(String sheet) {
        XSSFSheet found = workbook.getSheet(sheet);
        for (int row = HEADER + 2; row <= found.getLastRowNum() + 1; row++) {
            empty(sheet, row);
        }
        return this;
    }

    /** Empties a row, numbered as Excel shows it. */
    AcmeWorkbook empty(String sheet, int row) {
        Row found = workbook.getSheet(sheet).getRow(row - 1);
        if (found != null) {
            found.forEach(Cell::setBlank);
        }
        return this;
    }

    /** Types {@code heading, value} pairs into a row, numbered as Excel shows it. */
    AcmeWorkbook row(String sheet, int row, Object... typed) {
        XSSFSheet found = workbook.getSheet(sheet);
        Row line = found.getRow(row - 1) == null ? found.createRow(row - 1) : found.getRow(row - 1);
        for (int i = 0; i < typed.length; i += 2) {
            Cell cell = line.getCell(column(found, (String) typed[i]), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            Object value = typed[i + 1];
            if (value instanceof Number number) {
                cell.setCellValue(number.doubleValue());
            } else {
                cell.setCellValue(value instanceof LocalDate day ? day.toString() : (String) value);
            }
        }
        return this;
    }

    private static int column(XSSFSheet sheet, String heading) {
        for (Cell cell : sheet.getRow(HEADER)) {
            if (cell.getStringCellValue().equals(heading)) {
                return cell.getColumnIndex();
            }
        }
        throw new IllegalArgumentException(sheet.getSheetName() + " has no column " + heading);
    }

    /** The workbook as a file; nothing can be typed into it any more. */
    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (workbook) {
            workbook.write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** What the check says, as people read it, without the file's name. */
    List<String> problems() {
        return WorkbookCheck.of(ACME, bytes()).problems().stream()
                .map(problem -> problem.toString().replace("acme.xlsx: ", ""))
                .toList();
    }
}
