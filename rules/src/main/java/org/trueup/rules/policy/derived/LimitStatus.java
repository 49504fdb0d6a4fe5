package org.trueup.rules.policy.derived;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.TenantId;
import org.trueup.rules.outcome.Grace;
import org.trueup.rules.outcome.Status;
import org.trueup.rules.terms.OverLimitTerms;

/**
 * The status that a row of Over the limit gives a tenant.
 *
 * @param grace only while over and where the row has grace days
 */
public record LimitStatus(
        TenantId tenant,
        OverLimitTerms row,
        Status status,
        @Nullable Grace grace) {

    /** Reads the row: its status, or the one that follows when the grace period is over. */
    public static LimitStatus of(Standing standing, OverLimitTerms row, LocalDate asOf) {
        LocalDate overSince = standing.overSince();
        Integer days = row.graceDays();
        Grace grace = overSince == null || days == null ? null : Grace.of(overSince, days, asOf);
        Status then = row.thenStatus();
        Status status = grace != null && grace.over() && then != null ? then : row.status();
        return new LimitStatus(standing.tenant(), row, status, grace);
    }

    /** What people are told, with a space before it; empty when the sheet says nothing. */
    public String told() {
        String text = row.whatHappens();
        return text == null ? "" : " " + text;
    }
}
