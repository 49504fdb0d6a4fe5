package org.trueup.rules.terms;

/** The names that the sheet Settings knows. */
public enum Setting {
    /** Day of the month from which unused licences are told, 1 to 31 (P6). */
    UNUSED_LICENCES_TOLD_FROM("Unused licences told from", "day of the month"),
    /** How a position is said in one line, with placeholders (N8, A17). */
    USAGE_LINE("Usage line", "text");

    private final String title;
    private final String unit;

    Setting(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    /** What the value is a number of, as the sheet says it. */
    public String unit() {
        return unit;
    }

    /** The name in the sheet. */
    public String title() {
        return title;
    }
}
