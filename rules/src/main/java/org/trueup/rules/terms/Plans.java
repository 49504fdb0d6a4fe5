package org.trueup.rules.terms;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of the sheet Plans, found by name without trying each: every tenant of every night looks for its plan. */
final class Plans extends AbstractList<PlanTerms> {
    private final List<PlanTerms> rows;
    private final Map<String, PlanTerms> byName;
    private final @Nullable PlanTerms afterTrial;

    Plans(List<PlanTerms> plans) {
        rows = List.copyOf(plans);
        byName = new HashMap<>(rows.size() * 2);
        rows.forEach(plan -> byName.putIfAbsent(plan.plan(), plan));
        afterTrial = rows.stream().filter(PlanTerms::freeAfterTrial).findFirst().orElse(null);
    }

    Optional<PlanTerms> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Optional<PlanTerms> afterTrial() {
        return Optional.ofNullable(afterTrial);
    }

    @Override
    public PlanTerms get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }
}
