package org.trueup.rules.cure;

import java.util.List;
import java.util.Optional;
import org.trueup.rules.cure.Change.NewAddOn;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.policy.derived.Words;
import org.trueup.rules.terms.AddOnTerms;

/** An add-on more, with as many licences as the base, else none. */
final class AnotherAddOn implements Family {

    @Override
    public Optional<List<Cure>> cures(TenantCase tenant, Target target) {
        Position position = tenant.position().orElse(null);
        if (position == null) {
            return Optional.of(List.of());
        }
        Integer base = tenant.licences();
        int licences = base == null ? position.required() : base;
        List<String> bought =
                tenant.addOnsInForce().stream().map(addOn -> addOn.name()).toList();
        List<NewAddOn> changes = tenant.policy().addOns().stream()
                .map(AddOnTerms::addOn)
                .distinct()
                .filter(name -> bought.stream().noneMatch(name::equalsIgnoreCase))
                .map(name -> new NewAddOn(name, licences))
                .toList();
        if (!tenant.knows(changes)) {
            return Optional.empty();
        }
        return Optional.of(changes.stream()
                .filter(change -> tenant.cures(change, target))
                .map(change -> new Cure(
                        change,
                        "buy the add-on " + change.addOn() + " with " + Words.count(change.licences(), "licence"),
                        null))
                .limit(1)
                .toList());
    }
}
