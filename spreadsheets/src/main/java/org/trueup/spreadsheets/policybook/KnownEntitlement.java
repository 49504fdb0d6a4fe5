package org.trueup.spreadsheets.policybook;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The entitlements that rules read, each with what its value must be; any other is told to people as it stands. */
enum KnownEntitlement {
    /** How much stored history a tenant may keep (A15). */
    DATA_HISTORY("Data history") {
        @Override
        Optional<String> wrongUnit(String value, @Nullable String unit) {
            boolean counted = unit != null && (unit.equals(DAYS) || unit.equals(MONTHS));
            return value.equals(EntitlementValue.UNLIMITED) || counted
                    ? Optional.empty()
                    : Optional.of(Spoken.quoted(title()) + " is given in \"days\" or \"months\"; type one of the two");
        }

        @Override
        Optional<String> wrongValue(String value, @Nullable String unit) {
            if (value.equals(EntitlementValue.UNLIMITED)) {
                return Optional.empty();
            }
            if (!EntitlementValue.isNumber(value) || value.contains(".")) {
                return Optional.of(Spoken.quoted(value) + " is not a whole number or unlimited; type one of the two");
            }
            return MONTHS.equals(unit) && !MONTHS_WITH_A_LENGTH.contains(value)
                    ? Optional.of(value + " months have no length in days; type 6 or 12, or give the number of days")
                    : Optional.empty();
        }
    },
    /** Whether identities of one person can be merged (A14). */
    USER_MERGE("User merge") {
        @Override
        Optional<String> wrongUnit(String value, @Nullable String unit) {
            return Optional.empty();
        }

        @Override
        Optional<String> wrongValue(String value, @Nullable String unit) {
            return value.equals("yes") || value.equals("no")
                    ? Optional.empty()
                    : Optional.of(Spoken.quoted(value) + " is not yes or no; type one of the two");
        }
    };

    private static final String DAYS = "days";
    private static final String MONTHS = "months";
    /** The sheet Settings says how many days they are. */
    private static final Set<String> MONTHS_WITH_A_LENGTH = Set.of("6", "12");

    private final String title;

    KnownEntitlement(String title) {
        this.title = title;
    }

    static Optional<KnownEntitlement> of(String name) {
        return Arrays.stream(values())
                .filter(known -> known.title.equalsIgnoreCase(name))
                .findFirst();
    }

    /** The name in the sheet. */
    String title() {
        return title;
    }

    /** What is wrong with the column Unit, if anything. */
    abstract Optional<String> wrongUnit(String value, @Nullable String unit);

    /** What is wrong with the column Value, if anything. */
    abstract Optional<String> wrongValue(String value, @Nullable String unit);
}
