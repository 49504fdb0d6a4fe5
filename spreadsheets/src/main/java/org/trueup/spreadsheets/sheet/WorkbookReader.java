package org.trueup.spreadsheets.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trueup.spreadsheets.sheet.SheetContent.Block;
import org.trueup.spreadsheets.sheet.WorkbookReading.NotOpened;
import org.trueup.spreadsheets.sheet.WorkbookReading.Opened;

/** Opens an {@code .xlsx} file that anybody may have sent, and reads it whole into plain values. */
public final class WorkbookReader {
    /** The largest file that is looked at, in bytes. */
    public static final int MAX_BYTES = 5 * 1024 * 1024;
    /** Rows with a value on one sheet, at most. */
    public static final int MAX_ROWS = 10_000;
    /** The last column that may hold a value is CV. */
    public static final int MAX_COLUMNS = 100;

    private static final Logger LOG = LoggerFactory.getLogger(WorkbookReader.class);

    private static final int LAST_ROW = SpreadsheetVersion.EXCEL2007.getMaxRows();
    private static final int MAX_MERGED_BLOCKS = 1_000;
    private static final int MAX_SHEETS = 50;

    private WorkbookReader() {}

    /**
     * Reads the sheets whose names are wanted; of the others only the name.
     *
     * @return a refusal with one sentence when the file is no workbook or not a safe one; never throws for what a
     *     person can send
     */
    public static WorkbookReading read(byte[] file, Predicate<String> wanted) {
        Optional<String> problem = notEvenAZip(file).or(() -> PackageScan.problemOf(file));
        if (problem.isPresent()) {
            return new NotOpened(null, problem.get());
        }
        // global in POI, and other libraries set them to their own taste
        ZipSecureFile.setMinInflateRatio(0.01);
        ZipSecureFile.setMaxEntrySize(64L * 1024 * 1024);
        ZipSecureFile.setMaxFileCount(1_000);
        try (XSSFWorkbook workbook = fromPoi(() -> new XSSFWorkbook(new ByteArrayInputStream(file)))) {
            return sheets(workbook, wanted);
        } catch (IOException damaged) {
            LOG.debug("A workbook is damaged", damaged);
            return new NotOpened(null, PackageScan.DAMAGED);
        }
    }

    /** POI answers a broken part with whatever exception its parser met first; to the sender all mean the same. */
    private static <T> T fromPoi(PoiCall<T> call) throws IOException {
        try {
            return call.answer();
        } catch (RuntimeException e) {
            throw new IOException("POI cannot read a part of the workbook", e);
        }
    }

    private interface PoiCall<T> {
        T answer() throws IOException;
    }

    private static Optional<String> notEvenAZip(byte[] file) {
        if (file.length > MAX_BYTES) {
            return Optional.of(
                    "the file is larger than 5 MB; remove pictures, formatted empty rows and sheets that are no policy");
        }
        if (startsWith(file, 0xD0, 0xCF, 0x11, 0xE0)) {
            boolean encrypted = new String(file, StandardCharsets.UTF_16LE).contains("EncryptedPackage") || oddly(file);
            return Optional.of(
                    encrypted
                            ? "the workbook is locked with a password; in Excel choose File, Info, Protect Workbook, "
                                    + "remove the password and save it again"
                            : "the file is an old Excel workbook (.xls); save it as \"Excel Workbook (*.xlsx)\"");
        }
        return startsWith(file, 'P', 'K', 3, 4) ? Optional.empty() : Optional.of(PackageScan.NOT_A_WORKBOOK);
    }

    /** The directory of an encrypted file could stand at an odd offset. */
    private static boolean oddly(byte[] file) {
        return new String(file, 1, file.length - 1, StandardCharsets.UTF_16LE).contains("EncryptedPackage");
    }

    private static boolean startsWith(byte[] file, int... signature) {
        if (file.length < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((file[i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return true;
    }

    private static WorkbookReading sheets(XSSFWorkbook workbook, Predicate<String> wanted) throws IOException {
        if (workbook.getNumberOfSheets() > MAX_SHEETS) {
            return new NotOpened(null, "the workbook has more than 50 sheets; remove those that are no policy");
        }
        if (workbook.getCTWorkbook().getSheets().sizeOfSheetArray() != workbook.getNumberOfSheets()) {
            // POI passes over a sheet whose part is lost, and a policy without its exemptions would look whole
            return new NotOpened(null, PackageScan.DAMAGED);
        }
        CellValues values = new CellValues(
                workbook.getSharedStringSource().getSharedStringItems().size());
        List<SheetContent> sheets = new ArrayList<>();
        for (Sheet sheet : workbook) {
            boolean read = wanted.test(sheet.getSheetName());
            if (read && sheet.getNumMergedRegions() > MAX_MERGED_BLOCKS) {
                return new NotOpened(sheet.getSheetName(), "there are more than 1000 merged cells; unmerge them");
            }
            SheetContent content = read
                    ? fromPoi(() -> content((XSSFSheet) sheet, values))
                    : new SheetContent(sheet.getSheetName(), List.of(), List.of());
            Optional<String> problem = tooLarge(content);
            if (problem.isPresent()) {
                return new NotOpened(content.name(), problem.get());
            }
            sheets.add(content);
        }
        return new Opened(List.copyOf(sheets));
    }

    private static Optional<String> tooLarge(SheetContent sheet) {
        if (sheet.rows().size() > MAX_ROWS) {
            return Optional.of("there are more than 10000 rows; say the same with fewer, for example with * in names");
        }
        boolean deep = sheet.rows().stream().anyMatch(row -> row.number() > LAST_ROW);
        if (deep) {
            return Optional.of("there are cells below row " + LAST_ROW + ", the last one of Excel; delete them");
        }
        boolean wide = sheet.rows().stream().anyMatch(row -> row.cells().lastKey() >= MAX_COLUMNS);
        return wide ? Optional.of("there are cells to the right of column CV; delete them") : Optional.empty();
    }

    /** POI reads a sheet's cells as they are asked for, so that a broken one shows no earlier than here. */
    private static SheetContent content(XSSFSheet sheet, CellValues values) {
        once(sheet.getCTWorksheet().getSheetData().sizeOfRowArray(), sheet.getPhysicalNumberOfRows());
        List<SheetContent.Row> rows = new ArrayList<>();
        for (Row row : sheet) {
            if (row.getRowNum() < 0) {
                throw new IllegalStateException("a row stands before the first");
            }
            once(((XSSFRow) row).getCTRow().sizeOfCArray(), row.getPhysicalNumberOfCells());
            SortedMap<Integer, CellValue> cells = new TreeMap<>();
            for (Cell cell : row) {
                values.of(cell).ifPresent(value -> cells.put(cell.getColumnIndex(), value));
            }
            if (!cells.isEmpty()) {
                rows.add(new SheetContent.Row(row.getRowNum() + 1, cells));
            }
        }
        List<Block> merged =
                sheet.getMergedRegions().stream().map(WorkbookReader::block).toList();
        return new SheetContent(sheet.getSheetName(), List.copyOf(rows), merged);
    }

    /** Of two rows or cells that stand in one place POI takes the last, and Excel may show the first. */
    private static void once(int stored, int found) {
        if (stored != found) {
            throw new IllegalStateException("of " + stored + " rows or cells " + (stored - found) + " stand twice");
        }
    }

    private static Block block(CellRangeAddress range) {
        return new Block(
                new Place(range.getFirstColumn(), range.getFirstRow() + 1),
                new Place(range.getLastColumn(), range.getLastRow() + 1));
    }
}
