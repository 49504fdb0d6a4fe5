package org.trueup.rules.terms;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Access;
import org.trueup.rules.fact.Account;
import org.trueup.rules.fact.AccountKind;
import org.trueup.rules.fact.TrackingGroup;
import org.trueup.rules.metric.Metric;

/**
 * What the sheet Who counts looks at in an account. Millions of accounts share some dozens of profiles, so each profile
 * is decided once.
 */
public record AccountProfile(
        Metric metric,
        AccountKind kind,
        Access access,
        boolean tracked,
        boolean history,
        @Nullable TrackingGroup group,
        boolean loginEnabled,
        boolean deactivated,
        boolean removed) {
    /** How many different {@link #number numbers} there are. */
    public static final int NUMBERS = Metric.values().length << 11;

    /** The profile of an account on a day. */
    public static AccountProfile of(Metric metric, Account account, LocalDate day, boolean history) {
        return new AccountProfile(
                metric,
                account.kind(),
                account.access(),
                account.tracked(),
                history,
                account.group(),
                account.loginEnabled(),
                account.deactivatedBy(day),
                account.removedBy(day));
    }

    /** A number of its own for every profile, at least 0 and below {@link #NUMBERS}. */
    public int number() {
        int number = metric.ordinal();
        number = number << 2 | kind.ordinal();
        number = number << 2 | access.ordinal();
        number = number << 2 | (group == null ? 0 : group.ordinal() + 1);
        number = number << 1 | (tracked ? 1 : 0);
        number = number << 1 | (history ? 1 : 0);
        number = number << 1 | (loginEnabled ? 1 : 0);
        number = number << 1 | (deactivated ? 1 : 0);
        number = number << 1 | (removed ? 1 : 0);
        return number;
    }
}
