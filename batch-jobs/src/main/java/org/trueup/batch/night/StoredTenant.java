package org.trueup.batch.night;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.fact.Term;
import org.trueup.rules.fact.Utf8Order;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Position;
import org.trueup.spreadsheets.report.TenantOutcome;
import org.trueup.spreadsheets.report.TenantOutcome.NightBefore;
import org.trueup.spreadsheets.report.TenantOutcome.RunningTerm;

/**
 * A tenant as a night finds it in the store.
 *
 * @param number the tenant's, in the store
 * @param before what the night before said of it; none where no night before knows it
 */
record StoredTenant(int number, TenantFacts facts, @Nullable NightBefore before) {
    /** Of two that start on one day the higher id, as of two in force. */
    private static final Comparator<Subscription> EARLIEST =
            Comparator.comparing(Subscription::startsOn).thenComparing(Subscription::id, Utf8Order.UTF8.reversed());

    /** The same, without the accounts. */
    StoredTenant withoutAccounts() {
        TenantFacts rest =
                new TenantFacts(facts.tenant(), facts.subscriptions(), facts.addOns(), List.of(), facts.earlier());
        return new StoredTenant(number, rest, before);
    }

    /** For how many nights before this one the tenant stood as it is decided now. */
    int nightsUnchanged(Assessment assessment) {
        return new TenantOutcome(assessment, Set.of(), List.of(), before, null).nightsUnchanged();
    }

    /** The term of the subscription that the tenant was decided by, and what is bought already for afterwards. */
    @Nullable
    RunningTerm runningTerm(Assessment assessment, LocalDate asOf) {
        Position position = assessment.position();
        String id = position == null ? null : position.subscriptionId();
        return facts.subscriptions().stream()
                .filter(subscription -> subscription.id().equals(id))
                .findFirst()
                .map(running -> new RunningTerm(running.startsOn(), running.endsOn(), running.term(), next(asOf)))
                .orElse(null);
    }

    /** A trial or pilot to come is not bought. */
    private TenantOutcome.@Nullable Next next(LocalDate asOf) {
        return facts.subscriptions().stream()
                .filter(subscription -> subscription.term() == Term.PAID
                        && subscription.startsOn().isAfter(asOf))
                .min(EARLIEST)
                .map(next -> new TenantOutcome.Next(next.id(), next.plan(), next.licenses(), next.startsOn()))
                .orElse(null);
    }
}
