package org.trueup.rules.policy.derived;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.TenantId;
import org.trueup.rules.outcome.Grace;
import org.trueup.rules.outcome.Status;
import org.trueup.rules.terms.OverLimitConditions;
import org.trueup.rules.terms.OverLimitTerms;

/**
 * The status that a row of Over the limit gives a tenant.
 *
 * @param grace only while over and where the row has grace days
 */
public record LimitStatus(
        Standing standing,
        OverLimitTerms row,
        Status status,
        @Nullable Grace grace) {

    /** Reads the row: its status, or the one that follows when the grace period is over. */
    public static LimitStatus of(Standing standing, OverLimitTerms row, LocalDate asOf) {
        Integer days = row.graceDays();
        Grace grace = standing.overSince() == null || days == null ? null : Grace.of(standing.graceFrom(), days, asOf);
        Status then = row.thenStatus();
        Status status = grace != null && grace.over() && then != null ? then : row.status();
        return new LimitStatus(standing, row, status, grace);
    }

    public TenantId tenant() {
        return standing.tenant();
    }

    /** Whether use beyond the licences, if there is any, is let pass tonight. */
    public boolean tolerated() {
        return !status.aboveLimit();
    }

    /** Whether the row itself blocks, no grace period having run out. */
    public boolean blockedAtOnce() {
        return status == Status.BLOCKED && row.status() == Status.BLOCKED && (grace == null || !grace.over());
    }

    /** Why it blocks, as a sentence goes on: what its row asks for, or else that the plan grants no time. */
    public String blockedBecause() {
        OverLimitConditions when = row.when();
        if (when.overForDays() != null) {
            return ", over the limit for " + Words.count(standing.limit().daysOver(), "day") + ", since "
                    + standing.overSince();
        }
        return when.overByPercent().open()
                ? " on the plan " + standing.plan() + ", which has no grace period"
                : ", over by " + standing.shortBy() + ", more than is tolerated";
    }

    /** What people are told, with a space before it; empty when the sheet says nothing. */
    public String told() {
        String text = row.whatHappens();
        return text == null ? "" : " " + text;
    }
}
