package org.trueup.rules.outcome;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What about a tenant asks a person to act, as one night saw it: a status above AT_LIMIT, and the findings that are more
 * than information and not waived. Two nights' concerns can be compared.
 *
 * @param status of the position; none where the tenant has none
 * @param shortBy licences that are not covered, at least 0; 0 where that is tolerated
 * @param codes of the findings, each once; the days of one grace period (A10) are one code
 */
public record Concern(@Nullable Status status, int shortBy, SortedSet<String> codes) {
    public Concern {
        if (shortBy < 0) {
            throw new IllegalArgumentException("short by " + shortBy);
        }
        codes = Collections.unmodifiableSortedSet(new TreeSet<>(codes));
    }

    /** What a night says of a tenant. */
    public static Concern of(Assessment assessment) {
        Position position = assessment.position();
        boolean above = position != null && position.status().aboveLimit();
        SortedSet<String> codes = new TreeSet<>();
        for (Finding finding : assessment.findings()) {
            if (finding.severity() != Severity.INFO && !finding.waived()) {
                codes.add(lasting(finding.code()));
            }
        }
        return new Concern(
                position == null ? null : position.status(), above && position != null ? position.shortBy() : 0, codes);
    }

    /** The code by which a matter goes on: the first day of a grace period and the later ones are one. */
    public static String lasting(String code) {
        return code.equals(FindingCode.GRACE_STARTED.name()) ? FindingCode.GRACE_RUNNING.name() : code;
    }

    /** Whether there is anything to act on. */
    public boolean any() {
        return rank() > 0 || !codes.isEmpty();
    }

    /** How the matter moved since the night before; a tenant that no night knew before had no concern. */
    public Movement since(@Nullable Concern before) {
        boolean was = before != null && before.any();
        if (!any() || !was) {
            return any() ? Movement.NEW : was ? Movement.CURED : Movement.NONE;
        }
        int worse = Integer.compare(rank(), before.rank());
        if (worse == 0) {
            worse = Integer.compare(shortBy, before.shortBy);
        }
        if (worse == 0 && !codes.equals(before.codes)) {
            // something new weighs more than something gone
            worse = before.codes.containsAll(codes) ? -1 : 1;
        }
        return worse > 0 ? Movement.WORSENED : worse < 0 ? Movement.IMPROVED : Movement.UNCHANGED;
    }

    /** 0 for every status that asks for nothing. */
    private int rank() {
        return status == null || !status.aboveLimit() ? 0 : status.ordinal();
    }
}
