package org.trueup.spreadsheets.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.check.Measure;
import org.trueup.rules.check.Range;
import org.trueup.spreadsheets.analysis.Scale;
import org.trueup.spreadsheets.analysis.Span;

/**
 * The axis of one measure of the sheet Checks, in its smallest unit: one, a cent or a thousandth of a percent.
 *
 * @param decimals how many decimals of the measure are whole numbers of the axis
 */
record MeasureScale(Measure measure, Scale scale, int decimals) {
    private static final long MOST_CENTS = 1_000_000_000_000L;
    private static final long ALL_OF_IT = 100_000;
    private static final long LAST_DAY_OF_MONTH = 31;

    /** @param rows what the rows ask of the measure */
    static MeasureScale of(Measure measure, List<Range> rows) {
        int decimals = measure.unit().decimals();
        List<Long> cuts = rows.stream()
                .flatMap(row -> Stream.of(number(row.atLeast(), decimals, 0), number(row.atMost(), decimals, 1)))
                .filter(Objects::nonNull)
                .toList();
        return new MeasureScale(measure, scale(measure, cuts), decimals);
    }

    private static Scale scale(Measure measure, List<Long> cuts) {
        return switch (measure) {
            case USE -> throw new IllegalArgumentException("the use in percent is no whole number of anything");
            case USED -> Scale.of(0, Uses.MOST, cuts);
            case DISCOUNT -> Scale.of(0, ALL_OF_IT, cuts);
            case DAY_OF_MONTH -> Scale.of(1, LAST_DAY_OF_MONTH, cuts);
            case LICENSED, UNUSED, DAYS_TO_TERM_END, GRACE_DAYS_LEFT -> Scale.orMissing(0, Uses.MOST, cuts);
            case DAYS_OVER -> Scale.orMissing(1, Uses.MOST, cuts);
            case TRUE_UP -> Scale.orMissing(0, MOST_CENTS, cuts);
        };
    }

    private static @Nullable Long number(@Nullable BigDecimal bound, int decimals, int plus) {
        return bound == null ? null : (Long) (bound.movePointRight(decimals).longValueExact() + plus);
    }

    Span asked(@Nullable Range range) {
        return range == null
                ? scale.all()
                : scale.between(number(range.atLeast(), decimals, 0), number(range.atMost(), decimals, 0));
    }

    /** The first number of a place, as the measure is typed; none for the place of those that have none. */
    @Nullable
    BigDecimal first(int place) {
        return scale.isMissing(place) ? null : BigDecimal.valueOf(scale.first(place), decimals);
    }
}
