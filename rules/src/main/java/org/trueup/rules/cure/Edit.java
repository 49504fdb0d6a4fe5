package org.trueup.rules.cure;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.trueup.rules.fact.AddOn;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.fact.TenantFacts;

/** Facts with some of their parts replaced. */
record Edit(TenantFacts facts) {

    Edit subscription(String id, UnaryOperator<Subscription> change) {
        return subscriptions(facts.subscriptions().stream()
                .map(old -> old.id().equals(id) ? change.apply(old) : old)
                .toList());
    }

    Edit with(Subscription another) {
        return subscriptions(Stream.concat(facts.subscriptions().stream(), Stream.of(another))
                .toList());
    }

    private Edit subscriptions(List<Subscription> all) {
        return new Edit(new TenantFacts(facts.tenant(), all, facts.addOns(), facts.accounts(), facts.earlier()));
    }

    Edit addOns(List<String> names, int licences) {
        List<AddOn> addOns = facts.addOns().stream()
                .map(old -> names.contains(old.name()) ? licences(old, licences) : old)
                .toList();
        return new Edit(
                new TenantFacts(facts.tenant(), facts.subscriptions(), addOns, facts.accounts(), facts.earlier()));
    }

    private static AddOn licences(AddOn old, int licences) {
        return new AddOn(old.name(), licences, old.startsOn(), old.endsOn(), old.pricePerLicense());
    }

    static Subscription licences(Subscription old, int licences) {
        return new Subscription(
                old.id(),
                old.plan(),
                licences,
                old.startsOn(),
                old.endsOn(),
                old.term(),
                old.discountPercent(),
                old.pricePerLicense(),
                old.supportPlan());
    }

    static Subscription named(String id, Subscription old) {
        return new Subscription(
                id,
                old.plan(),
                old.licenses(),
                old.startsOn(),
                old.endsOn(),
                old.term(),
                old.discountPercent(),
                old.pricePerLicense(),
                old.supportPlan());
    }

    static Subscription plan(Subscription old, String plan, boolean atItsPrice) {
        return new Subscription(
                old.id(),
                plan,
                old.licenses(),
                old.startsOn(),
                old.endsOn(),
                old.term(),
                old.discountPercent(),
                atItsPrice ? null : old.pricePerLicense(),
                old.supportPlan());
    }

    static Subscription term(Subscription old, LocalDate startsOn, LocalDate endsOn) {
        return new Subscription(
                old.id(),
                old.plan(),
                old.licenses(),
                startsOn,
                endsOn,
                old.term(),
                old.discountPercent(),
                old.pricePerLicense(),
                old.supportPlan());
    }

    static Subscription withoutSupport(Subscription old) {
        return new Subscription(
                old.id(),
                old.plan(),
                old.licenses(),
                old.startsOn(),
                old.endsOn(),
                old.term(),
                old.discountPercent(),
                old.pricePerLicense(),
                null);
    }
}
