package org.trueup.rules.terms;

import java.util.Arrays;
import java.util.Optional;

/** The names that the sheet Settings knows. */
public enum Setting {
    /** Day of the month from which unused licences are told, 1 to 31 (P6). */
    UNUSED_LICENCES_TOLD_FROM("Unused licences told from"),
    /** How a position is said in one line, with placeholders (N8, A17). */
    USAGE_LINE("Usage line");

    private final String title;

    Setting(String title) {
        this.title = title;
    }

    /** The name in the sheet. */
    public String title() {
        return title;
    }

    public static Optional<Setting> ofTitle(String title) {
        return Arrays.stream(values())
                .filter(setting -> setting.title.equalsIgnoreCase(title))
                .findFirst();
    }
}
