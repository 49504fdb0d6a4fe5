package org.trueup.spreadsheets.report;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook whose rows go to temporary files as they come, and whose bytes depend on nothing but what is put in. */
final class StreamedWorkbook extends SXSSFWorkbook {
    private static final int ROWS_IN_MEMORY = 16;

    private final long entryTime;

    StreamedWorkbook(LocalDate asOf) {
        super(new XSSFWorkbook(), ROWS_IN_MEMORY);
        // zip files hold local times: noon of the day is the same bytes in every time zone
        this.entryTime = asOf.atTime(LocalTime.NOON)
                .atZone(ZoneId.systemDefault())
                .toInstant()
                .toEpochMilli();
    }

    @Override
    protected ZipArchiveOutputStream createArchiveOutputStream(OutputStream out) {
        ZipArchiveOutputStream zip = new FixedTimeZip(out, entryTime);
        // entries marked for 64 bits where they need none make Excel and others refuse the file
        zip.setUseZip64(Zip64Mode.AsNeeded);
        // a third faster than the default, and sheets shrink well all the same
        zip.setLevel(Deflater.BEST_SPEED);
        return zip;
    }

    private static final class FixedTimeZip extends ZipArchiveOutputStream {
        private final long entryTime;

        FixedTimeZip(OutputStream out, long entryTime) {
            super(out);
            this.entryTime = entryTime;
        }

        @Override
        public void putArchiveEntry(ZipArchiveEntry entry) throws IOException {
            entry.setTime(entryTime);
            super.putArchiveEntry(entry);
        }
    }
}
