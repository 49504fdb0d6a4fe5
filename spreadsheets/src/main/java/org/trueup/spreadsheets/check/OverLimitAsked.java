package org.trueup.spreadsheets.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Term;
import org.trueup.rules.terms.Bounds;
import org.trueup.rules.terms.OverLimitConditions;
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
        OverLimitConditions when = row.when();
        return new OverLimitAsked(
                when.plan(),
                when.term(),
                when.nonprofit(),
                between(when.licensed()),
                between(when.started()),
                between(when.overBy()),
                between(when.overByPercent()),
                new Between<>(when.overForDays(), null));
    }

    private static <T extends Comparable<? super T>> Between<T> between(Bounds<T> bounds) {
        return new Between<>(bounds.atLeast(), bounds.atMost());
    }

    private static <T> Between<T> open() {
        return new Between<>(null, null);
    }

    /** Whether the row looks at how much a tenant is over: unlimited licences then do not fit. */
    boolean counts() {
        return !overBy.open() || !overByPercent.open();
    }
}
