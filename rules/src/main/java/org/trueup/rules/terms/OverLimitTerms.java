package org.trueup.rules.terms;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Term;
import org.trueup.rules.outcome.AddingBeyond;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.Licences;
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

    /**
     * Whether the row takes a tenant.
     *
     * @param overSince first day of the period over the limit; none when the tenant is not over
     */
    public boolean fits(
            String tenantsPlan, Term tenantsTerm, int used, Licences licensed, @Nullable LocalDate overSince) {
        return (plan == null || plan.equals(tenantsPlan))
                && (term == null || term == tenantsTerm)
                && reached(used, licensed)
                && (startedFrom == null || (overSince != null && !overSince.isBefore(startedFrom)))
                && (startedUntil == null || (overSince != null && !overSince.isAfter(startedUntil)));
    }

    private boolean reached(int used, Licences licensed) {
        if (overByLicences == null && overByPercent == null) {
            return true;
        }
        Integer count = licensed.count();
        if (count == null) {
            return false;
        }
        long over = (long) used - count;
        return (overByLicences == null || over >= overByLicences)
                && (overByPercent == null || reachedPercent(over, count, overByPercent));
    }

    /** Without a division: over / licensed ≥ percent / 100, also where nothing is licensed. */
    private static boolean reachedPercent(long over, int licensed, BigDecimal percent) {
        return BigDecimal.valueOf(over * 100).compareTo(percent.multiply(BigDecimal.valueOf(licensed))) >= 0;
    }

    /** Of two rows that take the same tenant: more conditions win, then the higher threshold, then the upper row. */
    public boolean beats(OverLimitTerms other) {
        int more = rank(other);
        return more != 0 ? more > 0 : at.row() < other.at.row();
    }

    /** How the rows' ranks compare: above 0 where this one wins, 0 where only their order on the sheet tells. */
    public int rank(OverLimitTerms other) {
        int more = Integer.compare(conditions(), other.conditions());
        if (more == 0) {
            more = compare(overByLicences, other.overByLicences);
        }
        return more != 0 ? more : compare(overByPercent, other.overByPercent);
    }

    private int conditions() {
        return SheetRow.filled(plan, term, overByLicences, overByPercent, startedFrom, startedUntil);
    }

    private static <T extends Comparable<T>> int compare(@Nullable T left, @Nullable T right) {
        if (left == null || right == null) {
            return Boolean.compare(left != null, right != null);
        }
        return left.compareTo(right);
    }
}
