package org.trueup.rules.cure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.AddOn;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.terms.PlanTerms;
import org.trueup.rules.terms.PolicyTerms;

/**
 * One tenant with something to cure, and what the engine has said so far of changes to it. A family that needs an answer
 * which is not there yet notes the change as wanted and gives up for the round; it is called again when the answer is there.
 */
final class TenantCase {
    private final TenantFacts facts;
    private final Assessment before;
    private final PolicyTerms policy;
    private final LocalDate asOf;
    private final Map<Change, Assessment> answers = new HashMap<>();
    private final Set<Change> wanted = new LinkedHashSet<>();
    private @Nullable FreeableAccounts freeable;

    TenantCase(TenantFacts facts, Assessment before, PolicyTerms policy, LocalDate asOf) {
        this.facts = facts;
        this.before = before;
        this.policy = policy;
        this.asOf = asOf;
    }

    TenantFacts facts() {
        return facts;
    }

    Assessment before() {
        return before;
    }

    PolicyTerms policy() {
        return policy;
    }

    LocalDate asOf() {
        return asOf;
    }

    /** Whether the engine has answered all of these; those that it has not are wanted now. */
    boolean knows(Collection<? extends Change> changes) {
        boolean all = true;
        for (Change change : changes) {
            if (!answers.containsKey(change)) {
                wanted.add(change);
                all = false;
            }
        }
        return all;
    }

    boolean knows(Change... changes) {
        return knows(List.of(changes));
    }

    /** The changes to ask about next. */
    List<Change> takeWanted() {
        List<Change> taken = List.copyOf(wanted);
        wanted.clear();
        return taken;
    }

    /** Keeps an answer without what nobody looks at, since a tenant may have a million users. */
    void answered(Change change, Assessment answer) {
        answers.put(
                change, new Assessment(answer.tenant(), answer.position(), answer.findings(), List.of(), List.of()));
    }

    /** What the engine said of a change that is known. */
    Assessment answer(Change change) {
        return Objects.requireNonNull(answers.get(change), () -> "nobody asked about " + change);
    }

    boolean cures(Change change, Target target) {
        return target.curedBetween(before, answer(change));
    }

    Optional<Position> position() {
        return Optional.ofNullable(before.position());
    }

    /** The terms of the tenant's plan. */
    Optional<PlanTerms> plan() {
        return position().flatMap(position -> policy.plan(position.plan()));
    }

    /** What the tenant bought and is decided by; none where it has a plan without having bought one. */
    Optional<Subscription> subscription() {
        Position position = before.position();
        return facts.subscriptions().stream()
                .filter(each ->
                        position == null ? each.inForceOn(asOf) : each.id().equals(position.subscriptionId()))
                .reduce((one, other) -> other.winsOver(one) ? other : one);
    }

    /** The number of licences that the tenant holds; none where it has no limit or no position. */
    @Nullable
    Integer licences() {
        return position().map(position -> position.licensed().count()).orElse(null);
    }

    /** Looked for once, since a tenant may have a million accounts. */
    FreeableAccounts freeableAccounts() {
        if (freeable == null) {
            freeable = FreeableAccounts.of(this);
        }
        return freeable;
    }

    List<AddOn> addOnsInForce() {
        return facts.addOns().stream().filter(addOn -> addOn.inForceOn(asOf)).toList();
    }

    /**
     * The add-ons whose number may have to follow the number of base licences: first none; then those that are as many now,
     * then all. The engine says which of them is enough.
     */
    List<List<String>> followingAddOns() {
        Integer base = licences();
        List<String> none = List.of();
        List<String> alike = names(addOn -> base != null && addOn.licenses() == base);
        return Stream.of(none, alike, names(addOn -> true)).distinct().toList();
    }

    private List<String> names(Predicate<AddOn> which) {
        return addOnsInForce().stream()
                .filter(which)
                .map(AddOn::name)
                .distinct()
                .toList();
    }
}
