package org.trueup.rules.counting;

import java.time.LocalDate;
import java.util.List;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.outcome.Licences;
import org.trueup.rules.outcome.MonthUse;

/** Counts by one metric. */
sealed interface Counter
        permits PeakDailyActive, AddedUsers, IdentitiesWithHistory, SeatsTaken, MonthlyCredits, MonthlyUsers {

    /** What the tenant uses on the as-of date under a subscription. */
    Usage usage(TenantFacts facts, Subscription subscription, LocalDate asOf);

    /** What the tenant used in the months of a subscription that began on or before the as-of date. */
    List<MonthUse> months(TenantFacts facts, Subscription subscription, Licences licensed, LocalDate asOf);
}
