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
        boolean special = plan != null;
        boolean otherSpecial = other.plan != null;
        return special != otherSpecial ? special : at.row() < other.at.row();
    }
}
