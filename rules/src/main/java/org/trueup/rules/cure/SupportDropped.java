package org.trueup.rules.cure;

import java.util.List;
import java.util.Optional;
import org.trueup.rules.cure.Change.WithoutSupport;
import org.trueup.rules.fact.Subscription;

/** The subscription without its support plan (A4). */
final class SupportDropped implements Family {

    @Override
    public Optional<List<Cure>> cures(TenantCase tenant, Target target) {
        Subscription bought = tenant.subscription().orElse(null);
        if (bought == null || bought.supportPlan() == null) {
            return Optional.of(List.of());
        }
        WithoutSupport change = new WithoutSupport(bought.id());
        if (!tenant.knows(change)) {
            return Optional.empty();
        }
        return Optional.of(
                tenant.cures(change, target)
                        ? List.of(new Cure(change, "drop the support plan " + bought.supportPlan(), null))
                        : List.of());
    }
}
