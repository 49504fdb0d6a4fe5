package org.trueup.batch.feed;

import java.sql.Connection;
import java.util.List;
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
        merge(new AccountLines(ids));
        mergeActivity(run.activity());
    }

    private void merge(FactLines facts) {
        List<String> columns = List.of(facts.columns());
        sql.sql("INSERT INTO %1$s (%2$s) SELECT %2$s FROM %3$s ON DUPLICATE KEY UPDATE %4$s"
                        .formatted(
                                facts.table(),
                                String.join(", ", columns),
                                Staging.of(facts.table()),
                                Stream.of(facts.columns())
                                        .map(column -> column + " = VALUES(" + column + ")")
                                        .collect(Collectors.joining(", "))))
                .update();
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
