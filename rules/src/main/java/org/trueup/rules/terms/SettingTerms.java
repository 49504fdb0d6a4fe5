package org.trueup.rules.terms;

import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Cell;

/**
 * A row of the sheet Settings.
 *
 * @param plan the plan it holds for; none means every plan without a row of its own
 * @param value what was typed, already checked against the setting's type
 */
public record SettingTerms(
        SheetRow at, Setting setting, @Nullable String plan, String value) {
    public static final String SHEET = "Settings";

    public Cell cell(String header) {
        return at.cell(header);
    }

    /** The value of a setting whose type is a whole number. */
    public int number() {
        return Integer.parseInt(value);
    }

    public boolean holdsFor(String tenantsPlan) {
        return plan == null || plan.equals(tenantsPlan);
    }

    /** A row for one plan wins over one for all; else the upper row wins. */
    public boolean beats(SettingTerms other) {
        int more = rank(other);
        return more != 0 ? more > 0 : at.row() < other.at.row();
    }

    /** How the rows' ranks compare: above 0 where this one wins, 0 where only their order on the sheet tells. */
    public int rank(SettingTerms other) {
        return Boolean.compare(plan != null, other.plan != null);
    }
}
