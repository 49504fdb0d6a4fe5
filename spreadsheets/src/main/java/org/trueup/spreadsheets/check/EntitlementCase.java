package org.trueup.spreadsheets.check;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.terms.EntitlementTerms;

/**
 * What a tenant holds, as the sheet Entitlements looks at it.
 *
 * @param supportPlan none where it has none that the workbook knows
 */
record EntitlementCase(String plan, @Nullable String supportPlan, Set<String> addOns) {

    boolean takenBy(EntitlementTerms row) {
        return (row.plan() == null || row.plan().equals(plan))
                && (row.supportPlan() == null || row.supportPlan().equals(supportPlan))
                && (row.addOn() == null || addOns.contains(row.addOn()));
    }

    @Override
    public String toString() {
        String support = supportPlan == null ? "" : " with the support plan " + supportPlan;
        String extra = addOns.isEmpty() ? "" : " and the add-on " + String.join(" and ", addOns);
        return "a tenant of the plan " + plan + support + extra;
    }
}
