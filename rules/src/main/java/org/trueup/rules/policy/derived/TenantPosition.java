package org.trueup.rules.policy.derived;

import java.math.BigDecimal;
import java.util.List;
import org.trueup.rules.fact.TenantId;
import org.trueup.rules.outcome.Entitlement;
import org.trueup.rules.outcome.Money;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.terms.PolicyTerms;

/** A tenant's position, still without the cells that decided it. */
public record TenantPosition(TenantId tenant, Standing standing, Position position) {

    /** By the tenant alone, who has one position. */
    @Override
    public int hashCode() {
        return tenant.hashCode();
    }

    /** Puts together what the rules concluded. */
    public static TenantPosition of(
            Standing standing,
            LimitStatus limit,
            Amounts amounts,
            UsageLine line,
            PolicyTerms policy,
            List<Entitlement> entitlements) {
        Position position = new Position(
                standing.subscription().bought() ? standing.subscription().id() : null,
                standing.plan(),
                standing.planTerms().metric(),
                standing.used(),
                standing.licensed(),
                standing.required(),
                limit.status(),
                standing.overSince(),
                limit.grace(),
                amounts.monthly(),
                // who is tolerated is not asked to true up
                limit.tolerated()
                        ? new Money(BigDecimal.ZERO, standing.planTerms().currency())
                        : amounts.trueUp(),
                standing.planTerms().currency(),
                standing.usage().peakDay(),
                standing.usage().previousPeak(),
                line.text(),
                limit.row().addingBeyond(),
                limit.row().whatHappens(),
                entitlements,
                null,
                List.of(),
                policy.version(),
                standing.shownToCustomers());
        return new TenantPosition(standing.tenant(), standing, position);
    }
}
