package org.trueup.rules.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A number as a fraction, so that a share of licences is compared exactly.
 *
 * @param denominator at least 0; by 0 the fraction is larger than any number
 */
record Amount(long numerator, long denominator) {
    private static final long THOUSAND = 1_000;

    static Amount whole(long number) {
        return new Amount(number, 1);
    }

    static @Nullable Amount whole(@Nullable Integer number) {
        return number == null ? null : whole(number.longValue());
    }

    /** A number of at most three decimals; more are rounded half-even. */
    static Amount exact(BigDecimal number) {
        return new Amount(
                number.movePointRight(3).setScale(0, RoundingMode.HALF_EVEN).longValueExact(), THOUSAND);
    }

    /** Whether it is at least so many thousandths. */
    boolean atLeast(long thousandths) {
        return Math.multiplyExact(numerator, THOUSAND) >= Math.multiplyExact(thousandths, denominator);
    }

    /** Whether it is at most so many thousandths. */
    boolean atMost(long thousandths) {
        return Math.multiplyExact(numerator, THOUSAND) <= Math.multiplyExact(thousandths, denominator);
    }

    /** Up to two decimals, cut and not rounded: what is short of a limit never reads as having reached it. */
    String spoken() {
        if (denominator == 0) {
            return "over 100";
        }
        BigDecimal cut = BigDecimal.valueOf(numerator)
                .divide(BigDecimal.valueOf(denominator), 2, RoundingMode.DOWN)
                .stripTrailingZeros();
        return (cut.scale() < 0 ? cut.setScale(0) : cut).toPlainString();
    }
}
