package org.trueup.spreadsheets.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.TempFile;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** One workbook while it is written: its sheets in their order, its styles, its properties. */
final class ReportBook implements AutoCloseable {
    static final String OVERVIEW = "Overview";

    /** How tall the row of a title is. */
    static final float TITLE_POINTS = 24;

    private static final int BUFFER_BYTES = 1 << 16;
    /** The way back to the sheet that the workbook opens with. */
    private static final int LINKS_ABOVE_A_TABLE = 1;

    private final StreamedWorkbook workbook;
    private final Styles styles;
    private final List<SortedRows> sorted = new ArrayList<>();
    private final String opening;
    private final int rowLimit;

    /** Sheets take so many rows at most, header and title counted. */
    ReportBook(LocalDate asOf, String title, int rowLimit) {
        this(asOf, title, rowLimit, OVERVIEW);
    }

    /** @param opening the sheet that it opens with, to which every other leads back */
    ReportBook(LocalDate asOf, String title, int rowLimit, String opening) {
        this.opening = opening;
        this.workbook = new StreamedWorkbook(asOf);
        this.styles = new Styles(workbook.getXSSFWorkbook());
        this.rowLimit = rowLimit;
        describe(asOf, title);
    }

    String opening() {
        return opening;
    }

    int rowLimit() {
        return rowLimit;
    }

    SXSSFSheet append(String name) {
        return workbook.createSheet(name);
    }

    SXSSFSheet insertAfter(String name, String before) {
        SXSSFSheet sheet = workbook.createSheet(name);
        workbook.setSheetOrder(name, workbook.getSheetIndex(before) + 1);
        return sheet;
    }

    /** The sheet without its rows, for what POI's streaming has no words for. */
    XSSFSheet under(SXSSFSheet sheet) {
        return workbook.getXSSFWorkbook().getSheet(sheet.getSheetName());
    }

    /** What goes on paper, from the first cell on; both numbers count from 0. */
    void printArea(SXSSFSheet sheet, int lastRow, int lastColumn) {
        workbook.setPrintArea(workbook.getSheetIndex(sheet), 0, lastColumn, 0, lastRow);
    }

    /** Begins a row, the first being 0. Rows before the last few may have left the memory. */
    Row row(SXSSFSheet sheet, int index) {
        try {
            return sheet.createRow(index);
        } catch (IllegalStateException e) {
            // POI's way to say that an earlier row could not be written to its temporary file
            if (e.getCause() instanceof IOException cause) {
                throw new UncheckedIOException(cause);
            }
            throw e;
        }
    }

    SheetCells cells(SXSSFSheet sheet, int index) {
        return cells(row(sheet, index), 0);
    }

    /** The cells of a row from a column on, the first being 0. */
    SheetCells cells(Row row, int column) {
        return new SheetCells(styles, row, column);
    }

    /** Rows that are put in order before they are written. */
    SortedRows sorted() {
        try {
            SortedRows rows = new SortedRows(
                    styles, TempFile.createTempFile("sorted", ".rows").toPath());
            sorted.add(rows);
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a table, to stand below those that the sheet has of its own. */
    StreamedRows table(SXSSFSheet sheet, int columns) {
        try {
            Path file = TempFile.createTempFile("rows", ".xml").toPath();
            StreamedRows rows = new StreamedRows(styles, file, new Links(LINKS_ABOVE_A_TABLE), columns);
            workbook.add(sheet, rows);
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Notes how far a sheet's cells reach; both numbers count from 0. */
    void extent(SXSSFSheet sheet, int lastRow, int lastColumn) {
        CellRangeAddress cells = new CellRangeAddress(0, lastRow, 0, lastColumn);
        under(sheet).getCTWorksheet().getDimension().setRef(cells.formatAsString());
    }

    void write(Path file) throws IOException {
        workbook.setActiveSheet(0);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES)) {
            workbook.write(out);
        }
    }

    /** Removes the temporary files too. */
    @Override
    public void close() throws IOException {
        workbook.close();
        for (SortedRows rows : sorted) {
            rows.close();
        }
    }

    private void describe(LocalDate asOf, String title) {
        POIXMLProperties properties = workbook.getXSSFWorkbook().getProperties();
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
