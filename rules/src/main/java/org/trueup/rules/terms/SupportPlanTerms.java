package org.trueup.rules.terms;

import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Cell;

/**
 * A row of the sheet Support plans: whether a support plan may be had with a plan (A4).
 *
 * @param plan none fits any plan without a row of its own
 * @param available whether it may be had
 * @param included whether it comes with the plan when the subscription names no support plan
 */
public record SupportPlanTerms(
        SheetRow at, String supportPlan, @Nullable String plan, boolean available, boolean included) {
    public static final String SHEET = "Support plans";

    public Cell cell(String header) {
        return at.cell(header);
    }

    public boolean fits(String boughtSupportPlan, String tenantsPlan) {
        return supportPlan.equalsIgnoreCase(boughtSupportPlan) && holdsFor(tenantsPlan);
    }

    public boolean holdsFor(String tenantsPlan) {
        return plan == null || plan.equals(tenantsPlan);
    }

    /** A row for one plan wins over one for all; else the upper row wins. */
    public boolean beats(SupportPlanTerms other) {
        int more = rank(other);
        return more != 0 ? more > 0 : at.row() < other.at.row();
    }

    /** How the rows' ranks compare: above 0 where this one wins, 0 where only their order on the sheet tells. */
    public int rank(SupportPlanTerms other) {
        return Boolean.compare(plan != null, other.plan != null);
    }
}
