package org.trueup.batch.night;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.trueup.batch.store.BulkConnection;
import org.trueup.batch.store.BulkLoader;
import org.trueup.rules.fact.EarlierNight;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.Grace;
import org.trueup.rules.outcome.Money;
import org.trueup.rules.outcome.Position;

/** Writes the answers of a run, in the transaction of the chunk. */
class ResultWriter implements ItemWriter<DecidedBatch> {
    private static final String[] ASSESSMENT = {
        "run_id",
        "tenant_no",
        "tenant_name",
        "account_manager",
        "vendor",
        "decided",
        "months",
        "pilots",
        "subscription_id",
        "metric",
        "used",
        "licensed",
        "required",
        "status",
        "grace_day",
        "grace_days",
        "grace_ends_on",
        "monthly_amount",
        "true_up_amount",
        "currency",
        "peak_day",
        "previous_peak",
        "usage_line",
        "adding_beyond",
        "what_happens",
        "entitlements",
        "way_back",
        "cells",
        "policy_version",
        "over_since",
        "plan",
        "shown_to_customers"
    };
    /** Eight columns come before them, three behind. */
    private static final int COLUMNS_OF_A_POSITION = ASSESSMENT.length - 11;
    /** Of these, those before the length of a grace period and its last day. */
    private static final int COLUMNS_BEFORE_GRACE = 7;

    private static final String[] USERS = {"run_id", "tenant_no", "part", "users"};

    private final DataSource store;
    private final int run;
    private final int firstOfRange;

    /** @param firstOfRange the first tenant's number of the range that is written */
    ResultWriter(DataSource store, int run, int firstOfRange) {
        this.store = store;
        this.run = run;
        this.firstOfRange = firstOfRange;
    }

    @Override
    public void write(Chunk<? extends DecidedBatch> chunk) {
        Connection connection = DataSourceUtils.getConnection(store);
        RowUse used = new RowUse();
        try (BulkConnection bulk = new BulkConnection(connection);
                BulkLoader assessments = bulk.into("assessment", ASSESSMENT);
                BulkLoader findings = bulk.into("finding", FindingRow.WRITTEN);
                BulkLoader users = bulk.into("counted_users", USERS)) {
            for (DecidedBatch batch : chunk) {
                for (int i = 0; i < batch.numbers().size(); i++) {
                    int tenant = batch.numbers().get(i);
                    Assessment assessment = batch.assessments().get(i);
                    write(assessments, tenant, batch.facts().get(i), assessment);
                    writeFindings(findings, tenant, assessment.findings());
                    writeUsers(users, tenant, assessment);
                    used.add(assessment);
                }
            }
            used.write(run, firstOfRange, connection);
        } finally {
            DataSourceUtils.releaseConnection(connection, store);
        }
    }

    private void write(BulkLoader row, int tenantNo, TenantFacts facts, Assessment assessment) {
        Tenant tenant = assessment.tenant();
        Position position = assessment.position();
        row.number(run)
                .number(tenantNo)
                .text(tenant.name())
                .text(tenant.accountManager())
                .text(tenant.vendor().name())
                .bool(position != null)
                .text(PackedMonths.pack(assessment.months()))
                .text(PackedPilots.pack(facts.subscriptions()));
        if (position == null) {
            writeNoPosition(row, facts.earlier());
        } else {
            writeUse(row, position);
            writeMoney(row, position);
        }
        row.endRow();
    }

    /**
     * A night that could not decide a tenant says nothing of its limit: since when it was over is carried on, and the
     * plan by which it was (a change from Free to a paid plan starts the grace period anew, A10). So is the first day of its
     * grace period, as a period of one day: how long it is, is for a night to say that decides.
     */
    private static void writeNoPosition(BulkLoader row, EarlierNight earlier) {
        LocalDate grace = earlier.graceSince();
        nulls(row, COLUMNS_BEFORE_GRACE);
        row.number(grace == null ? null : (Integer) 1).date(grace);
        nulls(row, COLUMNS_OF_A_POSITION - COLUMNS_BEFORE_GRACE - 2);
        row.date(earlier.overSince()).text(earlier.plan()).bool(true);
    }

    private static void nulls(BulkLoader row, int columns) {
        for (int i = 0; i < columns; i++) {
            row.nul();
        }
    }

    private static void writeUse(BulkLoader row, Position position) {
        Grace grace = position.grace();
        row.text(position.subscriptionId())
                .text(position.metric().code())
                .number(position.used())
                .number(position.licensed().count())
                .number(position.required())
                .text(position.status().name())
                .number(grace == null ? null : (Integer) grace.day())
                .number(grace == null ? null : (Integer) grace.days())
                .date(grace == null ? null : grace.endsOn());
    }

    private static void writeMoney(BulkLoader row, Position position) {
        amount(row, position.monthlyAmount());
        amount(row, position.trueUpAmount());
        row.text(position.currency().getCurrencyCode())
                .date(position.peakDay())
                .number(position.previousPeak())
                .text(position.usageLine())
                .text(position.addingBeyond().name())
                .text(position.whatHappens())
                .text(PackedEntitlements.pack(position.entitlements()))
                .text(position.wayBack())
                .text(Cell.listed(position.cells()))
                .number(position.policyVersion())
                .date(position.overSince())
                .text(position.plan())
                .bool(position.shownToCustomers());
    }

    private static void amount(BulkLoader row, @Nullable Money money) {
        row.decimal(money == null ? null : money.amount());
    }

    private void writeFindings(BulkLoader row, int tenantNo, List<Finding> findings) {
        int number = 0;
        for (Finding finding : findings) {
            row.number(run).number(tenantNo).number(++number);
            FindingRow.write(row, finding);
        }
    }

    private void writeUsers(BulkLoader row, int tenantNo, Assessment assessment) {
        int part = 0;
        for (String users : PackedUsers.pack(assessment.users())) {
            row.number(run).number(tenantNo).number(++part).text(users).endRow();
        }
    }
}
