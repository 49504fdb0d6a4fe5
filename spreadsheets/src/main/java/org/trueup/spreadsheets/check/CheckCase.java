package org.trueup.spreadsheets.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.check.Characteristic;
import org.trueup.rules.check.CheckTerms;
import org.trueup.rules.check.Measure;
import org.trueup.rules.check.Range;

/**
 * A tenant as the sheet Checks looks at it.
 *
 * @param words one that is missing is one that the tenant has not
 * @param measures all but the use in percent; one that is missing is one that the tenant has not
 * @param use licences used and held, for the use in percent; none where licences are unlimited
 */
record CheckCase(
        Map<Characteristic, String> words,
        Map<Measure, BigDecimal> measures,
        @Nullable Use use,
        LocalDate asOf) {

    boolean takenBy(CheckTerms row) {
        return row.words().entrySet().stream().allMatch(word -> word.getValue().equals(words.get(word.getKey())))
                && row.ranges().entrySet().stream().allMatch(range -> within(range.getKey(), range.getValue()))
                && (row.from() == null || !asOf.isBefore(row.from()))
                && (row.until() == null || !asOf.isAfter(row.until()));
    }

    private boolean within(Measure measure, Range range) {
        return measure == Measure.USE ? useWithin(range) : within(measures.get(measure), BigDecimal.ONE, range);
    }

    private boolean useWithin(Range range) {
        if (use == null || use.used() + use.licensed() == 0) {
            return false;
        }
        return within(BigDecimal.valueOf(use.used()).movePointRight(2), BigDecimal.valueOf(use.licensed()), range);
    }

    /** Without a division, as the rules compare it. */
    private static boolean within(@Nullable BigDecimal value, BigDecimal of, Range range) {
        return value != null
                && (range.atLeast() == null || value.compareTo(range.atLeast().multiply(of)) >= 0)
                && (range.atMost() == null || value.compareTo(range.atMost().multiply(of)) <= 0);
    }
}
