package org.trueup.rules.terms;

import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.AddingBeyond;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.Status;

/**
 * A row of the sheet Over the limit: what a tenant's status is for how its use stands to its licences.
 *
 * @param when which tenants the row takes
 * @param graceDays length of the grace period, at least 1
 * @param thenStatus the status from the day after the grace period on
 * @param whatHappens told to people with the status
 */
public record OverLimitTerms(
        SheetRow at,
        OverLimitConditions when,
        Status status,
        @Nullable Integer graceDays,
        @Nullable Status thenStatus,
        AddingBeyond addingBeyond,
        @Nullable String whatHappens) {
    public static final String SHEET = "Over the limit";

    public Cell cell(String header) {
        return at.cell(header);
    }

    /** Whether the row takes a tenant. */
    public boolean fits(LimitProfile tenant) {
        return when.fit(tenant);
    }

    /**
     * Of two rows that take the same tenant: more conditions win; then, column by column, the higher "at least" (licences
     * over, percent over, days over, licences held), then the lower "at most" (in the same order), then the upper row.
     */
    public boolean beats(OverLimitTerms other) {
        int more = rank(other);
        return more != 0 ? more > 0 : at.row() < other.at.row();
    }

    /** How the rows' ranks compare: above 0 where this one wins, 0 where only their order on the sheet tells. */
    public int rank(OverLimitTerms other) {
        return OverLimitConditions.RANK.compare(when, other.when);
    }

    /** Whether use beyond the licences, if there is any, is let pass: the status is not above the limit. */
    public boolean tolerates() {
        return !status.aboveLimit();
    }
}
