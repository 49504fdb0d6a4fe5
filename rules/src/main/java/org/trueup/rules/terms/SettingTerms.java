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
}
