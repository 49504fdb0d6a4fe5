package org.trueup.rules.terms;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Term;
import org.trueup.rules.outcome.AddingBeyond;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.Status;

/**
 * A row of the sheet Over the limit: what a tenant's status is for how its use stands to its licences.
 *
 * @param overByLicences the row fits from so many licences over on; 0 is exactly at the limit, none fits any use
 * @param overByPercent the row fits from so many percent of the licences over on
 * @param startedFrom fits periods over the limit that began on this day or later
 * @param startedUntil fits periods over the limit that began on this day or earlier
 * @param graceDays length of the grace period, at least 1
 * @param thenStatus the status from the day after the grace period on
 * @param whatHappens told to people with the status
 */
public record OverLimitTerms(
        SheetRow at,
        @Nullable String plan,
        @Nullable Term term,
        @Nullable Integer overByLicences,
        @Nullable BigDecimal overByPercent,
        @Nullable LocalDate startedFrom,
        @Nullable LocalDate startedUntil,
        Status status,
        @Nullable Integer graceDays,
        @Nullable Status thenStatus,
        AddingBeyond addingBeyond,
        @Nullable String whatHappens) {
    public static final String SHEET = "Over the limit";

    public Cell cell(String header) {
        return at.cell(header);
    }
}
