package org.trueup.spreadsheets.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Position;

/**
 * What a night says of one tenant, and what the store knows beside it.
 *
 * @param pilots ids of the subscriptions that are pilots (L5)
 * @param changes of when accounts are deactivated, by account, the earlier known first (L9)
 */
public record TenantOutcome(Assessment assessment, Set<String> pilots, List<DeactivationChange> changes) {

    /** A tenant without pilots whose accounts never changed. */
    public static TenantOutcome of(Assessment assessment) {
        return new TenantOutcome(assessment, Set.of(), List.of());
    }

    /** Whether customers may see the present use: never in a pilot, else as the plan says (L5). */
    boolean showsUsers() {
        Position position = assessment.position();
        return position == null || position.shownToCustomers();
    }

    /** Whether customers may see the use of a subscription, a past one too. */
    boolean shows(String subscription) {
        Position position = assessment.position();
        boolean present = position != null
                && Objects.requireNonNullElse(position.subscriptionId(), "").equals(subscription);
        return !pilots.contains(subscription) && (!present || showsUsers());
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
}
