package org.trueup.server.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Status;
import org.trueup.spreadsheets.report.NightOutcome.StatusCount;

/**
 * Tenants by status, drawn by a script and readable as a table without it.
 *
 * @param groups what stands along the axis: vendors or nights
 */
record StatusChart(List<String> groups, List<Series> series) {

    /** One status: how many tenants of each group have it. */
    record Series(Word word, String name, List<Long> tenants) {}

    static StatusChart byVendor(List<StatusCount> counts) {
        return of(counts, count -> count.vendor().name());
    }

    static StatusChart byNight(List<StatusCount> counts) {
        return of(counts, count -> count.asOf().toString());
    }

    private static StatusChart of(List<StatusCount> counts, Function<StatusCount, String> group) {
        List<String> groups = counts.stream().map(group).distinct().sorted().toList();
        Map<String, Map<String, Long>> sums = new LinkedHashMap<>();
        for (StatusCount count : counts) {
            sums.computeIfAbsent(name(count.status()), key -> new LinkedHashMap<>())
                    .merge(group.apply(count), count.tenants(), Long::sum);
        }
        List<@Nullable Status> order = new ArrayList<>(Arrays.asList(Status.values()));
        order.add(null);
        List<Series> series = order.stream()
                .filter(status -> sums.containsKey(name(status)))
                .map(status -> new Series(
                        Word.of(status),
                        name(status),
                        groups.stream()
                                .map(each -> Objects.requireNonNull(sums.get(name(status)))
                                        .getOrDefault(each, 0L))
                                .toList()))
                .toList();
        return new StatusChart(groups, series);
    }

    private static String name(@Nullable Status status) {
        return status == null ? "NOT_DECIDED" : status.name();
    }

    /** The groups for the script: names of vendors and dates hold no bar. */
    public String axis() {
        return String.join("|", groups);
    }

    /** The numbers of a series for the script. */
    public static String numbers(Series series) {
        return series.tenants().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
}
