package org.trueup.batch.feed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.trueup.batch.store.BulkConnection;
import org.trueup.batch.store.BulkLoader;
import org.trueup.batch.store.SqlFailure;
import org.trueup.batch.store.Store;

/**
 * Merges folded days into those that the store holds, both walked in the order of the key. Only what is new or has
 * grown is written, so a day's feed costs a day's writing and the same feed again writes nothing; days only ever come
 * to those that are known.
 */
final class ActivityMerge {
    private static final int FETCH = 10_000;
    private static final String STORED = "SELECT tenant_no, account_no, month, kind, days FROM account_month"
            + " WHERE month BETWEEN ? AND ? ORDER BY tenant_no, account_no, month, kind";

    private static final String[] COLUMNS = {"tenant_no", "account_no", "month", "kind", "days"};

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
                PreparedStatement statement = reading.prepareStatement(STORED);
                BulkLoader rows = loader(transaction)) {
            statement.setFetchSize(FETCH);
            statement.setInt(1, days.firstMonth());
            statement.setInt(2, days.lastMonth());
            try (ResultSet result = statement.executeQuery()) {
                write(activity, new StoredDays(result), rows);
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private BulkLoader loader(FactsTransaction transaction) throws SQLException {
        try (Statement statement = transaction.connection().createStatement();
                ResultSet any = statement.executeQuery("SELECT 1 FROM account_month LIMIT 1")) {
            BulkConnection bulk = transaction.bulk();
            return any.next()
                    ? bulk.replacing("account_month", COLUMNS)
                    : bulk.atOnce(run.scratchFile(), "account_month", COLUMNS);
        }
    }

    private static void write(FoldedActivity activity, StoredDays stored, BulkLoader rows) {
        AccountOrder order = activity.order();
        activity.days().drainTo((rank, month, kind, days) -> {
            int tenantNo = order.tenantNo(rank);
            int accountNo = order.accountNo(rank);
            int known = stored.daysOf(tenantNo, accountNo, month, kind);
            if ((known | days) != known) {
                rows.number(tenantNo)
                        .number(accountNo)
                        .number(month)
                        .number(kind)
                        .number(known | days)
                        .endRow();
            }
        });
    }

    private static RuntimeException failure(SQLException e) {
        return SqlFailure.of("merging activity", e);
    }

    /** A cursor over the stored rows that is asked for ever higher keys. */
    private static final class StoredDays {
        private final ResultSet rows;
        private boolean left;
        private int tenantNo;
        private int accountNo;
        private int month;
        private int kind;

        StoredDays(ResultSet rows) throws SQLException {
            this.rows = rows;
            advance();
        }

        int daysOf(int tenant, int account, int ofMonth, int ofKind) {
            try {
                int order = -1;
                while (left && (order = compare(tenant, account, ofMonth, ofKind)) < 0) {
                    advance();
                }
                return left && order == 0 ? rows.getInt(5) : 0;
            } catch (SQLException e) {
                throw failure(e);
            }
        }

        private int compare(int tenant, int account, int ofMonth, int ofKind) {
            if (tenantNo != tenant) {
                return Integer.compare(tenantNo, tenant);
            }
            if (accountNo != account) {
                return Integer.compare(accountNo, account);
            }
            return month != ofMonth ? Integer.compare(month, ofMonth) : Integer.compare(kind, ofKind);
        }

        private void advance() throws SQLException {
            left = rows.next();
            if (left) {
                tenantNo = rows.getInt(1);
                accountNo = rows.getInt(2);
                month = rows.getInt(3);
                kind = rows.getInt(4);
            }
        }
    }
}
