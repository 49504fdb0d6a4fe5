package org.trueup.batch.feed;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.batch.store.Store;

/** Merges what is staged and folded into the facts, within the feed's transaction. */
final class FactsMerge {
    private final FactsTransaction transaction;
    private final Store store;
    private final JdbcClient sql;

    FactsMerge(FactsTransaction transaction, Store store) {
        this.transaction = transaction;
        this.store = store;
        this.sql = transaction.sql();
    }

    void merge(FeedRun run) {
        transaction.settle();
        KnownIds ids = run.ids();
        merge(new TenantLines(ids));
        merge(new SubscriptionLines(ids));
        merge(new AddOnLines(ids));
        merge(new GraceStateLines(ids));
        logDeactivations(run);
        mergeAccounts();
        new ActivityMerge(store, run).merge(transaction);
    }

    private void merge(FactLines facts) {
        String all = String.join(", ", facts.columns());
        sql.sql("INSERT INTO %s (%s) SELECT %s FROM %s ON DUPLICATE KEY UPDATE %s"
                        .formatted(facts.table(), all, all, Staging.of(facts.table()), replaced(facts.columns())))
                .update();
    }

    /** The new accounts are there already; here they are changed that had another line before, in the store or the feed. */
    private void mergeAccounts() {
        String[] columns = AccountLines.columns();
        sql.sql("INSERT INTO account (%s) SELECT %s FROM staged_account s JOIN account a USING (tenant_no, account_no)"
                                .formatted(String.join(", ", columns), each(columns, "s.%1$s", ", "))
                        + " WHERE NOT (%s) ON DUPLICATE KEY UPDATE %s"
                                .formatted(each(columns, "a.%1$s <=> s.%1$s", " AND "), replaced(columns)))
                .update();
    }

    private static String replaced(String[] columns) {
        return each(columns, "%1$s = VALUES(%1$s)", ", ");
    }

    private static String each(String[] columns, String form, String between) {
        return Stream.of(columns).map(form::formatted).collect(Collectors.joining(between));
    }

    /** Remembers what a feed changes about accounts that the store knew before it (L9). */
    private void logDeactivations(FeedRun run) {
        sql.sql("INSERT INTO deactivation_change (tenant_no, account_no, feed_id, was, became)"
                        + " SELECT a.tenant_no, a.account_no, ?, a.deactivated_on, s.deactivated_on"
                        + " FROM staged_account s JOIN account a USING (tenant_no, account_no)"
                        + " WHERE a.account_no <= ? AND NOT a.deactivated_on <=> s.deactivated_on")
                .params(run.feedId(), run.highestStoredAccount())
                .update();
    }
}
