package org.trueup.batch.benchmark;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.trueup.batch.store.BulkConnection;
import org.trueup.batch.store.BulkLoader;

/**
 * What a night cannot do without: reading the fact rows, writing as many result rows, writing as many cells; one after the
 * other, and nothing decided in between.
 */
final class Floor {
    private static final List<String> FACTS = List.of("tenant", "subscription", "add_on", "account", "activity");
    private static final List<String> RESULTS = List.of("assessment", "finding", "counted_users");
    private static final int FETCH_ROWS = 10_000;
    private static final int COLUMNS = 16;
    private static final int ROWS_A_SHEET = 1_000_000;

    private final DataSource store;

    Floor(DataSource store) {
        this.store = store;
    }

    /** Reads every column of every fact row in the order of its key and drops it; returns how many rows there were. */
    long readFacts() throws SQLException {
        long rows = 0;
        for (String table : FACTS) {
            try (Connection connection = store.getConnection();
                    PreparedStatement read = connection.prepareStatement(
                            "SELECT * FROM " + table + " ORDER BY " + key(connection, table))) {
                read.setFetchSize(FETCH_ROWS);
                try (ResultSet result = read.executeQuery()) {
                    int columns = result.getMetaData().getColumnCount();
                    while (result.next()) {
                        for (int column = 1; column <= columns; column++) {
                            result.getObject(column);
                        }
                        rows++;
                    }
                }
            }
        }
        return rows;
    }

    private static String key(Connection connection, String table) throws SQLException {
        SortedMap<Short, String> columns = new TreeMap<>();
        try (ResultSet keys = connection.getMetaData().getPrimaryKeys(connection.getCatalog(), null, table)) {
            while (keys.next()) {
                columns.put(keys.getShort("KEY_SEQ"), keys.getString("COLUMN_NAME"));
            }
        }
        return String.join(", ", columns.values());
    }

    /** Writes as many rows as the run has, each like one of them, into tables of the same make; returns how many. */
    long writeResults(int run) throws SQLException {
        long rows = 0;
        for (String table : RESULTS) {
            rows += write(table, run);
        }
        return rows;
    }

    private long write(String table, int run) throws SQLException {
        String copy = "floor_" + table;
        try (Connection connection = store.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("DROP TABLE IF EXISTS " + copy);
            sql.execute("CREATE TABLE " + copy + " LIKE " + table);
            List<Object> sample = new ArrayList<>();
            List<String> columns = new ArrayList<>();
            long count = sample(sql, table, run, columns, sample);
            if (count == 0) {
                return 0;
            }
            connection.setAutoCommit(false);
            try (BulkConnection bulk = new BulkConnection(connection);
                    BulkLoader rows = bulk.into(copy, columns.toArray(String[]::new))) {
                for (long row = 1; row <= count; row++) {
                    fill(rows, sample, row);
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
            sql.execute("DROP TABLE " + copy);
            return count;
        }
    }

    private static long sample(Statement sql, String table, int run, List<String> columns, List<Object> sample)
            throws SQLException {
        long count;
        try (ResultSet all = sql.executeQuery("SELECT COUNT(*) FROM " + table + " WHERE run_id = " + run)) {
            all.next();
            count = all.getLong(1);
        }
        String one =
                "SELECT * FROM " + table + " WHERE run_id = " + run + " ORDER BY tenant_no LIMIT 1 OFFSET " + count / 2;
        try (ResultSet row = sql.executeQuery(one)) {
            if (row.next()) {
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    columns.add(row.getMetaData().getColumnName(column));
                    String value = row.getString(column);
                    sample.add(value == null ? "" : value);
                }
            }
        }
        return count;
    }

    /** The second column of every result table is the tenant's number: it makes the rows different. */
    private static void fill(BulkLoader rows, List<Object> sample, long number) {
        for (int column = 0; column < sample.size(); column++) {
            String value = sample.get(column).toString();
            if (column == 1) {
                rows.number(number);
            } else if (value.isEmpty()) {
                rows.nul();
            } else {
                rows.text(value);
            }
        }
        rows.endRow();
    }

    /** Cells of workbooks: how many hold text, how long it is, how many hold numbers. */
    record Cells(long texts, long characters, long numbers) {
        Cells plus(Cells other) {
            return new Cells(texts + other.texts, characters + other.characters, numbers + other.numbers);
        }
    }

    /** Counts the cells of all workbooks below a folder. */
    static Cells count(Path folder) throws IOException {
        Cells all = new Cells(0, 0, 0);
        List<Path> workbooks;
        try (var files = Files.walk(folder)) {
            workbooks = files.filter(file -> file.toString().endsWith(".xlsx")).toList();
        }
        for (Path workbook : workbooks) {
            try (ZipFile zip = new ZipFile(workbook.toFile())) {
                for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                    ZipEntry entry = entries.nextElement();
                    if (entry.getName().startsWith("xl/worksheets/sheet")) {
                        all = all.plus(count(zip.getInputStream(entry)));
                    }
                }
            }
        }
        return all;
    }

    private static Cells count(InputStream sheet) throws IOException {
        long texts = 0;
        long characters = 0;
        long numbers = 0;
        try (InputStream in = new BufferedInputStream(sheet, 1 << 16)) {
            int before = 0;
            boolean inText = false;
            for (int c = in.read(); c >= 0; c = in.read()) {
                if (before == '<' && c == 'v') {
                    numbers++;
                } else if (before == '<' && c == 't') {
                    texts++;
                    inText = true;
                } else if (before == '<' && c == '/') {
                    inText = false;
                } else if (inText) {
                    characters++;
                }
                before = c;
            }
        }
        return new Cells(texts, characters, numbers);
    }

    /** Writes as many cells of each kind with bare SXSSF. */
    static void writeCells(Cells cells, Path file) throws IOException {
        String text = "x".repeat((int) Math.max(1, cells.characters() / Math.max(1, cells.texts())));
        long all = cells.texts() + cells.numbers();
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(100)) {
            SXSSFSheet sheet = workbook.createSheet();
            int rows = 0;
            for (long cell = 0; cell < all; ) {
                if (rows == ROWS_A_SHEET) {
                    sheet = workbook.createSheet();
                    rows = 0;
                }
                SXSSFRow row = sheet.createRow(rows++);
                for (int column = 0; column < COLUMNS && cell < all; column++, cell++) {
                    // texts and numbers mixed as they are in the reports
                    if (cell * cells.texts() / all != (cell + 1) * cells.texts() / all) {
                        row.createCell(column).setCellValue(text);
                    } else {
                        row.createCell(column).setCellValue(cell);
                    }
                }
            }
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                workbook.write(out);
            }
        }
    }
}
