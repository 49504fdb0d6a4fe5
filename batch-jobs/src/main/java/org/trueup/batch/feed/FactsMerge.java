package org.trueup.batch.feed;

import java.sql.Connection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.trueup.batch.store.Store;

/** Merges what is staged and folded into the facts. All statements belong to the caller's one transaction. */
final class FactsMerge {
    private final DataSource database;
    private final Store store;
    private final JdbcClient sql;

    FactsMerge(DataSource database, Store store) {
        this.database = database;
        this.store = store;
        this.sql = JdbcClient.create(database);
    }

    void merge(FeedRun run) {
        KnownIds ids = run.ids();
        merge(new TenantLines(ids));
        merge(new SubscriptionLines(ids));
        merge(new AddOnLines(ids));
        merge(new GraceStateLines(ids));
        logDeactivations(run.feedId());
        mergeAccounts(new AccountLines(ids), run.highestStoredAccount());
        mergeActivity(run.activity());
    }

    private void merge(FactLines facts) {
        String all = String.join(", ", facts.columns());
        sql.sql("INSERT INTO %s (%s) SELECT %s FROM %s ON DUPLICATE KEY UPDATE %s"
                        .formatted(facts.table(), all, all, Staging.of(facts.table()), replaced(facts)))
                .update();
    }

    /** Millions of accounts come every night and few of them changed: those alone are locked and written. */
    private void mergeAccounts(FactLines accounts, int highestStored) {
        String all = String.join(", ", accounts.columns());
        sql.sql("INSERT INTO account (%s) SELECT %s FROM staged_account WHERE account_no > ?".formatted(all, all))
                .param(highestStored)
                .update();
        sql.sql("INSERT INTO account (%s) SELECT %s FROM staged_account s JOIN account a USING (tenant_no, account_no)"
                                .formatted(all, each(accounts, "s.%1$s", ", "))
                        + " WHERE s.account_no <= ? AND NOT (%s) ON DUPLICATE KEY UPDATE %s"
                                .formatted(each(accounts, "a.%1$s <=> s.%1$s", " AND "), replaced(accounts)))
                .param(highestStored)
                .update();
    }

    private static String replaced(FactLines facts) {
        return each(facts, "%1$s = VALUES(%1$s)", ", ");
    }

    private static String each(FactLines facts, String form, String between) {
        return Stream.of(facts.columns()).map(form::formatted).collect(Collectors.joining(between));
    }

    /** Remembers what a feed changes about accounts that are known already (L9). */
    private void logDeactivations(int feedId) {
        sql.sql("INSERT INTO deactivation_change (tenant_no, account_no, feed_id, was, became)"
                        + " SELECT a.tenant_no, a.account_no, ?, a.deactivated_on, s.deactivated_on"
                        + " FROM staged_account s JOIN account a USING (tenant_no, account_no)"
                        + " WHERE NOT a.deactivated_on <=> s.deactivated_on")
                .param(feedId)
                .update();
    }

    private void mergeActivity(FoldedActivity activity) {
        Connection transaction = DataSourceUtils.getConnection(database);
        try {
            new ActivityMerge(store).merge(activity, transaction);
        } finally {
            DataSourceUtils.releaseConnection(transaction, database);
        }
    }
}
