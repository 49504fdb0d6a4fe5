package org.trueup.rules.outcome;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Tenant;

/**
 * All that the engine says of one tenant on one date. A tenant without a position always has a finding that says why.
 *
 * @param findings in the order of {@link Finding#ORDER}
 * @param months by month, then subscription
 * @param users by account id, in the order of their UTF-8 bytes
 */
public record Assessment(
        Tenant tenant,
        @Nullable Position position,
        List<Finding> findings,
        List<MonthUse> months,
        List<CountedUser> users) {
    public Assessment {
        if (position == null && findings.isEmpty()) {
            throw new IllegalArgumentException("tenant " + tenant.id() + " has neither a position nor a reason");
        }
    }
}
