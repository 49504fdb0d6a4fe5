package org.trueup.batch.night;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.night.Counted.Place;
import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.report.FileRows;
import org.trueup.spreadsheets.report.ReportedRows;

/** What was counted in a run, and where; the one place in which all of it is compared. */
final class Reckoning {
    private final Map<Counted, Map<Place, Long>> counts = new EnumMap<>(Counted.class);

    Reckoning put(Counted counted, Place place, long amount) {
        counts.computeIfAbsent(counted, thing -> new EnumMap<>(Place.class)).put(place, amount);
        return this;
    }

    /** @param vendor the only one whose tenants the run decided; none for all */
    Reckoning reported(ReportedRows rows, @Nullable Vendor vendor) {
        FileRows csv = sum(rows.csvFiles(), vendor);
        reported(Place.IN_CSV_FILES, csv);
        put(Counted.MONTHS, Place.IN_CSV_FILES, csv.months());
        put(Counted.USERS, Place.IN_CSV_FILES, csv.users());
        reported(Place.IN_VENDORS_WORKBOOKS, sum(rows.vendorsWorkbooks(), vendor));
        reported(Place.IN_ACCOUNT_MANAGERS_WORKBOOKS, sum(rows.accountManagersWorkbooks(), vendor));
        return this;
    }

    private void reported(Place place, FileRows rows) {
        put(Counted.DECIDED, place, rows.decided());
        put(Counted.FINDINGS, place, rows.findings());
        // a CSV file tells tenants without a position by their findings alone
        if (place != Place.IN_CSV_FILES) {
            put(Counted.NOT_DECIDED, place, rows.notDecided());
        }
    }

    private static FileRows sum(SortedMap<Vendor, FileRows> rows, @Nullable Vendor vendor) {
        return vendor == null
                ? rows.values().stream().reduce(FileRows.NONE, FileRows::plus)
                : rows.getOrDefault(vendor, FileRows.NONE);
    }

    Map<Counted, Map<Place, Long>> counts() {
        return counts;
    }

    /** What became of the tenants. */
    NightRuns.Counts tenants() {
        return new NightRuns.Counts(
                amount(Counted.TENANTS, Place.READ),
                amount(Counted.DECIDED, Place.IN_THE_RESULTS),
                amount(Counted.NOT_DECIDED, Place.IN_THE_RESULTS));
    }

    private long amount(Counted counted, Place place) {
        return counts.getOrDefault(counted, Map.of()).getOrDefault(place, 0L);
    }

    /** By names that files and other programs know. */
    Map<String, Map<String, Long>> named() {
        Map<String, Map<String, Long>> named = new LinkedHashMap<>();
        counts.forEach((counted, places) -> {
            Map<String, Long> amounts = new LinkedHashMap<>();
            places.forEach((place, amount) -> amounts.put(place.key(), amount));
            named.put(counted.name().toLowerCase(Locale.ROOT), amounts);
        });
        return named;
    }

    /** What is not the same everywhere, as a part of a sentence; none where all adds up. */
    Optional<String> difference() {
        String differing = counts.entrySet().stream()
                .filter(entry -> entry.getValue().values().stream().distinct().count() > 1)
                .map(entry -> entry.getKey().words() + ": " + told(entry.getValue()))
                .collect(Collectors.joining("; "));
        return differing.isEmpty() ? Optional.empty() : Optional.of(differing);
    }

    private static String told(Map<Place, Long> amounts) {
        return amounts.entrySet().stream()
                .map(amount -> String.format(
                        Locale.ROOT,
                        "%,d %s",
                        amount.getValue(),
                        amount.getKey().words()))
                .collect(Collectors.joining(", "));
    }

    /** @throws IncompleteNightException when something is not the same everywhere */
    void require() {
        difference().ifPresent(differing -> {
            throw new IncompleteNightException(differing, this);
        });
    }
}
