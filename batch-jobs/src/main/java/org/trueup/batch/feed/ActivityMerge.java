package org.trueup.batch.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedMap;
import java.util.TreeMap;
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
    private static final String[] COLUMNS = {"tenant_no", "part", "year", "months"};

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
        try (StoredActivity stored = stored(activity.order(), days);
                BulkLoader rows = loader(transaction)) {
            Parts parts = new Parts(activity.order(), stored, rows);
            days.drainTo(parts);
            parts.end();
        } catch (SQLException e) {
            throw SqlFailure.of("merging activity", e);
        }
    }

    private StoredActivity stored(AccountOrder order, DayFolder days) throws SQLException {
        return StoredActivity.of(
                store,
                order.tenantNo(days.firstRank()),
                order.tenantNo(days.lastRank()),
                PackedActivity.year(days.firstMonth()),
                PackedActivity.year(days.lastMonth()));
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

    /** Gathers what has come for the accounts that share rows, and writes these rows when the next ones begin. */
    private static final class Parts implements DayFolder.Taker {
        private final AccountOrder order;
        private final StoredActivity stored;
        private final BulkLoader rows;
        private final SortedMap<Integer, PackedActivity> years = new TreeMap<>();
        private final PackedActivity united = PackedActivity.empty();
        private int tenantNo;
        private int part;
        private int endRank;

        Parts(AccountOrder order, StoredActivity stored, BulkLoader rows) {
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
            years.computeIfAbsent(PackedActivity.year(month), year -> PackedActivity.empty())
                    .add(order.accountNo(rank), month, kind, days);
        }

        private void begin(int rank) {
            tenantNo = order.tenantNo(rank);
            int first = order.firstRank(tenantNo);
            part = (rank - first) / PackedActivity.ACCOUNTS_A_PART;
            endRank = Math.min(order.firstRank(tenantNo + 1), first + (part + 1) * PackedActivity.ACCOUNTS_A_PART);
        }

        void end() {
            years.forEach((year, come) -> {
                if (come.entries() > 0 && united.unite(stored.of(tenantNo, part, year), come)) {
                    rows.number(tenantNo).number(part).number(year);
                    united.writeTo(rows);
                    rows.endRow();
                }
                come.clear();
            });
        }
    }
}
