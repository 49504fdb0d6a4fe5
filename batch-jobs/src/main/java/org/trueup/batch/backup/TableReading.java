package org.trueup.batch.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.store.RowBuffer;

/**
 * Reads a table whole, by what the database says of its columns, as {@code LOAD DATA} takes it back. Text and bytes travel as they
 * are; everything else as the database writes it for people, which it reads again without loss.
 */
final class TableReading {
    private static final Set<String> AS_THEY_ARE = Set.of(
            "char",
            "varchar",
            "tinytext",
            "text",
            "mediumtext",
            "longtext",
            "enum",
            "binary",
            "varbinary",
            "tinyblob",
            "blob",
            "mediumblob",
            "longblob");
    private static final Set<String> AS_TEXT =
            Set.of("tinyint", "smallint", "mediumint", "int", "bigint", "decimal", "date", "datetime", "timestamp");

    private static final int ROWS_A_FETCH = 2_000;
    /** A row may have some hundred thousand bytes where it has columns that long. */
    private static final int LONG_ROWS_A_FETCH = 50;

    private static final Set<String> LONG = Set.of("mediumtext", "longtext", "mediumblob", "longblob");
    private static final int BUFFER = 1 << 20;

    private final Connection snapshot;
    private final String table;
    private final List<String> columns = new ArrayList<>();
    private final List<String> read = new ArrayList<>();
    private final List<String> key = new ArrayList<>();
    private int fetch = ROWS_A_FETCH;
    private long next;

    TableReading(Connection snapshot, String table) throws SQLException {
        this.snapshot = snapshot;
        this.table = table;
        ask(
                "SELECT column_name, data_type FROM information_schema.columns"
                        + " WHERE table_schema = DATABASE() AND table_name = '%s' ORDER BY ordinal_position",
                row -> {
                    fetch = LONG.contains(row.getString(2)) ? LONG_ROWS_A_FETCH : fetch;
                    columns.add(row.getString(1));
                    read.add(expression(row.getString(1), row.getString(2)));
                });
        ask(
                "SELECT column_name FROM information_schema.statistics WHERE table_schema = DATABASE()"
                        + " AND table_name = '%s' AND index_name = 'PRIMARY' ORDER BY seq_in_index",
                row -> key.add(row.getString(1)));
        ask(
                "SELECT COALESCE(auto_increment, 0) FROM information_schema.tables"
                        + " WHERE table_schema = DATABASE() AND table_name = '%s'",
                row -> next = row.getLong(1));
    }

    private String expression(String column, String type) {
        if (AS_THEY_ARE.contains(type)) {
            return "`" + column + "`";
        }
        if (AS_TEXT.contains(type)) {
            return "CAST(`" + column + "` AS CHAR)";
        }
        throw new IllegalStateException("nobody said how to back up the %s of %s.%s".formatted(type, table, column));
    }

    /**
     * Writes all rows.
     *
     * @param done hears how many rows are written
     */
    TableCopy into(OutputStream out, LongConsumer done) throws SQLException, IOException {
        long rows = 0;
        RowBuffer buffer = new RowBuffer();
        try (Statement statement = snapshot.createStatement()) {
            statement.setFetchSize(fetch);
            try (ResultSet row = statement.executeQuery(select())) {
                while (row.next()) {
                    add(row, buffer);
                    rows++;
                    if (buffer.size() >= BUFFER) {
                        out.write(buffer.bytes(), 0, buffer.size());
                        buffer.clear();
                        done.accept(rows);
                    }
                }
            }
        }
        out.write(buffer.bytes(), 0, buffer.size());
        done.accept(rows);
        return new TableCopy(table, List.copyOf(columns), rows, next);
    }

    private void add(ResultSet row, RowBuffer buffer) throws SQLException {
        for (int i = 1; i <= columns.size(); i++) {
            byte @Nullable [] value = row.getBytes(i);
            if (value == null) {
                buffer.nul();
            } else {
                buffer.utf8(value, 0, value.length);
            }
        }
        buffer.endRow(table, columns.size());
    }

    /** In the order of the primary key, in which the rows lie and are loaded fastest. */
    private String select() {
        String all = "SELECT " + String.join(", ", read) + " FROM `" + table + "`";
        return key.isEmpty()
                ? all
                : all + " FORCE INDEX (PRIMARY) ORDER BY "
                        + key.stream().map(column -> "`" + column + "`").collect(Collectors.joining(", "));
    }

    private void ask(String question, RowReader reader) throws SQLException {
        try (Statement statement = snapshot.createStatement();
                ResultSet row = statement.executeQuery(question.formatted(table))) {
            while (row.next()) {
                reader.read(row);
            }
        }
    }

    @FunctionalInterface
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }
}
