package org.trueup.spreadsheets.check;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Term;
import org.trueup.rules.outcome.Licences;
import org.trueup.rules.terms.LimitProfile;
import org.trueup.rules.terms.OverLimitTerms;

/**
 * A tenant that the sheet Over the limit may have to decide.
 *
 * @param used at least 0
 * @param overSince none when not over
 * @param daysOver 1 on the first day over; 0 when not over
 */
record OverLimitCase(
        String plan,
        Term term,
        boolean nonprofit,
        int used,
        Licences licensed,
        @Nullable LocalDate overSince,
        int daysOver) {

    /** As the rules say it. */
    boolean takenBy(OverLimitTerms row) {
        return row.fits(new LimitProfile(plan, term, nonprofit, used, licensed, overSince, daysOver));
    }
}
