package org.trueup.rules.terms;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Cell;

/**
 * A row of the sheet Add-ons: whether an add-on may be bought with a plan, and how many licences of it (A3).
 *
 * @param plan none fits any plan without a row of its own
 * @param licencesMustEqual what the add-on's licences must equal
 * @param price per licence and month, at least 0; none means by quote
 */
public record AddOnTerms(
        SheetRow at,
        String addOn,
        @Nullable String plan,
        boolean eligible,
        LicencesMustEqual licencesMustEqual,
        @Nullable BigDecimal price) {
    public static final String SHEET = "Add-ons";

    /** What the number of an add-on's licences must equal. */
    public enum LicencesMustEqual {
        BASE_LICENCES,
        ANY_NUMBER,
        NONE
    }

    public Cell cell(String header) {
        return at.cell(header);
    }

    public boolean fits(String boughtAddOn, String tenantsPlan) {
        return addOn.equalsIgnoreCase(boughtAddOn) && (plan == null || plan.equals(tenantsPlan));
    }

    /** A row for one plan wins over one for all; else the upper row wins. */
    public boolean beats(AddOnTerms other) {
        int more = rank(other);
        return more != 0 ? more > 0 : at.row() < other.at.row();
    }

    /** How the rows' ranks compare: above 0 where this one wins, 0 where only their order on the sheet tells. */
    public int rank(AddOnTerms other) {
        return Boolean.compare(plan != null, other.plan != null);
    }
}
