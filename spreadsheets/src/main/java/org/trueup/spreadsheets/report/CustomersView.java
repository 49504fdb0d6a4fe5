package org.trueup.spreadsheets.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.outcome.CountedUser;
import org.trueup.rules.outcome.MonthUse;
import org.trueup.rules.outcome.Position;

/**
 * What of a tenant its own administrators may see: never a pilot (L5).
 *
 * @param months of the subscriptions that they may see, past ones too
 * @param users of the subscription in force, where they may see it
 * @param subscription the one in force; none without one
 * @param seats whether its users hold seats
 */
record CustomersView(
        Tenant tenant,
        List<MonthUse> months,
        List<CountedUser> users,
        @Nullable String subscription,
        boolean seats,
        Deactivations deactivations) {

    static CustomersView of(TenantOutcome outcome) {
        Position position = outcome.assessment().position();
        return new CustomersView(
                outcome.assessment().tenant(),
                outcome.assessment().months().stream()
                        .filter(month -> outcome.shows(month.subscriptionId()))
                        .toList(),
                outcome.showsUsers() ? outcome.assessment().users() : List.of(),
                position == null ? null : position.subscriptionId(),
                position != null && position.metric() == Metric.SEATS_TAKEN,
                Deactivations.of(outcome.changes()));
    }

    /** Whether a user's seat is held or was freed; none where the user took none, or the plan counts no seats. */
    @Nullable
    String seat(CountedUser user) {
        if (!seats) {
            return null;
        }
        return user.counted() > 0 ? "held" : user.seatFreed() ? "freed" : null;
    }
}
