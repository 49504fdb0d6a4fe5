package org.trueup.rules.policy.derived;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.counting.Usage;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.fact.TenantId;
import org.trueup.rules.fact.Term;
import org.trueup.rules.outcome.Licences;
import org.trueup.rules.terms.OverLimitTerms;
import org.trueup.rules.terms.PlanTerms;

/**
 * How a tenant's use stands to what it licensed.
 *
 * @param required the larger of used and the plan's minimum
 * @param overSince first night over the limit, carried from the earlier night; none when not over
 */
public record Standing(
        TenantFacts facts,
        Subscription subscription,
        PlanTerms planTerms,
        Usage usage,
        Licences licensed,
        int required,
        @Nullable LocalDate overSince) {

    /** Takes stock of a tenant whose use has been counted. */
    public static Standing of(InForce inForce, PlanTerms plan, Usage usage, LocalDate asOf) {
        Licences licensed = plan.licensedBy(inForce.subscription());
        boolean over = licensed.shortOf(usage.used()) > 0;
        return new Standing(
                inForce.facts(),
                inForce.subscription(),
                plan,
                usage,
                licensed,
                plan.atLeastMinimum(usage.used()),
                over ? overSince(inForce.facts(), asOf) : null);
    }

    private static LocalDate overSince(TenantFacts facts, LocalDate asOf) {
        LocalDate before = facts.earlier().overSince();
        return before == null || before.isAfter(asOf) ? asOf : before;
    }

    public TenantId tenant() {
        return facts.id();
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

    public boolean atOrOverLimit() {
        return !licensed.unlimited() && usage.used() >= licences();
    }

    public boolean trial() {
        return subscription.term() == Term.TRIAL;
    }

    /** Pilots stay out of what customers see, whatever the plan (L5). */
    public boolean shownToCustomers() {
        return subscription.term() != Term.PILOT && planTerms.shownToCustomers();
    }

    /** Whether a row of Over the limit takes the tenant. */
    public boolean takenBy(OverLimitTerms row) {
        return row.fits(plan(), subscription.term(), usage.used(), licensed, overSince);
    }
}
