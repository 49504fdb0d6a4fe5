package org.trueup.rules.terms;

/** The names that the sheet Settings knows. */
public enum Setting {
    /** Day of the month from which unused licences are told, 1 to 31 (P6). */
    UNUSED_LICENCES_TOLD_FROM("Unused licences told from", "day of the month"),
    /** How a position is said in one line, with placeholders (N8, A17). */
    USAGE_LINE("Usage line", "text"),
    /** How long a new account may try the plan in the row, the day of sign-up being day 1 (A6). */
    TRIAL_DAYS("Trial days", "days"),
    /** How many days 6 months of stored history are (A15). */
    DAYS_IN_6_MONTHS("Days in 6 months", "days"),
    /** How many days 12 months of stored history are (A15). */
    DAYS_IN_12_MONTHS("Days in 12 months", "days"),
    /** How many of the last months the pace of credits is taken from (L2). */
    FORECAST_MONTHS("Months of the forecast", "months"),
    /** How many days before the plan's end expiring credits are told (L2). */
    EXPIRY_TOLD_DAYS("Expiring credits told before", "days");

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
