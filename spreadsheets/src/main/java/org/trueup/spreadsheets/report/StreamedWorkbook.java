package org.trueup.spreadsheets.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook whose rows go to temporary files as they come, and whose bytes depend on nothing but what is put in. */
final class StreamedWorkbook extends SXSSFWorkbook {
    private static final int ROWS_IN_MEMORY = 16;

    private final long entryTime;
    private final Map<SXSSFSheet, StreamedRows> tables = new HashMap<>();

    StreamedWorkbook(LocalDate asOf) {
        super(new XSSFWorkbook(), ROWS_IN_MEMORY);
        setShouldCalculateSheetDimensions(false); // it would not see the tables' rows
        // zip files hold local times: noon of the day is the same bytes in every time zone
        this.entryTime = asOf.atTime(LocalTime.NOON)
                .atZone(ZoneId.systemDefault())
                .toInstant()
                .toEpochMilli();
    }

    /** Puts a table's rows below those that the sheet has of its own. */
    void add(SXSSFSheet sheet, StreamedRows rows) {
        tables.put(sheet, rows);
    }

    @Override
    protected ISheetInjector createSheetInjector(SXSSFSheet sheet) throws IOException {
        ISheetInjector own = super.createSheetInjector(sheet);
        StreamedRows rows = tables.get(sheet);
        if (rows == null) {
            return own;
        }
        rows.close();
        return out -> {
            own.writeSheetData(out);
            Files.copy(rows.file(), out);
            if (out instanceof ReportZip zip) {
                zip.addLinks(rows.links().written());
            }
        };
    }

    @Override
    public void close() throws IOException {
        super.close();
        for (StreamedRows rows : tables.values()) {
            rows.close();
            rows.links().close();
            Files.deleteIfExists(rows.file());
        }
    }

    @Override
    protected ZipArchiveOutputStream createArchiveOutputStream(OutputStream out) {
        return new ReportZip(out, entryTime);
    }
}
