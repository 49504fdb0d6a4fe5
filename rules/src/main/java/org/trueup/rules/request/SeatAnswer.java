package org.trueup.rules.request;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.Position;

/**
 * Whether a tenant may have what it asks for.
 *
 * @param reason for people, as the sheet words it
 * @param rule that decided
 * @param cell that decided; none where no sheet had a say
 * @param now the tenant as it stands; none where it has no position, and then nothing is allowed
 * @param after as it would stand
 * @param follows what would be found that is not found now
 * @param quote what the change of licences costs; none where a total is denied or there is nothing to buy
 */
public record SeatAnswer(
        boolean allowed,
        String reason,
        String rule,
        @Nullable Cell cell,
        @Nullable Position now,
        @Nullable Position after,
        List<Finding> follows,
        @Nullable SeatQuote quote) {

    SeatAnswer quoted(@Nullable SeatQuote other) {
        return new SeatAnswer(allowed, reason, rule, cell, now, after, follows, other);
    }
}
