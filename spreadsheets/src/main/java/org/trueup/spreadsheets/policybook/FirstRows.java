package org.trueup.spreadsheets.policybook;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Cell;

/** Remembers for what the rows of a sheet stand, so that a second row for the same is refused and none wins by chance. */
final class FirstRows {
    private final Map<List<String>, Cell> firstCells = new HashMap<>();

    /**
     * Refuses the row when an earlier one stands for the same.
     *
     * @param column where the problem is told
     * @param what what stands twice, as the sentence begins
     * @param advice what to do, as the sentence ends
     * @param names for what the row stands; an empty condition is a name of its own, upper and lower case are alike
     */
    void refuseSecond(TableRow row, Column<?> column, String what, String advice, @Nullable String... names) {
        List<String> key = Arrays.stream(names)
                .map(name -> name == null ? "" : name.toLowerCase(Locale.ROOT))
                .toList();
        Cell first = firstCells.putIfAbsent(key, row.at().cell(column.header()));
        if (first != null) {
            row.error(column, what + " stands already in " + first.address() + advice);
        }
    }

    /** For the sentence: which plan a row is for. */
    static String forPlan(@Nullable String plan) {
        return plan == null ? "every plan" : "the plan " + Spoken.quoted(plan);
    }
}
