package org.trueup.rules.fact;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account at the vendor: a person, a system or an integration, and the months in which it was active.
 *
 * @param source the data source or integration that the account came from
 * @param addedOn none means that it was always there
 * @param mergedInto id of the account that this one was merged into (A8)
 * @param activity by month and kind, each pair once, in any order; may reach beyond the as-of date
 */
public record Account(
        String id,
        String name,
        AccountKind kind,
        @Nullable String source,
        @Nullable String email,
        @Nullable String username,
        @Nullable String logonDomain,
        @Nullable String device,
        @Nullable LocalDate addedOn,
        @Nullable LocalDate removedOn,
        @Nullable LocalDate deactivatedOn,
        boolean loginEnabled,
        boolean tracked,
        boolean hasHistory,
        @Nullable LocalDate historyDeletedOn,
        Access access,
        @Nullable TrackingGroup group,
        @Nullable String mergedInto,
        List<ActiveMonth> activity) {

    /** By the id alone: Drools hashes what a rule looks at one by one, and an account may have years of activity. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** A date takes effect at 00:00 UTC of its day; an account without one was always there. */
    public boolean addedBy(LocalDate day) {
        return addedOn == null || !addedOn.isAfter(day);
    }

    public boolean removedBy(LocalDate day) {
        return removedOn != null && !removedOn.isAfter(day);
    }

    public boolean deactivatedBy(LocalDate day) {
        return deactivatedOn != null && !deactivatedOn.isAfter(day);
    }

    /** Whether the vendor holds data of the account on a day (A9). */
    public boolean hasHistoryOn(LocalDate day) {
        if (group == TrackingGroup.DELETE) {
            return false;
        }
        boolean deleted = historyDeletedOn != null && !historyDeletedOn.isAfter(day);
        if (hasHistory && !deleted) {
            return true;
        }
        LocalDate from = deleted && historyDeletedOn != null ? historyDeletedOn.plusDays(1) : LocalDate.MIN;
        for (ActiveMonth active : activity) {
            if (active.anyWithin(from, day)) {
                return true;
            }
        }
        return false;
    }
}
