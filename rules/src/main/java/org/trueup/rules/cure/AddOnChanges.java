package org.trueup.rules.cure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trueup.rules.cure.Change.AddOnLicences;
import org.trueup.rules.cure.Change.WithoutAddOn;
import org.trueup.rules.fact.AddOn;
import org.trueup.rules.policy.derived.Words;

/** As many licences of an add-on as its row asks for, or the end of the add-on. */
final class AddOnChanges implements Family {

    @Override
    public Optional<List<Cure>> cures(TenantCase tenant, Target target) {
        List<Cure> candidates = new ArrayList<>();
        Integer base = tenant.licences();
        for (AddOn addOn : tenant.addOnsInForce()) {
            if (base != null && base != addOn.licenses()) {
                candidates.add(to(addOn, base));
            }
            if (addOn.licenses() > 0) {
                candidates.add(to(addOn, 0));
            }
            candidates.add(new Cure(new WithoutAddOn(addOn.name()), "end the add-on " + addOn.name(), null));
        }
        if (!tenant.knows(candidates.stream().map(Cure::change).toList())) {
            return Optional.empty();
        }
        return Optional.of(candidates.stream()
                .filter(cure -> tenant.cures(cure.change(), target))
                .limit(1)
                .toList());
    }

    private static Cure to(AddOn addOn, int licences) {
        int more = licences - addOn.licenses();
        String words = more > 0
                ? "buy " + more + " more of the add-on " + addOn.name()
                : "give back " + Words.count(-more, "licence") + " of the add-on " + addOn.name();
        int oneLess = more > 0 ? licences - 1 : licences + 1;
        return new Cure(
                new AddOnLicences(addOn.name(), licences),
                words,
                Math.abs(more) == 1 ? null : new AddOnLicences(addOn.name(), oneLess));
    }
}
