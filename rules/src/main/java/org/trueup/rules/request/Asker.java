package org.trueup.rules.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.trueup.rules.cure.Asking;
import org.trueup.rules.cure.Change;
import org.trueup.rules.fact.AddOn;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.FindingCode;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.terms.PolicyTerms;

/** A tenant with a position that asks for something, and whom to ask what would be if it had it. */
record Asker(TenantFacts facts, Assessment now, Position position, PolicyTerms policy, LocalDate asOf, Asking engine) {

    Assessment ask(TenantFacts changed) {
        return engine.decide(List.of(changed), asOf).get(0);
    }

    /** What the tenant bought and is decided by; none where it has a plan without having bought one. */
    Optional<Subscription> subscription() {
        return facts.subscriptions().stream()
                .filter(each -> each.id().equals(position.subscriptionId()))
                .findFirst();
    }

    List<AddOn> addOnsInForce() {
        return facts.addOns().stream().filter(addOn -> addOn.inForceOn(asOf)).toList();
    }

    /**
     * Another number of licences for a subscription. Where an add-on has to follow it does: first none is tried, then those that are as many
     * now, then all, and the engine says which leaves no mismatch (A3).
     */
    Licensed withLicences(Subscription bought, int licences) {
        Licensed answer = null;
        long fewest = Long.MAX_VALUE;
        for (List<String> following : followingAddOns(bought)) {
            Assessment after = ask(new Change.ToLicences(bought.id(), licences, following).applyTo(facts, asOf));
            long wrong = after.findings().stream()
                    .filter(finding -> finding.code().equals(FindingCode.ADD_ON_COUNT_MISMATCH.name()))
                    .count();
            if (answer == null || wrong < fewest) {
                answer = new Licensed(after, licences, following);
                fewest = wrong;
            }
            if (wrong == 0) {
                break;
            }
        }
        if (answer == null) {
            throw new IllegalStateException("no answer for " + facts.id());
        }
        return answer;
    }

    private List<List<String>> followingAddOns(Subscription bought) {
        Integer base = bought.licenses();
        return Stream.of(
                        List.<String>of(),
                        names(addOn -> base != null && addOn.licenses() == base),
                        names(addOn -> true))
                .distinct()
                .toList();
    }

    private List<String> names(Predicate<AddOn> which) {
        return addOnsInForce().stream()
                .filter(which)
                .map(AddOn::name)
                .distinct()
                .toList();
    }

    /** What would be found that is not found now. */
    List<Finding> newIn(Assessment after) {
        return after.findings().stream()
                .filter(finding -> now.findings().stream()
                        .noneMatch(known -> known.code().equals(finding.code())
                                && known.message().equals(finding.message())))
                .toList();
    }

    /**
     * The tenant with other licences.
     *
     * @param following add-ons that have the same number
     */
    record Licensed(Assessment after, int licences, List<String> following) {}
}
