package org.trueup.spreadsheets.report;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.outcome.Status;

/** How many tenants have which status, row by row: the figures of a list and of the chart beside it. */
final class StatusCounts {
    static final String NOT_DECIDED = "not decided";

    private final TreeMap<String, long[]> rows = new TreeMap<>();

    void add(Vendor vendor, Tally tally) {
        tally.statuses().forEach((status, count) -> add(vendor.name(), status, count));
        add(vendor.name(), null, tally.notDecided());
    }

    void add(NightOutcome.StatusCount count) {
        add(count.asOf().toString(), count.status(), count.tenants());
    }

    private void add(String row, @Nullable Status status, long count) {
        int column = status == null ? Status.values().length : status.ordinal();
        rows.computeIfAbsent(row, name -> new long[Status.values().length + 1])[column] += count;
    }

    List<String> rows() {
        return List.copyOf(rows.keySet());
    }

    /** Those that some tenant has, from good to bad, then what was not decided. */
    List<String> columns() {
        return present().stream()
                .map(column -> column == Status.values().length ? NOT_DECIDED : Status.values()[column].name())
                .toList();
    }

    /** A row's figures, in the order of the columns. */
    List<Long> of(String row) {
        long[] counts = rows.getOrDefault(row, new long[Status.values().length + 1]);
        return present().stream().map(column -> counts[column]).toList();
    }

    private List<Integer> present() {
        List<Integer> present = new ArrayList<>();
        for (int column = 0; column <= Status.values().length; column++) {
            int at = column;
            if (rows.values().stream().anyMatch(counts -> counts[at] > 0)) {
                present.add(column);
            }
        }
        return present;
    }
}
