package org.trueup.spreadsheets.scenario;

import java.util.List;

/**
 * One thing that a scenario expects.
 *
 * @param address of its cell, for example {@code M7}
 * @param values what is expected, said as the policy says it; more than one for lists
 */
public record Expected(Answer answer, String address, List<String> values) {
    public Expected {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException(address + " expects nothing");
        }
    }

    /** The values as a sentence lists them. */
    String said() {
        return String.join(", ", values);
    }
}
