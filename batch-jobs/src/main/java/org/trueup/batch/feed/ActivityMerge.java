package org.trueup.batch.feed;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.trueup.batch.store.BulkConnection;
import org.trueup.batch.store.BulkLoader;
import org.trueup.batch.store.PackedActivity;
import org.trueup.batch.store.SqlFailure;
import org.trueup.batch.store.Store;

/**
 * Merges folded days into those that the store holds, both walked in the order of the key. Only rows in which something is
 * new or has grown are written, so the same feed again writes nothing; days only ever come to those that are known.
 */
final class ActivityMerge {
    private static final String[] COLUMNS = {"tenant_no", "part", "months"};

    private final Store store;
    private final FeedRun run;

    ActivityMerge(Store store, FeedRun run) {
        this.store = store;
        this.run = run;
    }

    /** Merges within a transaction. */
    void merge(FactsTransaction transaction) {
        FoldedActivity activity = run.activity();
        DayFolder days = activity.days();
        if (days.isEmpty()) {
            return;
        }
        try (Connection reading = store.openForStreaming();
                Statement statement = reading.createStatement();
                StoredParts stored = new StoredParts(statement);
                BulkLoader rows = loader(transaction)) {
            Parts parts = new Parts(activity.order(), stored, rows);
            days.drainTo(parts);
            parts.end();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private BulkLoader loader(FactsTransaction transaction) throws SQLException {
        try (Statement statement = transaction.connection().createStatement();
                ResultSet any = statement.executeQuery("SELECT 1 FROM " + PackedActivity.TABLE + " LIMIT 1")) {
            BulkConnection bulk = transaction.bulk();
            return any.next()
                    ? bulk.replacing(PackedActivity.TABLE, COLUMNS)
                    : bulk.atOnce(run.scratchFile(), PackedActivity.TABLE, COLUMNS);
        }
    }

    private static RuntimeException failure(SQLException e) {
        return SqlFailure.of("merging activity", e);
    }

    /** Gathers what has come for the accounts of one row, and writes the row when the next one begins. */
    private static final class Parts implements DayFolder.Taker {
        private final AccountOrder order;
        private final StoredParts stored;
        private final BulkLoader rows;
        private final PackedActivity come = PackedActivity.empty();
        private final PackedActivity united = PackedActivity.empty();
        private int tenantNo;
        private int part;
        private int endRank;

        Parts(AccountOrder order, StoredParts stored, BulkLoader rows) {
            this.order = order;
            this.stored = stored;
            this.rows = rows;
        }

        @Override
        public void take(int rank, int month, int kind, int days) {
            if (rank >= endRank) {
                end();
                begin(rank);
            }
            come.add(order.accountNo(rank), month, kind, days);
        }

        private void begin(int rank) {
            tenantNo = order.tenantNo(rank);
            int first = order.firstRank(tenantNo);
            part = (rank - first) / PackedActivity.ACCOUNTS_A_PART;
            endRank = Math.min(order.firstRank(tenantNo + 1), first + (part + 1) * PackedActivity.ACCOUNTS_A_PART);
            come.clear();
        }

        void end() {
            if (come.entries() == 0) {
                return;
            }
            if (united.unite(stored.part(tenantNo, part), come)) {
                rows.number(tenantNo).number(part);
                united.writeTo(rows);
                rows.endRow();
            }
        }
    }

    /** A cursor over the stored rows that is asked for ever higher keys. */
    private static final class StoredParts implements AutoCloseable {
        /** A row may have some ten thousand bytes for each year. */
        private static final int FETCH = 100;

        private static final PackedActivity NONE = PackedActivity.empty();

        private final ResultSet rows;
        private boolean left;
        private int tenantNo;
        private int part;

        StoredParts(Statement statement) throws SQLException {
            statement.setFetchSize(FETCH);
            rows = statement.executeQuery(
                    "SELECT tenant_no, part, months FROM " + PackedActivity.TABLE + " ORDER BY tenant_no, part");
            advance();
        }

        PackedActivity part(int tenant, int ofPart) {
            try {
                int order = -1;
                while (left && (order = compare(tenant, ofPart)) < 0) {
                    advance();
                }
                return left && order == 0 ? PackedActivity.of(rows.getBytes(3)) : NONE;
            } catch (SQLException e) {
                throw failure(e);
            }
        }

        private int compare(int tenant, int ofPart) {
            return tenantNo != tenant ? Integer.compare(tenantNo, tenant) : Integer.compare(part, ofPart);
        }

        private void advance() throws SQLException {
            left = rows.next();
            if (left) {
                tenantNo = rows.getInt(1);
                part = rows.getInt(2);
            }
        }

        @Override
        public void close() throws SQLException {
            rows.close();
        }
    }
}
