package org.trueup.spreadsheets.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Term;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Concern;
import org.trueup.rules.outcome.CountedUser;
import org.trueup.rules.outcome.MonthUse;
import org.trueup.rules.outcome.Movement;
import org.trueup.rules.outcome.Position;

/**
 * What a night says of one tenant, and what the store knows beside it.
 *
 * @param pilots ids of the subscriptions that are pilots (L5)
 * @param changes of when accounts are deactivated, by account, the earlier known first (L9)
 * @param before what the night before said of the tenant; none where no night before knows it
 * @param runningTerm of the subscription that the position is of; none without such a subscription
 */
public record TenantOutcome(
        Assessment assessment,
        Set<String> pilots,
        List<DeactivationChange> changes,
        @Nullable NightBefore before,
        @Nullable RunningTerm runningTerm) {

    /** A tenant without pilots whose accounts never changed, seen for the first time. */
    public static TenantOutcome of(Assessment assessment) {
        return new TenantOutcome(assessment, Set.of(), List.of(), null, null);
    }

    /** How what is to be done about the tenant moved since the night before. */
    public Movement movement() {
        return Concern.of(assessment).since(before == null ? null : before.concern());
    }

    /** For how many nights in a row, this one not counted, the tenant stood as it does; 0 where something changed. */
    public int nightsUnchanged() {
        return before != null && movement() == Movement.UNCHANGED ? before.nightsUnchanged() + 1 : 0;
    }

    /** Whether customers may see the present use: never in a pilot, else as the plan says (L5). */
    public boolean showsUsers() {
        Position position = assessment.position();
        return position == null || position.shownToCustomers();
    }

    /** Whether customers may see the use of a subscription, a past one too. */
    public boolean shows(String subscription) {
        Position position = assessment.position();
        boolean present = position != null
                && Objects.requireNonNullElse(position.subscriptionId(), "").equals(subscription);
        return !pilots.contains(subscription) && (!present || showsUsers());
    }

    /** The months that customers may see. */
    List<MonthUse> shownMonths() {
        return assessment.months().stream()
                .filter(month -> shows(month.subscriptionId()))
                .toList();
    }

    /** The users, where customers may see them. */
    List<CountedUser> shownUsers() {
        return showsUsers() ? assessment.users() : List.of();
    }

    /** When each account was deactivated and activated again, as a sentence by account id; of those that ever were (L9). */
    public Map<String, String> deactivations() {
        return Deactivations.of(changes).byAccount();
    }

    /**
     * One change of the day from which on an account is deactivated.
     *
     * @param was none when the account was active
     * @param became none when the account was activated again
     * @param knownSince the day of the feed that brought the change
     */
    public record DeactivationChange(
            String accountId,
            @Nullable LocalDate was,
            @Nullable LocalDate became,
            LocalDate knownSince) {}

    /**
     * What the latest night before this one that knows the tenant said of it.
     *
     * @param used none where that night made no position
     * @param nightsUnchanged for how many nights in a row, that one not counted, the tenant stood as it did then
     */
    public record NightBefore(
            LocalDate asOf, Concern concern, @Nullable Integer used, int nightsUnchanged) {}

    /**
     * The subscription that is in force.
     *
     * @param endsOn the last day
     * @param next the one that follows it, bought already; none where nobody renewed it yet
     */
    public record RunningTerm(
            LocalDate startsOn,
            LocalDate endsOn,
            Term term,
            @Nullable Next next) {}

    /**
     * A subscription that starts after the one in force, the earliest of them.
     *
     * @param licenses none means the plan's cap, or unlimited
     */
    public record Next(
            String subscriptionId, String plan, @Nullable Integer licenses, LocalDate startsOn) {}
}
