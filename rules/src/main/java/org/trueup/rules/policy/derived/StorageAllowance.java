package org.trueup.rules.policy.derived;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.Entitlement;
import org.trueup.rules.terms.PolicyTerms;
import org.trueup.rules.terms.Setting;
import org.trueup.rules.terms.SettingTerms;

/**
 * How much history a tenant may store (A15).
 *
 * @param days at least 0
 * @param months the row that says how many days the months are; none where the allowance is in days
 */
public record StorageAllowance(
        Entitlement entitlement, int days, @Nullable Cell months) {
    private static final String DATA_HISTORY = "Data history";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    /** The allowance as a list of one; empty where the sheets grant none or set no limit. */
    public static List<StorageAllowance> of(
            Standing standing, Entitling entitling, PolicyTerms policy, LocalDate asOf) {
        return among(entitling.granted(standing, asOf, DATA_HISTORY), policy, standing.plan());
    }

    /** The allowances among what a tenant of a plan is entitled to. */
    public static List<StorageAllowance> among(List<Entitlement> entitlements, PolicyTerms policy, String plan) {
        return entitlements.stream()
                .filter(entitlement -> entitlement.name().equalsIgnoreCase(DATA_HISTORY))
                .filter(entitlement -> NUMBER.matcher(entitlement.value()).matches())
                .flatMap(entitlement -> days(entitlement, policy, plan).stream())
                .toList();
    }

    private static Optional<StorageAllowance> days(Entitlement entitlement, PolicyTerms policy, String plan) {
        int number = Integer.parseInt(entitlement.value());
        if (!"months".equalsIgnoreCase(entitlement.unit())) {
            return Optional.of(new StorageAllowance(entitlement, number, null));
        }
        // whole years by the days of 12 months, else by those of 6
        boolean years = number % 12 == 0;
        return policy.setting(years ? Setting.DAYS_IN_12_MONTHS : Setting.DAYS_IN_6_MONTHS, plan)
                .map(row -> new StorageAllowance(entitlement, days(number, years ? 12 : 6, row), row.cell("Value")));
    }

    private static int days(int months, int unit, SettingTerms row) {
        return (months * row.number() + unit - 1) / unit;
    }

    /** As the sheet says it: {@code 6 months}. */
    public String said() {
        return entitlement.value() + (entitlement.unit() == null ? "" : " " + entitlement.unit());
    }
}
