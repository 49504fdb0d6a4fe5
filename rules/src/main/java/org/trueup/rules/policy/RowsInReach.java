package org.trueup.rules.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.AddOn;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.terms.AddOnTerms;
import org.trueup.rules.terms.PlanTerms;
import org.trueup.rules.terms.PolicyTerms;
import org.trueup.rules.terms.Setting;
import org.trueup.rules.terms.SettingTerms;
import org.trueup.rules.terms.SupportPlanTerms;

/**
 * The rows of a policy that given tenants can meet: those of the plans, add-ons and support plans that they hold or may fall
 * to, and those for all. The others would be facts that no rule joins with anything, and sheets may have thousands.
 */
final class RowsInReach {
    private final Map<@Nullable String, List<Object>> byPlan = new HashMap<>();
    /** Upper and lower case are alike in the names of what is bought beside a plan. */
    private final Map<String, List<Object>> byAddOn = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private final Map<String, List<Object>> bySupportPlan = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    /** Rules ask whether a sheet has rows at all. */
    private final List<Object> first = new ArrayList<>();
    /** Plans that a tenant falls to without having bought them. */
    private final Set<String> given = new HashSet<>();

    RowsInReach(PolicyTerms policy) {
        sort(policy.plans(), PlanTerms::plan, byPlan);
        sort(policy.overLimit(), row -> row.when().plan(), byPlan);
        sort(policy.settings(), SettingTerms::plan, byPlan);
        sort(policy.addOns(), AddOnTerms::addOn, byAddOn);
        sort(policy.supportPlans(), SupportPlanTerms::supportPlan, bySupportPlan);
        policy.addOns().stream().limit(1).forEach(first::add);
        policy.supportPlans().stream().limit(1).forEach(first::add);
        policy.plans().stream()
                .filter(PlanTerms::freeAfterTrial)
                .map(PlanTerms::plan)
                .forEach(given::add);
        for (SettingTerms row : policy.settings()) {
            if (row.setting() == Setting.TRIAL_DAYS && row.plan() != null) {
                given.add(row.plan());
            }
        }
    }

    private static <T> void sort(
            List<T> rows, Function<T, @Nullable String> key, Map<@Nullable String, List<Object>> into) {
        for (T row : rows) {
            into.computeIfAbsent(key.apply(row), name -> new ArrayList<>()).add(row);
        }
    }

    /** Each row once. */
    Set<Object> of(List<TenantFacts> tenants) {
        Set<@Nullable String> plans = new HashSet<>(given);
        plans.add(null);
        Set<String> addOns = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Set<String> supportPlans = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (TenantFacts tenant : tenants) {
            for (Subscription subscription : tenant.subscriptions()) {
                plans.add(subscription.plan());
                if (subscription.supportPlan() != null) {
                    supportPlans.add(subscription.supportPlan());
                }
            }
            for (AddOn addOn : tenant.addOns()) {
                addOns.add(addOn.name());
            }
        }
        Set<Object> rows = Collections.newSetFromMap(new IdentityHashMap<>());
        rows.addAll(first);
        plans.forEach(plan -> rows.addAll(byPlan.getOrDefault(plan, List.of())));
        addOns.forEach(addOn -> rows.addAll(byAddOn.getOrDefault(addOn, List.of())));
        supportPlans.forEach(plan -> rows.addAll(bySupportPlan.getOrDefault(plan, List.of())));
        return rows;
    }
}
