package org.trueup.batch.night;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.spreadsheets.report.TenantOutcome;
import org.trueup.spreadsheets.report.TenantOutcome.DeactivationChange;

/** What reports tell of some tenants beside their assessments: changed deactivations (L9). */
final class BesideAssessments {
    private final Map<Integer, List<Change>> changes = new HashMap<>();

    private BesideAssessments() {}

    private record Change(int feed, DeactivationChange change) {}

    /** Reads what is known of tenants whose numbers are listed as SQL lists them. */
    static BesideAssessments read(String tenants, JdbcClient sql) {
        BesideAssessments beside = new BesideAssessments();
        sql.sql("SELECT c.tenant_no, c.feed_id, a.account_id, c.was, c.became, f.newest_file_at"
                        + " FROM deactivation_change c JOIN account a USING (tenant_no, account_no)"
                        + " JOIN feed f ON f.feed_id = c.feed_id WHERE c.tenant_no IN (" + tenants
                        + ") ORDER BY c.tenant_no, c.account_no, c.feed_id")
                .query(row -> {
                    DeactivationChange change = new DeactivationChange(
                            row.getString(3),
                            FactRows.day(row, 4),
                            FactRows.day(row, 5),
                            row.getObject(6, LocalDateTime.class).toLocalDate());
                    beside.changes
                            .computeIfAbsent(row.getInt(1), tenant -> new ArrayList<>())
                            .add(new Change(row.getInt(2), change));
                });
        return beside;
    }

    /** What was known by a feed: later ones change nothing about a night whose files are made again. */
    TenantOutcome added(int tenant, TenantOutcome outcome, int feed) {
        List<DeactivationChange> known = changes.getOrDefault(tenant, List.of()).stream()
                .filter(change -> change.feed <= feed)
                .map(Change::change)
                .toList();
        return new TenantOutcome(
                outcome.assessment(), outcome.pilots(), known, outcome.before(), outcome.runningTerm());
    }
}
