package org.trueup.rules.check;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a row asks of a measure: at least one of the two bounds.
 *
 * @param atLeast none means no lower bound
 * @param atMost none means no upper bound
 */
public record Range(@Nullable BigDecimal atLeast, @Nullable BigDecimal atMost) {
    public Range {
        if (atLeast == null && atMost == null) {
            throw new IllegalArgumentException("a range has a bound");
        }
    }
}
