package org.trueup.rules.policy.derived;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
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
    /** By the name of a plan of the policy, so that there are no more than the sheet has. */
    private final Map<String, List<SupportPlanTerms>> supportPlans = new ConcurrentHashMap<>();

    private final Map<String, List<AddOnTerms>> addOns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    public Entitling(PolicyTerms policy) {
        this.policy = policy;
        policy.addOns()
                .forEach(row -> addOns.computeIfAbsent(row.addOn(), name -> new ArrayList<>())
                        .add(row));
    }

    /** Everything that the tenant is entitled to on a day, by name. */
    public List<Entitlement> of(Standing standing, LocalDate asOf) {
        return policy.entitlements().isEmpty()
                ? List.of()
                : known.computeIfAbsent(holding(standing, asOf), this::entitlements);
    }

    /** The entitlement of that name as a list of one; empty where the sheets grant none. */
    public List<Entitlement> granted(Standing standing, LocalDate asOf, String name) {
        for (Entitlement entitlement : of(standing, asOf)) {
            if (entitlement.name().equalsIgnoreCase(name)) {
                return List.of(entitlement);
            }
        }
        return List.of();
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
        Set<String> names =
                standing.facts().addOns().isEmpty() ? Set.of() : new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (AddOn addOn : standing.facts().addOns()) {
            if (addOn.inForceOn(asOf) && taken(addOn, standing.plan())) {
                names.add(addOn.name());
            }
        }
        List<SupportPlanTerms> supported = supportPlan(standing);
        String supportPlan = supported.isEmpty() ? null : supported.get(0).supportPlan();
        return new Holding(standing.plan(), supportPlan, names);
    }

    private boolean taken(AddOn addOn, String plan) {
        AddOnTerms best = null;
        for (AddOnTerms row : addOns.getOrDefault(addOn.name(), List.of())) {
            best = row.fits(addOn.name(), plan) && (best == null || row.beats(best)) ? row : best;
        }
        return best != null && best.eligible();
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
        List<SupportPlanTerms> offered = supportPlans.computeIfAbsent(standing.plan(), this::offered);
        SupportPlanTerms included = null;
        for (SupportPlanTerms row : offered) {
            if (row.supportPlan().equalsIgnoreCase(bought)) {
                return List.of(row);
            }
            included = included == null && row.included() ? row : included;
        }
        return included == null ? List.of() : List.of(included);
    }

    /** The row that wins for each support plan that may be had with a plan, in the order of the sheet. */
    private List<SupportPlanTerms> offered(String plan) {
        Map<String, SupportPlanTerms> rows = new LinkedHashMap<>();
        for (SupportPlanTerms row : policy.supportPlans()) {
            if (row.holdsFor(plan)) {
                rows.merge(row.supportPlan(), row, (one, other) -> other.beats(one) ? other : one);
            }
        }
        return rows.values().stream().filter(SupportPlanTerms::available).toList();
    }

    private record Holding(String plan, @Nullable String supportPlan, Set<String> addOns) {

        boolean takenBy(EntitlementTerms row) {
            return (row.plan() == null || row.plan().equals(plan))
                    && (row.supportPlan() == null || row.supportPlan().equalsIgnoreCase(supportPlan))
                    && (row.addOn() == null || addOns.contains(row.addOn()));
        }
    }
}
