package org.trueup.rules.terms;

import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Access;
import org.trueup.rules.fact.AccountKind;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.outcome.Cell;

/**
 * A row of the sheet Who counts: how many licences an account of this kind counts. An empty condition fits any account.
 *
 * @param group fits the accounts of that directory group, or those in none
 * @param licences at least 0
 * @param because the reason, told word for word
 */
public record CountingTerms(
        SheetRow at,
        @Nullable Metric metric,
        @Nullable AccountKind kind,
        @Nullable Access access,
        @Nullable Boolean tracked,
        @Nullable Boolean history,
        @Nullable GroupCondition group,
        @Nullable Boolean loginEnabled,
        @Nullable Boolean deactivated,
        @Nullable Boolean removed,
        int licences,
        @Nullable String because) {
    public static final String SHEET = "Who counts";

    public Cell cell(String header) {
        return at.cell(header);
    }
}
