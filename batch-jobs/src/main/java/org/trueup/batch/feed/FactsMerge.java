package org.trueup.batch.feed;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Merges what is staged into the facts. All statements belong to the caller's one transaction. */
final class FactsMerge {
    private final JdbcClient sql;

    FactsMerge(JdbcClient sql) {
        this.sql = sql;
    }

    void merge(FeedRun run) {
        KnownIds ids = run.ids();
        merge(new TenantLines(ids));
        merge(new SubscriptionLines(ids));
        merge(new AddOnLines(ids));
        merge(new GraceStateLines(ids));
        logDeactivations(run.feedId());
        merge(new AccountLines(ids));
        mergeActivity();
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

    /** Days only ever come to those that are known. */
    private void mergeActivity() {
        sql.sql("INSERT INTO account_month (tenant_no, account_no, month, kind, days)"
                        + " SELECT tenant_no, account_no, month, kind, days FROM staged_account_month"
                        + " ON DUPLICATE KEY UPDATE days = account_month.days | VALUES(days)")
                .update();
    }
}
