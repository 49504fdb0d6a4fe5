package org.trueup.rules.policy.derived;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.AddOn;
import org.trueup.rules.outcome.Entitlement;
import org.trueup.rules.terms.AddOnTerms;
import org.trueup.rules.terms.EntitlementTerms;
import org.trueup.rules.terms.PolicyTerms;
import org.trueup.rules.terms.SupportPlanTerms;

/**
 * What the sheets entitle tenants to (A4, A5). Thousands of tenants hold the same plan, support plan and add-ons, so each
 * such holding is looked up once. Safe for many threads.
 */
public final class Entitling {
    private final PolicyTerms policy;
    private final Map<Holding, List<Entitlement>> known = new ConcurrentHashMap<>();

    public Entitling(PolicyTerms policy) {
        this.policy = policy;
    }

    /** Everything that the tenant is entitled to on a day, by name. */
    public List<Entitlement> of(Standing standing, LocalDate asOf) {
        return policy.entitlements().isEmpty()
                ? List.of()
                : known.computeIfAbsent(holding(standing, asOf), this::entitlements);
    }

    /** The entitlement of that name as a list of one; empty where the sheets grant none. */
    public List<Entitlement> granted(Standing standing, LocalDate asOf, String name) {
        return of(standing, asOf).stream()
                .filter(entitlement -> entitlement.name().equalsIgnoreCase(name))
                .toList();
    }

    private List<Entitlement> entitlements(Holding holding) {
        Map<String, EntitlementTerms> best = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (EntitlementTerms row : policy.entitlements()) {
            if (holding.takenBy(row)) {
                best.merge(row.entitlement(), row, (one, other) -> other.beats(one) ? other : one);
            }
        }
        List<Entitlement> granted = new ArrayList<>(best.size());
        best.values()
                .forEach(row ->
                        granted.add(new Entitlement(row.entitlement(), row.value(), row.unit(), row.cell("Value"))));
        return List.copyOf(granted);
    }

    private Holding holding(Standing standing, LocalDate asOf) {
        Set<String> addOns = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (AddOn addOn : standing.facts().addOns()) {
            if (addOn.inForceOn(asOf) && taken(addOn, standing.plan())) {
                addOns.add(addOn.name());
            }
        }
        String supportPlan = supportPlan(standing).stream()
                .map(SupportPlanTerms::supportPlan)
                .findFirst()
                .orElse(null);
        return new Holding(standing.plan(), supportPlan, addOns);
    }

    private boolean taken(AddOn addOn, String plan) {
        return best(policy.addOns(), row -> row.fits(addOn.name(), plan), AddOnTerms::beats)
                .map(AddOnTerms::eligible)
                .orElse(false);
    }

    /**
     * The row of the support plan that a tenant has, as a list of one; empty where it has none. It is the one that was
     * bought, if the plan takes it, else the one that comes with the plan (A4).
     */
    public List<SupportPlanTerms> supportPlan(Standing standing) {
        if (policy.supportPlans().isEmpty()) {
            return List.of();
        }
        String bought = standing.subscription().supportPlan();
        Map<String, SupportPlanTerms> rows = new LinkedHashMap<>();
        for (SupportPlanTerms row : policy.supportPlans()) {
            if (row.holdsFor(standing.plan())) {
                rows.merge(row.supportPlan(), row, (one, other) -> other.beats(one) ? other : one);
            }
        }
        Optional<SupportPlanTerms> taken = rows.values().stream()
                .filter(row -> row.available() && row.supportPlan().equalsIgnoreCase(bought))
                .findFirst();
        return taken
                .or(() -> rows.values().stream()
                        .filter(row -> row.available() && row.included())
                        .findFirst())
                .stream()
                .toList();
    }

    private static <T> Optional<T> best(List<T> rows, Predicate<T> fits, BiPredicate<T, T> beats) {
        return rows.stream().filter(fits).reduce((one, other) -> beats.test(other, one) ? other : one);
    }

    private record Holding(String plan, @Nullable String supportPlan, Set<String> addOns) {

        boolean takenBy(EntitlementTerms row) {
            return (row.plan() == null || row.plan().equals(plan))
                    && (row.supportPlan() == null || row.supportPlan().equalsIgnoreCase(supportPlan))
                    && (row.addOn() == null || addOns.contains(row.addOn()));
        }
    }
}
