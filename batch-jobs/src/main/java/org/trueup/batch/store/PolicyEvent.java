package org.trueup.batch.store;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Vendor;

/**
 * One line of the trail that every policy leaves: lines are added and never changed, and the database refuses whoever tries.
 *
 * @param at in UTC
 * @param version the version that came of it
 * @param effectiveOn its first day
 * @param backTo the version whose workbook was brought back; none where nothing was rolled back
 * @param sha256 of the workbook, 64 lower-case hexadecimal digits
 * @param programUser the account of the operating system under which the program ran; none where nobody wrote it down
 */
public record PolicyEvent(
        LocalDateTime at,
        Action action,
        Vendor vendor,
        int version,
        LocalDate effectiveOn,
        @Nullable Integer backTo,
        String author,
        String approver,
        String note,
        String sha256,
        @Nullable String programUser) {

    /** What was done. */
    public enum Action {
        /** It came with the product. */
        SHIPPED,
        /** Two people published a workbook. */
        PUBLISHED,
        /** Two people brought back the workbook of an earlier version. */
        ROLLED_BACK
    }
}
