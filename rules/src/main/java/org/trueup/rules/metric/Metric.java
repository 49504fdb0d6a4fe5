package org.trueup.rules.metric;

import java.util.Arrays;
import java.util.Optional;

/** What a plan counts. */
public enum Metric {
    /** The highest number of accounts that were active on one day of the month (P1). */
    PEAK_DAILY_ACTIVE("peak-daily-active"),
    /** Agent identities that hold data (A7). */
    IDENTITIES_WITH_HISTORY("identities-with-history"),
    /** Users who logged in within the plan and were not deactivated since (L1). */
    SEATS_TAKEN("seats-taken"),
    /** One credit for each user and month with a login, from the pool of the plan (L2). */
    MONTHLY_CREDITS("monthly-credits"),
    /** Distinct users who logged in in the month (L3). */
    MONTHLY_USERS("monthly-users"),
    /** Users who were added and not removed or deactivated (N2). */
    ADDED_USERS("added-users");

    private final String code;

    Metric(String code) {
        this.code = code;
    }

    /** The name in sheets and files, for example {@code peak-daily-active}. */
    public String code() {
        return code;
    }

    /** The metric of that name, if there is one. */
    public static Optional<Metric> ofCode(String code) {
        return Arrays.stream(values())
                .filter(metric -> metric.code.equals(code))
                .findFirst();
    }
}
