package org.trueup.rules.fact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known from before: the latest night stored before the as-of date or, where there is none, what the feed says.
 *
 * @param asOf the date of that night; none when the store holds no earlier night of the tenant
 * @param overSince the day since which the tenant was over its limit then; none when it was not
 * @param plan the plan that the tenant was decided by then; the one of a night before where that night
 *     made no position; none when the store holds no such night
 * @param graceSince the first day of the grace period that ran or had ended then; never without {@code overSince} or before it
 */
public record EarlierNight(
        @Nullable LocalDate asOf,
        @Nullable LocalDate overSince,
        @Nullable String plan,
        @Nullable LocalDate graceSince) {
    /** No earlier night, and the feed says nothing. */
    public static final EarlierNight NONE = new EarlierNight(null, null, null, null);

    public EarlierNight {
        if (graceSince != null && (overSince == null || graceSince.isBefore(overSince))) {
            throw new IllegalArgumentException("grace since " + graceSince + ", but over the limit since " + overSince);
        }
    }

    /** No earlier night is stored, but the feed says since when the tenant is over; its grace period began then, too. */
    public static EarlierNight asFeedSays(LocalDate overSince) {
        return new EarlierNight(null, overSince, null, overSince);
    }
}
