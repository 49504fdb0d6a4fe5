package org.trueup.rules.outcome;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.metric.Metric;

/**
 * One tenant's result for one as-of date.
 *
 * @param subscriptionId none where the tenant has a plan without a subscription
 * @param used licences that the metric counts
 * @param required the larger of used and the plan's minimum
 * @param overSince first night over the limit; only while over
 * @param grace only while over on a plan with a grace period
 * @param monthlyAmount none where there is no price or licences are unlimited
 * @param trueUpAmount the prorated price of what is short; none where something is short and has no price
 * @param peakDay the earliest day with the highest use, for the metric that has one
 * @param previousPeak the month before, for the metric that starts anew each month (P1)
 * @param addingBeyond whether users may be added beyond the limit
 * @param whatHappens what the sheet tells people about the status
 * @param entitlements what the tenant is entitled to, by name (A4, A5)
 * @param wayBack the smallest change that brings a status above AT_LIMIT back, as a sentence; none otherwise
 * @param cells every sheet row that decided the position
 * @param shownToCustomers whether customers may see it: never in a pilot, else as the plan says (L5)
 */
public record Position(
        @Nullable String subscriptionId,
        String plan,
        Metric metric,
        int used,
        Licences licensed,
        int required,
        Status status,
        @Nullable LocalDate overSince,
        @Nullable Grace grace,
        @Nullable Money monthlyAmount,
        @Nullable Money trueUpAmount,
        Currency currency,
        @Nullable LocalDate peakDay,
        @Nullable Integer previousPeak,
        String usageLine,
        AddingBeyond addingBeyond,
        @Nullable String whatHappens,
        List<Entitlement> entitlements,
        @Nullable String wayBack,
        List<Cell> cells,
        int policyVersion,
        boolean shownToCustomers) {

    /** How many of the used licences are not covered, at least 0. */
    public int shortBy() {
        return licensed.shortOf(used);
    }

    /** The same position with the cells that decided it. */
    public Position decidedBy(List<Cell> deciding) {
        return with(wayBack, deciding);
    }

    /** The same position with its way back. */
    public Position curedBy(String change) {
        return with(change, cells);
    }

    private Position with(@Nullable String change, List<Cell> deciding) {
        return new Position(
                subscriptionId,
                plan,
                metric,
                used,
                licensed,
                required,
                status,
                overSince,
                grace,
                monthlyAmount,
                trueUpAmount,
                currency,
                peakDay,
                previousPeak,
                usageLine,
                addingBeyond,
                whatHappens,
                entitlements,
                change,
                deciding,
                policyVersion,
                shownToCustomers);
    }
}
