package org.trueup.rules.counting;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.CountedUser;

/**
 * What a tenant uses on the as-of date, by its plan's metric.
 *
 * @param used licences, at least 0
 * @param peakDay earliest day with the highest use, for the metric that has one
 * @param previousPeak highest use of a day of the month before, for the metric that has one (P1)
 * @param users every account that was looked at; what they count adds up to {@code used}
 * @param cells the rows that decided about accounts
 */
public record Usage(
        int used,
        @Nullable LocalDate peakDay,
        @Nullable Integer previousPeak,
        List<CountedUser> users,
        List<ExemptUse> exempt,
        Set<Cell> cells) {

    /** Not by the users: there may be a million. */
    @Override
    public int hashCode() {
        return used;
    }
}
