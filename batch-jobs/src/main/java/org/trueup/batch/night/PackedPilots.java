package org.trueup.batch.night;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.fact.Term;

/** Which of a tenant's subscriptions were pilots on a night, kept beside its position: a later feed may say otherwise. */
final class PackedPilots {
    private PackedPilots() {}

    /** None for the many tenants without pilots. */
    static @Nullable String pack(List<Subscription> subscriptions) {
        Packed packed = new Packed();
        subscriptions.stream()
                .filter(subscription -> subscription.term() == Term.PILOT)
                .forEach(pilot -> packed.field(pilot.id()).end());
        return packed.length() == 0 ? null : packed.toString();
    }

    static Set<String> unpack(@Nullable String packed) {
        return packed == null
                ? Set.of()
                : Packed.lines(packed).stream().map(fields -> fields.get(0)).collect(Collectors.toUnmodifiableSet());
    }
}
