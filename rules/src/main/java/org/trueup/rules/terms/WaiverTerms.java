package org.trueup.rules.terms;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.TenantId;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.FindingCode;
import org.trueup.rules.outcome.Waiver;

/**
 * A row of the sheet Waivers: a finding that one tenant is let off for a while. The finding is still told, as waived.
 *
 * @param code the finding's, of the product or of the sheet Checks; never {@code ACCESS_BLOCKED}
 * @param from the first as-of date on which it is waived; none means since ever
 * @param until the last as-of date on which it is waived, not before {@code from}
 * @param owner who answers for it
 * @param approvedBy who agreed to it; another person than the owner
 */
public record WaiverTerms(
        SheetRow at,
        TenantId tenant,
        String code,
        @Nullable LocalDate from,
        LocalDate until,
        String owner,
        String approvedBy,
        String reason) {
    public static final String SHEET = "Waivers";
    /** The column that a waived finding names. */
    public static final String UNTIL = "Until";

    public WaiverTerms {
        if (!mayWaive(code)) {
            throw new IllegalArgumentException(code + " is never waived");
        }
        if (from != null && until.isBefore(from)) {
            throw new IllegalArgumentException("a waiver until " + until + " cannot begin on " + from);
        }
    }

    /** Whether findings of that code can be waived at all: whoever is blocked must hear of it. */
    public static boolean mayWaive(String code) {
        return !code.equals(FindingCode.ACCESS_BLOCKED.name());
    }

    public Cell cell(String header) {
        return at.cell(header);
    }

    public boolean inForceOn(LocalDate asOf) {
        return (from == null || !asOf.isBefore(from)) && !asOf.isAfter(until);
    }

    /** Whether both rows waive the same finding of the same tenant on some day. */
    public boolean overlaps(WaiverTerms other) {
        return tenant.equals(other.tenant)
                && code.equals(other.code)
                && (from == null || !from.isAfter(other.until))
                && (other.from == null || !other.from.isAfter(until));
    }

    /** What the findings that it waives carry. */
    public Waiver waiver() {
        return new Waiver(until, owner, approvedBy, reason, cell(UNTIL));
    }
}
