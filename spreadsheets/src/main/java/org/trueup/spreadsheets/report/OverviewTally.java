package org.trueup.spreadsheets.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.trueup.rules.outcome.Movement;

/** What the overview tells beside the night's counts: whom to call first, what moved, how many terms end. */
final class OverviewTally {
    /** How many tenants the overview names. */
    static final int FIRST_CALLS = 10;

    private final Map<Movement, Long> movements = new EnumMap<>(Movement.class);
    private final PriorityQueue<Call> first = new PriorityQueue<>(FIRST_CALLS + 1, Call.ORDER.reversed());
    private long calls;
    private long renewals;

    /** Of two that are equally urgent the one that came first. */
    private record Call(ActNowTable.Row row, long number) {
        private static final Comparator<Call> ORDER =
                Comparator.comparing((Call call) -> call.row.order()).thenComparing(Call::number);
    }

    void add(ActNowTable.Row row) {
        first.add(new Call(row, calls++));
        if (first.size() > FIRST_CALLS) {
            first.remove();
        }
    }

    void add(Movement movement) {
        movements.merge(movement, 1L, Long::sum);
    }

    void addRenewal() {
        renewals++;
    }

    /** The most urgent first. */
    List<ActNowTable.Row> firstCalls() {
        List<Call> sorted = new ArrayList<>(first);
        sorted.sort(Call.ORDER);
        return sorted.stream().map(Call::row).toList();
    }

    /** How many tenants somebody should call. */
    long calls() {
        return calls;
    }

    long moved(Movement movement) {
        return movements.getOrDefault(movement, 0L);
    }

    long renewals() {
        return renewals;
    }
}
