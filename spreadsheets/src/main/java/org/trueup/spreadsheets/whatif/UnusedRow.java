package org.trueup.spreadsheets.whatif;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trueup.spreadsheets.policybook.PolicyRow;

/**
 * A row of the draft that had a say about no tenant.
 *
 * @param published about how many tenants the same row of the published version had a say; none where it has no such row
 * @param nights how many stored nights in a row, up to the as-of date, the same row decided nobody, by the version of that
 *     night
 * @param since the first of these nights; none where there is none
 */
public record UnusedRow(
        PolicyRow row,
        @Nullable Long published,
        int nights,
        @Nullable LocalDate since) {}
