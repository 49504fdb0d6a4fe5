package org.trueup.batch.night;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.store.BulkLoader;
import org.trueup.rules.fact.EarlierNight;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.Concern;
import org.trueup.rules.outcome.Grace;
import org.trueup.rules.outcome.Money;
import org.trueup.rules.outcome.Position;

/** A row of the table {@code assessment}, as it is written; {@link PositionRow} reads it back. */
final class AssessmentRow {
    static final String[] WRITTEN = {
        "run_id",
        "tenant_no",
        "tenant_name",
        "account_manager",
        "vendor",
        "decided",
        "months",
        "pilots",
        "concern",
        "nights_unchanged",
        "night_before",
        "running_term",
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
    /** Twelve columns come before them, three behind. */
    private static final int COLUMNS_OF_A_POSITION = WRITTEN.length - 15;
    /** Of these, those before the length of a grace period and its last day. */
    private static final int COLUMNS_BEFORE_GRACE = 7;

    private AssessmentRow() {}

    /** Writes what stands after the run's number. */
    static void write(BulkLoader row, StoredTenant stored, Assessment assessment, LocalDate asOf) {
        Tenant tenant = assessment.tenant();
        Position position = assessment.position();
        row.number(stored.number())
                .text(tenant.name())
                .text(tenant.accountManager())
                .text(tenant.vendor().name())
                .bool(position != null)
                .text(PackedMonths.pack(assessment.months()))
                .text(PackedPilots.pack(stored.facts().subscriptions()))
                .text(KeptConcern.codes(Concern.of(assessment)))
                .number(stored.nightsUnchanged(assessment))
                .text(PackedNightBefore.pack(stored.before()))
                .text(PackedTerm.pack(stored.runningTerm(assessment, asOf)));
        if (position == null) {
            writeNoPosition(row, stored.facts().earlier());
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
}
