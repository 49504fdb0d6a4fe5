package org.trueup.batch.night;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.trueup.rules.fact.Vendor;

/**
 * Which nights the settings keep. Beside those that they name, the latest night of each vendor and the one before it always stay,
 * and so does the night before any that stays: who is over since when is read from it when that night is run again.
 */
final class KeptNights {
    private KeptNights() {}

    /**
     * The nights to thin, the first first.
     *
     * @param nights the stored ones with the vendors that they decided
     */
    static List<LocalDate> toThin(SortedMap<LocalDate, Set<Vendor>> nights, KeepSettings settings) {
        Integer daily = settings.dailyNights();
        if (daily == null || nights.isEmpty()) {
            return List.of();
        }
        List<LocalDate> dates = List.copyOf(nights.keySet());
        Set<LocalDate> named =
                new HashSet<>(dates.subList(Math.max(0, dates.size() - Math.max(2, daily)), dates.size()));
        named.addAll(monthEnds(nights, settings));
        Set<LocalDate> kept = new HashSet<>(named);
        byVendor(nights).values().forEach(ofVendor -> {
            for (int i = 0; i < ofVendor.size(); i++) {
                boolean nextIsNamed = i + 1 < ofVendor.size() && named.contains(ofVendor.get(i + 1));
                if (nextIsNamed || i >= ofVendor.size() - 2) {
                    kept.add(ofVendor.get(i));
                }
            }
        });
        return dates.stream().filter(date -> !kept.contains(date)).toList();
    }

    private static Set<LocalDate> monthEnds(SortedMap<LocalDate, Set<Vendor>> nights, KeepSettings settings) {
        Map<YearMonth, LocalDate> ends = new TreeMap<>();
        nights.keySet().forEach(date -> ends.put(YearMonth.from(date), date));
        Integer months = settings.monthEnds();
        if (months != null) {
            YearMonth oldest = YearMonth.from(nights.lastKey()).minusMonths(months);
            ends.keySet().removeIf(month -> !month.isAfter(oldest));
        }
        return Set.copyOf(ends.values());
    }

    private static Map<Vendor, List<LocalDate>> byVendor(SortedMap<LocalDate, Set<Vendor>> nights) {
        Map<Vendor, List<LocalDate>> byVendor = new TreeMap<>();
        nights.forEach((date, vendors) -> vendors.forEach(vendor ->
                byVendor.computeIfAbsent(vendor, first -> new ArrayList<>()).add(date)));
        return byVendor;
    }
}
