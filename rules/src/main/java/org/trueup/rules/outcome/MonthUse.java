package org.trueup.rules.outcome;

import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Month;
import org.trueup.rules.metric.Metric;

/**
 * What one subscription used in one month.
 *
 * @param consumed what the metric counts for the month
 * @param cumulative what is consumed or held since the start, where the metric adds months up
 * @param remaining what is left, at least 0; none where licences are unlimited
 * @param overage what is beyond the licences, at least 0; none where licences are unlimited
 */
public record MonthUse(
        String subscriptionId,
        Month month,
        Metric metric,
        int consumed,
        @Nullable Integer cumulative,
        @Nullable Integer remaining,
        @Nullable Integer overage) {

    /** The use of a month by a metric that starts anew with every month. */
    public static MonthUse notAddedUp(
            String subscriptionId, Month month, Metric metric, int consumed, Licences licensed) {
        Integer beyond = licensed.unlimited() ? null : (Integer) licensed.shortOf(consumed);
        return new MonthUse(subscriptionId, month, metric, consumed, null, licensed.leftOf(consumed), beyond);
    }

    /** The use of a month by a metric under which what was taken is held from then on (L1). */
    public static MonthUse held(
            String subscriptionId, Month month, Metric metric, int taken, int held, Licences licensed) {
        Integer beyond = licensed.unlimited() ? null : (Integer) licensed.shortOf(held);
        return new MonthUse(subscriptionId, month, metric, taken, held, licensed.leftOf(held), beyond);
    }

    /**
     * The use of a month by a metric that draws on one pool (L2): beyond is the part of this month's consumption that the
     * pool no longer held.
     *
     * @param soFar consumed since the start, this month's counted in
     */
    public static MonthUse fromPool(
            String subscriptionId, Month month, Metric metric, int consumed, int soFar, Licences licensed) {
        Integer beyond = licensed.unlimited() ? null : (Integer) Math.min(consumed, licensed.shortOf(soFar));
        return new MonthUse(subscriptionId, month, metric, consumed, soFar, licensed.leftOf(soFar), beyond);
    }
}
