package org.trueup.server.policy;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Vendor;

/**
 * A workbook that somebody prepares, without its bytes, which {@link Drafts#workbook} reads.
 *
 * @param number counted over all vendors
 * @param author who made it, as signed in; nobody else changes it
 * @param note what it changes and why, may be empty
 * @param basedOn what it began as; none where a workbook was uploaded without saying so
 * @param backTo the version whose workbook it brings back unchanged; none for any other draft
 * @param sha256 of the workbook as it is now
 * @param size of the workbook, in bytes
 * @param version what it was published as; none until then
 * @param createdAt in UTC
 * @param changedAt in UTC
 */
public record Draft(
        int number,
        Vendor vendor,
        State state,
        String author,
        String note,
        @Nullable String basedOn,
        @Nullable Integer backTo,
        String sha256,
        int size,
        @Nullable Integer version,
        LocalDateTime createdAt,
        LocalDateTime changedAt) {

    /** What became of it. */
    public enum State {
        /** It can be changed, and published. */
        DRAFT,
        PUBLISHED,
        DISCARDED
    }

    /** For example {@code d17}. */
    public String name() {
        return new EditionName.DraftNumber(number).toString();
    }

    /** As the audit log names it, for example {@code plecto d17}. */
    String subject() {
        return vendor + " " + name();
    }
}
