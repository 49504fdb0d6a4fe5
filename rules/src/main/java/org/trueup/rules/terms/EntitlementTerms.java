package org.trueup.rules.terms;

import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Cell;

/**
 * A row of the sheet Entitlements: what a plan, a support plan or an add-on entitles to (A4, A5). An empty condition fits
 * any tenant.
 *
 * @param addOn fits tenants that have the add-on in force
 * @param value a number or words; {@code unlimited} where there is no limit
 * @param unit what the value is a number of; none for words
 */
public record EntitlementTerms(
        SheetRow at,
        @Nullable String plan,
        @Nullable String supportPlan,
        @Nullable String addOn,
        String entitlement,
        String value,
        @Nullable String unit) {
    public static final String SHEET = "Entitlements";

    public Cell cell(String header) {
        return at.cell(header);
    }

    /** Of two rows for one entitlement: one for an add-on, then more conditions, then the upper row. */
    public boolean beats(EntitlementTerms other) {
        int more = rank(other);
        return more != 0 ? more > 0 : at.row() < other.at.row();
    }

    /** How the rows' ranks compare: above 0 where this one wins, 0 where only their order on the sheet tells. */
    public int rank(EntitlementTerms other) {
        int more = Boolean.compare(addOn != null, other.addOn != null);
        return more != 0
                ? more
                : Integer.compare(
                        SheetRow.filled(plan, supportPlan, addOn),
                        SheetRow.filled(other.plan, other.supportPlan, other.addOn));
    }
}
