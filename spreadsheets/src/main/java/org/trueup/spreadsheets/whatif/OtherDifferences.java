package org.trueup.spreadsheets.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Entitlement;
import org.trueup.rules.outcome.Position;

/** Tells in words what is different in two positions beside what has a column of its own. */
final class OtherDifferences {
    private final List<String> words = new ArrayList<>();

    private OtherDifferences() {}

    static String of(Position before, Position after) {
        OtherDifferences different = new OtherDifferences();
        different.add("Plan", before.plan(), after.plan());
        different.add("Metric", before.metric().code(), after.metric().code());
        different.add("Required", before.required(), after.required());
        different.add("Over since", before.overSince(), after.overSince());
        different.add("Peak day", before.peakDay(), after.peakDay());
        different.add("Previous month's peak", before.previousPeak(), after.previousPeak());
        boolean sameUse = before.used() == after.used() && before.licensed().equals(after.licensed());
        if (sameUse) {
            different.add("Usage line", before.usageLine(), after.usageLine());
        }
        different.add("Adding beyond", small(before.addingBeyond()), small(after.addingBeyond()));
        different.add("What happens", before.whatHappens(), after.whatHappens());
        different.add("Shown to customers", yesNo(before.shownToCustomers()), yesNo(after.shownToCustomers()));
        different.addEntitlements(before.entitlements(), after.entitlements());
        return String.join("; ", different.words);
    }

    private void add(String name, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            words.add(name + " " + shown(before) + " → " + shown(after));
        }
    }

    /** By name; where an entitlement's cell stands makes no difference. */
    private void addEntitlements(List<Entitlement> before, List<Entitlement> after) {
        add("Entitlements", listed(before, after), listed(after, before));
    }

    /** Those that the other side does not have alike. */
    private static String listed(List<Entitlement> these, List<Entitlement> others) {
        List<String> known = others.stream().map(OtherDifferences::entitlement).toList();
        return these.stream()
                .map(OtherDifferences::entitlement)
                .filter(each -> !known.contains(each))
                .collect(Collectors.joining(", "));
    }

    private static String entitlement(Entitlement entitlement) {
        String unit = entitlement.unit();
        return entitlement.name() + ": " + entitlement.value() + (unit == null ? "" : " " + unit);
    }

    private static String shown(@Nullable Object value) {
        return value == null || value.toString().isEmpty() ? "none" : value.toString();
    }

    private static String small(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static String yesNo(boolean value) {
        return value ? "yes" : "no";
    }
}
