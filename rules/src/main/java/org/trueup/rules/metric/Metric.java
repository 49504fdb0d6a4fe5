package org.trueup.rules.metric;

import java.util.Arrays;
import java.util.Optional;

/** What a plan counts. */
public enum Metric {
    /** The highest number of accounts that were active on one day of the month (P1). */
    PEAK_DAILY_ACTIVE("peak-daily-active"),
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
