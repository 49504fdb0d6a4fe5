package org.trueup.batch.backup;

import java.io.IOException;
import java.io.PushbackInputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import org.trueup.batch.night.NightProgress;
import org.trueup.batch.store.Schema;
import org.trueup.batch.store.Store;

/** Fills an empty store from a backup: makes the tables of its release, loads them, counts them, and brings them up to date. */
final class Restoring {
    private final Store store;
    private final Schema schema;
    private final BackupReading backup;
    private final NightProgress progress;

    Restoring(Store store, BackupReading backup, NightProgress progress) {
        this.store = store;
        this.schema = Schema.of(store);
        this.backup = backup;
        this.progress = progress;
    }

    /** The store is as empty as it was, or marked as unfit for use, until the very last step. */
    void run() throws SQLException, IOException {
        Manifest manifest = backup.manifest();
        progress.phase("Making the tables", "", 0);
        // what is there is empty, but perhaps of another release
        schema.beginRestore();
        schema.drop();
        schema.bringUpTo(manifest.schema());
        schema.beginRestore();
        progress.phase("Restoring", "rows", manifest.rows());
        try (Connection connection = store.dataSource().getConnection()) {
            load(connection, manifest);
        }
        progress.phase("Bringing the tables up to date", "", 0);
        schema.bringUpToDate();
        schema.endRestore();
    }

    private void load(Connection connection, Manifest manifest) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            // the job repository's tables refer to each other, and are loaded by name
            statement.execute("SET SESSION foreign_key_checks = 0");
            long before = 0;
            for (TableCopy table : manifest.tables()) {
                load(statement, table, before);
                count(statement, table);
                before += table.rows();
                progress.reached(before);
            }
            for (var sequence : manifest.sequences().entrySet()) {
                statement.execute("ALTER SEQUENCE `%s` RESTART %d".formatted(sequence.getKey(), sequence.getValue()));
            }
            statement.execute("SET SESSION foreign_key_checks = 1");
        }
    }

    private void load(Statement statement, TableCopy table, long before) throws SQLException, IOException {
        // the bytes of text and of workbooks are to come back as they are, so the server converts nothing
        String sql = "LOAD DATA LOCAL INFILE 'rows' INTO TABLE `%s` CHARACTER SET binary (`%s`)"
                .formatted(table.name(), String.join("`, `", table.columns()));
        long loaded = 0;
        try (PushbackInputStream rows = new PushbackInputStream(backup.rows(table), RowSlice.PUSHED_BACK_AT_MOST)) {
            while (!RowSlice.isAtEnd(rows)) {
                statement
                        .unwrap(org.mariadb.jdbc.Statement.class)
                        .setLocalInfileInputStream(new RowSlice(rows, RowSlice.BYTES));
                loaded += statement.executeLargeUpdate(sql);
                SQLWarning warning = statement.getWarnings();
                if (warning != null) {
                    throw new SQLException("table " + table.name() + ": " + warning.getMessage());
                }
                progress.reached(before + loaded);
            }
        }
        if (table.next() > 0) {
            statement.execute("ALTER TABLE `%s` AUTO_INCREMENT = %d".formatted(table.name(), table.next()));
        }
        // some tables have no automatic statistics
        statement.execute("ANALYZE TABLE `" + table.name() + "`");
    }

    private static void count(Statement statement, TableCopy table) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM `" + table.name() + "`")) {
            row.next();
            if (row.getLong(1) != table.rows()) {
                throw new SQLException(
                        "table %s has %,d rows instead of %,d".formatted(table.name(), row.getLong(1), table.rows()));
            }
        }
    }
}
