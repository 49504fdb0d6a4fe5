package org.trueup.batch.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trueup.batch.night.NightProgress;
import org.trueup.batch.store.Schema;
import org.trueup.batch.store.Store;

/** The store as it was at one moment, read table by table through one connection while others go on changing it. */
final class Snapshot implements AutoCloseable {
    /** Where a feed's lines wait; without meaning to anybody but the feed that put them there. */
    private static final String STAGED = "staged_";

    private final Schema schema;
    private final Connection connection;
    private final Instant takenAt;

    private Snapshot(Schema schema, Connection connection, Instant takenAt) {
        this.schema = schema;
        this.connection = connection;
        this.takenAt = takenAt;
    }

    static Snapshot of(Store store) throws SQLException {
        Connection connection = store.openForStreaming();
        boolean begun = false;
        try (Statement statement = connection.createStatement()) {
            // under the store's own level, READ COMMITTED, every table would be read as of another moment
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
            begun = true;
            return new Snapshot(Schema.of(store), connection, now(statement));
        } finally {
            if (!begun) {
                connection.close();
            }
        }
    }

    private static Instant now(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT UNIX_TIMESTAMP()")) {
            row.next();
            return Instant.ofEpochSecond(row.getLong(1));
        }
    }

    Instant takenAt() {
        return takenAt;
    }

    List<TableCopy> tables(BackupWriting file, NightProgress progress) throws SQLException, IOException {
        List<TableCopy> tables = new ArrayList<>();
        long before = 0;
        for (String table : schema.tables()) {
            if (!table.startsWith(STAGED)) {
                long rowsBefore = before;
                try (OutputStream rows = file.piece(new TableCopy(table, List.of(), 0, 0).entry())) {
                    tables.add(new TableReading(connection, table)
                            .into(rows, done -> progress.reached(rowsBefore + done)));
                }
                before += tables.get(tables.size() - 1).rows();
            }
        }
        return tables;
    }

    /** Sequences know no transactions: read after the tables, they have given out every number that stands there. */
    Map<String, Long> sequences() throws SQLException {
        Map<String, Long> sequences = new LinkedHashMap<>();
        for (String sequence : schema.sequences()) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT next_not_cached_value FROM `" + sequence + "`")) {
                row.next();
                sequences.put(sequence, row.getLong(1));
            }
        }
        return sequences;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
