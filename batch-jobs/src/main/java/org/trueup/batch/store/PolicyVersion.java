package org.trueup.batch.store;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Vendor;

/**
 * One published version of a vendor's policy, without its workbook, which {@link PolicyVersions#workbook} reads.
 *
 * @param version 1 or more, counted by vendor
 * @param effectiveOn the first day on which it is in force, unless a later one is
 * @param backTo the version whose workbook it brought back; none where it brought a workbook of its own
 * @param sha256 of the workbook, 64 lower-case hexadecimal digits
 * @param note what people wrote about it, may be empty
 * @param publishedAt in UTC
 */
public record PolicyVersion(
        Vendor vendor,
        int version,
        LocalDate effectiveOn,
        @Nullable Integer backTo,
        String sha256,
        String author,
        String approver,
        String note,
        LocalDateTime publishedAt) {

    public PolicyVersion {
        if (version < 1 || sha256.length() != 64) {
            throw new IllegalArgumentException("version " + version + " of " + vendor + " with digest " + sha256);
        }
    }
}
