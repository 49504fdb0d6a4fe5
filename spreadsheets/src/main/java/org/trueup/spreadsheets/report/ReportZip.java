package org.trueup.spreadsheets.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * The archive that a workbook is: what POI made of it, with the rows of the tables and their links put in. Its entries carry the night's
 * date, never the time of writing.
 */
final class ReportZip implements AutoCloseable {
    private static final Pattern DIMENSION = Pattern.compile("<dimension ref=\"[^\"]*\"/>");
    private static final String END_OF_ROWS = "</sheetData>";
    /** A sheet whose rows have links has one of its own, the way back: so the list is there. */
    private static final String END_OF_LINKS = "</hyperlinks>";

    private final ZipArchiveOutputStream zip;
    private final RowSpool spool;
    private final long entryTime;
    private final Packer packer = new Packer();

    /**
     * Rows of a sheet.
     *
     * @param extent the sheet's cells, those that POI knows included
     */
    record Placed(StreamedRows rows, CellRangeAddress extent) {}

    ReportZip(Path file, RowSpool spool, LocalDate asOf) throws IOException {
        this.zip = new ZipArchiveOutputStream(file);
        this.spool = spool;
        // zip files hold local times: noon of the day is the same bytes in every time zone
        this.entryTime = asOf.atTime(LocalTime.NOON)
                .atZone(ZoneId.systemDefault())
                .toInstant()
                .toEpochMilli();
        // entries marked for 64 bits where they need none make Excel and others refuse the file
        zip.setUseZip64(Zip64Mode.AsNeeded);
    }

    /** @param placed by the name of the sheet's entry */
    void write(byte[] workbook, Map<String, Placed> placed) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] bytes = in.readAllBytes();
                Placed rows = placed.get(entry.getName());
                ZipPart part = new ZipPart(spool, packer);
                if (rows == null) {
                    part.end(bytes);
                } else {
                    put(rows, new String(bytes, StandardCharsets.UTF_8), part);
                }
                part.writeTo(zip, entry.getName(), entryTime);
            }
        }
    }

    private static void put(Placed placed, String sheet, ZipPart part) {
        int rows = sheet.indexOf(END_OF_ROWS);
        String dimension = "<dimension ref=\"" + placed.extent().formatAsString() + "\"/>";
        part.add(utf8(DIMENSION.matcher(sheet.substring(0, rows)).replaceFirst(Matcher.quoteReplacement(dimension))));
        part.add(placed.rows().blocks());
        List<RowSpool.Block> links = placed.rows().linkBlocks();
        if (links.isEmpty()) {
            part.end(utf8(sheet.substring(rows)));
            return;
        }
        int end = sheet.indexOf(END_OF_LINKS, rows);
        if (end < 0) {
            throw new IllegalStateException("a sheet with links has no list of links");
        }
        part.add(utf8(sheet.substring(rows, end))).add(links).end(utf8(sheet.substring(end)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        packer.close();
        zip.close();
    }
}
