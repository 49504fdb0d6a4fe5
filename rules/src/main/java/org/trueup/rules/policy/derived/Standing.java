package org.trueup.rules.policy.derived;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.counting.Usage;
import org.trueup.rules.fact.EarlierNight;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.fact.TenantId;
import org.trueup.rules.fact.Term;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.outcome.Licences;
import org.trueup.rules.outcome.MonthUse;
import org.trueup.rules.terms.LimitProfile;
import org.trueup.rules.terms.OverLimitTerms;
import org.trueup.rules.terms.PlanTerms;
import org.trueup.rules.terms.PolicyTerms;

/**
 * How a tenant's use stands to what it licensed.
 *
 * @param required the larger of used and the plan's minimum
 * @param limit what Over the limit asks of it; the day since which it is over is carried from the earlier night
 * @param graceFrom the first day of the grace period, should a row with grace days take the tenant
 */
public record Standing(
        TenantFacts facts,
        Subscription subscription,
        PlanTerms planTerms,
        Usage usage,
        Licences licensed,
        int required,
        LimitProfile limit,
        LocalDate graceFrom) {

    /** Takes stock of a tenant whose use has been counted. */
    public static Standing of(InForce inForce, PlanTerms plan, Usage usage, PolicyTerms policy, LocalDate asOf) {
        Licences licensed = plan.licensedBy(inForce.subscription());
        boolean over = licensed.shortOf(usage.used()) > 0;
        EarlierNight before = inForce.facts().earlier();
        boolean anew = upgraded(before, plan, policy);
        LimitProfile limit = LimitProfile.of(
                plan.plan(),
                inForce.subscription().term(),
                inForce.facts().tenant().nonprofit(),
                usage.used(),
                licensed,
                over ? carried(before.overSince(), anew, asOf) : null,
                asOf);
        return new Standing(
                inForce.facts(),
                inForce.subscription(),
                plan,
                usage,
                licensed,
                plan.atLeastMinimum(usage.used()),
                limit,
                carried(before.graceSince(), anew, asOf));
    }

    /** A change from the free plan to a paid one begins a new period; any other change of plan does not (A10). */
    private static boolean upgraded(EarlierNight before, PlanTerms plan, PolicyTerms policy) {
        boolean wasFree = policy.planAfterTrial()
                .filter(free -> free.plan().equals(before.plan()))
                .isPresent();
        return wasFree && !plan.freeAfterTrial();
    }

    private static LocalDate carried(@Nullable LocalDate before, boolean anew, LocalDate asOf) {
        return before == null || before.isAfter(asOf) || anew ? asOf : before;
    }

    public TenantId tenant() {
        return facts.id();
    }

    /** By the tenant alone, who has one standing: Drools hashes it, and what it holds is large. */
    @Override
    public int hashCode() {
        return facts.hashCode();
    }

    public String plan() {
        return planTerms.plan();
    }

    public int used() {
        return usage.used();
    }

    public boolean unlimited() {
        return licensed.unlimited();
    }

    /** Licences bought; for tenants that are not unlimited. */
    public int licences() {
        Integer count = licensed.count();
        if (count == null) {
            throw new IllegalStateException("licences are unlimited");
        }
        return count;
    }

    public int shortBy() {
        return licensed.shortOf(usage.used());
    }

    /** Licences that nobody needs, not even the plan's minimum; 0 when unlimited. */
    public int unused() {
        return licensed.unlimited() ? 0 : Math.max(0, licences() - required);
    }

    /** Licences that are not used; 0 when unlimited. */
    public int left() {
        Integer left = licensed.leftOf(usage.used());
        return left == null ? 0 : left;
    }

    /** Days from the as-of date to the last day of the term; 0 on that day. */
    public long daysToEnd(LocalDate asOf) {
        return subscription.daysLeftFrom(asOf) - 1;
    }

    /** When the term ends: {@code today} or {@code in 3 days}. */
    public String endInWords(LocalDate asOf) {
        long days = daysToEnd(asOf);
        return days == 0 ? "today" : "in " + Words.count(Math.toIntExact(days), "day");
    }

    public boolean atOrOverLimit() {
        return !licensed.unlimited() && usage.used() >= licences();
    }

    public boolean trial() {
        return subscription.term() == Term.TRIAL;
    }

    public boolean paid() {
        return subscription.term() == Term.PAID && subscription.bought();
    }

    /** Pilots stay out of what customers see, whatever the plan (L5). */
    public boolean shownToCustomers() {
        return subscription.term() != Term.PILOT && planTerms.shownToCustomers();
    }

    /** Whether use is counted by that metric: for the rules that hold for one. */
    public boolean countedBy(Metric metric) {
        return planTerms.metric() == metric;
    }

    /** Whether a paid term does not last the months that the plan fixes, if it fixes any (L5). */
    public boolean offTerm() {
        LocalDate last = planTerms.lastDayOfTerm(subscription.startsOn());
        return paid() && last != null && !last.equals(subscription.endsOn());
    }

    /** First night over the limit; none when not over. */
    public @Nullable LocalDate overSince() {
        return limit.overSince();
    }

    /** Whether a row of Over the limit takes the tenant. */
    public boolean takenBy(OverLimitTerms row) {
        return row.fits(limit);
    }

    /**
     * Whether a row of Over the limit takes the use of one month that is over, as if the limit was passed on its first day
     * and as seen on its last.
     */
    public boolean takenBy(OverLimitTerms row, MonthUse month, LocalDate asOf) {
        LocalDate last = month.month().lastDay();
        return row.fits(LimitProfile.of(
                plan(),
                subscription.term(),
                limit.nonprofit(),
                month.consumed(),
                licensed,
                month.month().firstDay(),
                last.isAfter(asOf) ? asOf : last));
    }
}
