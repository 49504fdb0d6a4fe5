package org.trueup.rules.outcome;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    /** One cell for every sheet row that had a say; without a position those of the findings and of what waives them. */
    public List<Cell> decidedBy() {
        if (position != null) {
            return position.cells();
        }
        Set<String> rows = new HashSet<>();
        return findings.stream()
                .flatMap(finding -> finding.cells().stream())
                .filter(cell -> rows.add(cell.sheet() + "!" + cell.row()))
                .toList();
    }
}
