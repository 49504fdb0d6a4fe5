package org.trueup.spreadsheets.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Term;
import org.trueup.rules.terms.OverLimitTerms;

/** What a row of Over the limit asks for, axis by axis; an empty condition asks for nothing. */
record OverLimitAsked(
        @Nullable String plan,
        @Nullable Term term,
        @Nullable Boolean nonprofit,
        Between<Integer> licensed,
        Between<LocalDate> started,
        Between<Integer> overBy,
        Between<BigDecimal> overByPercent,
        Between<Integer> daysOver) {
    static final OverLimitAsked NOTHING = new OverLimitAsked(null, null, null, open(), open(), open(), open(), open());

    static OverLimitAsked by(OverLimitTerms row) {
        return new OverLimitAsked(
                row.plan(),
                row.term(),
                null,
                open(),
                new Between<>(row.startedFrom(), row.startedUntil()),
                new Between<>(row.overByLicences(), null),
                new Between<>(row.overByPercent(), null),
                open());
    }

    private static <T> Between<T> open() {
        return new Between<>(null, null);
    }

    /** Whether the row looks at how much a tenant is over: unlimited licences then do not fit. */
    boolean counts() {
        return !overBy.open() || !overByPercent.open();
    }
}
