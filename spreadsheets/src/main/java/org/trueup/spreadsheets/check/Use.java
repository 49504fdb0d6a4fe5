package org.trueup.spreadsheets.check;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Licences used and held.
 *
 * @param used at least 0
 * @param licensed at least 0
 */
record Use(long used, long licensed) {
    private static final int HUNDRED = 100;

    long over() {
        return used - licensed;
    }

    /** For people: {@code 12 used of 10 licences (2 over, 20 %)}. */
    @Override
    public String toString() {
        String of = "%d used of %d licences".formatted(used, licensed);
        if (over() <= 0) {
            return of;
        }
        String percent = licensed == 0 ? "" : ", %s %%".formatted(percent());
        return of + " (%d over%s)".formatted(over(), percent);
    }

    /** Cut to two decimals: what is short of a limit never reads as having reached it. */
    private String percent() {
        return BigDecimal.valueOf(over() * HUNDRED)
                .divide(BigDecimal.valueOf(licensed), 2, RoundingMode.DOWN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
