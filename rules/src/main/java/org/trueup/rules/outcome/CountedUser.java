package org.trueup.rules.outcome;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One account that was looked at, and what it counted.
 *
 * @param counted licences, at least 0; all accounts of a tenant add up to its use
 * @param reason why, in the words of the sheet
 * @param firstActiveOn first active day within the subscription
 * @param monthsActive months with activity within the subscription
 * @param exempt whether an exemption row decided what it counts (P3)
 */
public record CountedUser(
        String accountId,
        String name,
        int counted,
        String reason,
        @Nullable LocalDate firstActiveOn,
        int monthsActive,
        boolean exempt) {
    /** How the reason of a user begins whose deactivation freed a seat (L1). */
    public static final String SEAT_FREED = "seat freed";

    /** Whether the user held a seat that was freed since. */
    public boolean seatFreed() {
        return counted == 0 && reason.startsWith(SEAT_FREED);
    }
}
