package org.trueup.spreadsheets.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * One workbook while it is put together: its sheets in their order, its styles, its properties. The many rows of its tables are there
 * already, packed.
 */
final class ReportBook implements AutoCloseable {
    static final String OVERVIEW = "Overview";

    /** How tall the row of a title is. */
    static final float TITLE_POINTS = 24;

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final Styles styles = new Styles(workbook);
    private final Map<String, ReportZip.Placed> placed = new HashMap<>();
    private final LocalDate asOf;
    private final String opening;

    ReportBook(LocalDate asOf, String title) {
        this(asOf, title, OVERVIEW);
    }

    /** @param opening the sheet that it opens with, to which every other leads back */
    ReportBook(LocalDate asOf, String title, String opening) {
        this.asOf = asOf;
        this.opening = opening;
        describe(title);
    }

    String opening() {
        return opening;
    }

    XSSFSheet append(String name) {
        return workbook.createSheet(name);
    }

    /** What goes on paper, from the first cell on; both numbers count from 0. */
    void printArea(XSSFSheet sheet, int lastRow, int lastColumn) {
        workbook.setPrintArea(workbook.getSheetIndex(sheet), 0, lastColumn, 0, lastRow);
    }

    /** Begins a row, the first being 0. */
    Row row(XSSFSheet sheet, int index) {
        return sheet.createRow(index);
    }

    SheetCells cells(XSSFSheet sheet, int index) {
        return cells(row(sheet, index), 0);
    }

    /** The cells of a row from a column on, the first being 0. */
    SheetCells cells(Row row, int column) {
        return new SheetCells(styles, row, column);
    }

    /** Puts a table's rows below those that the sheet has of its own; together they reach so far. */
    void place(XSSFSheet sheet, StreamedRows rows, CellRangeAddress extent) {
        String part = sheet.getPackagePart().getPartName().getName().substring(1);
        placed.put(part, new ReportZip.Placed(rows, extent));
    }

    /** @param spool where the rows wait */
    void write(Path file, RowSpool spool) throws IOException {
        workbook.setActiveSheet(0);
        ByteArrayOutputStream withoutRows = new ByteArrayOutputStream();
        workbook.write(withoutRows);
        try (ReportZip zip = new ReportZip(file, spool, asOf)) {
            zip.write(withoutRows.toByteArray(), placed);
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    private void describe(String title) {
        POIXMLProperties properties = workbook.getProperties();
        POIXMLProperties.CoreProperties core = properties.getCoreProperties();
        // the night's date, so that the same night gives the same bytes
        Optional<Date> date =
                Optional.of(Date.from(asOf.atStartOfDay(ZoneOffset.UTC).toInstant()));
        core.setCreated(date);
        core.setModified(date);
        core.setCreator("Trueup");
        core.setLastModifiedByUser("Trueup");
        core.setTitle(CellText.of(title));
        core.setSubjectProperty("Licence positions as of " + asOf);
        properties.getExtendedProperties().getUnderlyingProperties().setApplication("Trueup");
    }
}
