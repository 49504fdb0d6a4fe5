package org.trueup.spreadsheets.policybook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.terms.PolicyTerms;
import org.trueup.spreadsheets.check.CheckReport;
import org.trueup.spreadsheets.check.WorkbookCheck;

/** A shipped workbook with a few cells changed, as an analyst would change them. */
final class EditedWorkbook {
    static final Vendor PLECTO = new Vendor("plecto");
    static final Vendor ACTIVTRAK = new Vendor("activtrak");
    static final Vendor LEARNING = new Vendor("learning");
    static final Vendor PENSERO = new Vendor("pensero");

    private final Vendor vendor;
    private final XSSFWorkbook workbook;

    private EditedWorkbook(Vendor vendor) {
        this.vendor = vendor;
        try {
            workbook = new XSSFWorkbook(new ByteArrayInputStream(shipped(vendor)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static byte[] shipped(Vendor vendor) {
        return PolicyBook.shipped().get(vendor);
    }

    static EditedWorkbook plecto() {
        return new EditedWorkbook(PLECTO);
    }

    static EditedWorkbook activtrak() {
        return new EditedWorkbook(ACTIVTRAK);
    }

    static EditedWorkbook learning() {
        return new EditedWorkbook(LEARNING);
    }

    static EditedWorkbook of(Vendor vendor) {
        return new EditedWorkbook(vendor);
    }

    static EditedWorkbook pensero() {
        return new EditedWorkbook(PENSERO);
    }

    /** For edits of names that the scenarios would tell too. */
    EditedWorkbook withoutScenarios() {
        return workbook(workbook -> workbook.removeSheetAt(workbook.getSheetIndex("Scenarios")));
    }

    EditedWorkbook type(String sheet, String cell, String text) {
        return at(sheet, cell, found -> found.setCellValue(text));
    }

    EditedWorkbook type(String sheet, String cell, double number) {
        return at(sheet, cell, found -> found.setCellValue(number));
    }

    EditedWorkbook clear(String sheet, String cell) {
        return at(sheet, cell, Cell::setBlank);
    }

    /** Types a number into a cell with a number format. */
    EditedWorkbook type(String sheet, String cell, double number, String format) {
        return at(sheet, cell, found -> {
            var style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat(format));
            found.setCellStyle(style);
            found.setCellValue(number);
        });
    }

    EditedWorkbook at(String sheet, String cell, Consumer<Cell> edit) {
        CellReference place = new CellReference(cell);
        XSSFSheet found = workbook.getSheet(sheet);
        Row row = found.getRow(place.getRow()) == null ? found.createRow(place.getRow()) : found.getRow(place.getRow());
        edit.accept(row.getCell(place.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK));
        return this;
    }

    EditedWorkbook workbook(Consumer<XSSFWorkbook> edit) {
        edit.accept(workbook);
        return this;
    }

    EditedWorkbook sheet(String name, Consumer<XSSFSheet> edit) {
        edit.accept(workbook.getSheet(name));
        return this;
    }

    /** Types a number under a heading of row 4, wherever that column stands. */
    EditedWorkbook typeUnder(String sheet, String heading, int row, double number) {
        for (Cell header : workbook.getSheet(sheet).getRow(3)) {
            if (header.getStringCellValue().equals(heading)) {
                return type(sheet, new CellReference(row - 1, header.getColumnIndex()).formatAsString(), number);
            }
        }
        throw new AssertionError(sheet + " has no column " + heading);
    }

    /**
     * Puts a sheet of scenarios into the workbook, in the place of one that is there: each line is a row from row 1 on, its
     * cells separated by {@code |}, the first line being the header.
     */
    EditedWorkbook scenarios(String sheet, String... lines) {
        if (workbook.getSheet(sheet) != null) {
            workbook.removeSheetAt(workbook.getSheetIndex(sheet));
        }
        workbook.createSheet(sheet);
        for (int row = 0; row < lines.length; row++) {
            String[] cells = lines[row].split("\\|");
            for (int column = 0; column < cells.length; column++) {
                String text = cells[column].strip();
                if (!text.isEmpty()) {
                    type(sheet, new CellReference(row, column).formatAsString(), text);
                }
            }
        }
        return this;
    }

    /** What a check says of the workbook. */
    CheckReport check() {
        return WorkbookCheck.of(vendor, bytes());
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

    PolicyReading read() {
        return PolicyBook.read(vendor, 1, bytes());
    }

    /** The terms of a workbook that must be taken without a warning. */
    PolicyTerms terms() {
        PolicyReading reading = read();
        if (reading instanceof PolicyReading.Accepted accepted
                && accepted.warnings().isEmpty()) {
            return accepted.terms();
        }
        throw new AssertionError(reading.toString());
    }

    /** The problems of a workbook that must be refused, as people read them. */
    List<String> refusal() {
        return refusal(read());
    }

    static List<String> refusal(PolicyReading reading) {
        if (reading instanceof PolicyReading.Refused refused) {
            return refused.problems().stream().map(Problem::toString).toList();
        }
        throw new AssertionError("not refused");
    }

    /** The parts of a workbook's zip package, some of them changed. */
    static byte[] repacked(byte[] workbook, Consumer<Map<String, byte[]>> edit) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                parts.put(part.getName(), in.readAllBytes());
            }
            edit.accept(parts);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
