package org.trueup.spreadsheets.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings the columns of two sheets together: by their headings, and where a heading changed by what stands under them.
 */
final class ColumnMatching {
    private final SheetTable before;
    private final SheetTable after;

    private ColumnMatching(SheetTable before, SheetTable after) {
        this.before = before;
        this.after = after;
    }

    /** In the order of the new sheet; columns that are gone come last. */
    static List<ColumnPair> of(SheetTable before, SheetTable after) {
        return new ColumnMatching(before, after).pairs();
    }

    private List<ColumnPair> pairs() {
        Map<String, Heading> byKey = before.headings().stream()
                .collect(Collectors.toMap(Heading::key, Function.identity(), (first, second) -> first));
        List<Heading> left = new ArrayList<>(before.headings());
        after.headings().forEach(heading -> left.remove(byKey.get(heading.key())));
        List<ColumnPair> pairs = new ArrayList<>();
        for (Heading heading : after.headings()) {
            Heading same = byKey.get(heading.key());
            Heading partner = same == null ? renamed(heading, left).orElse(null) : same;
            left.remove(partner);
            pairs.add(new ColumnPair(partner, heading));
        }
        left.forEach(gone -> pairs.add(new ColumnPair(gone, null)));
        return pairs;
    }

    /** Of the columns that are left, the one that holds most of the same values, or nothing at the same place. */
    private Optional<Heading> renamed(Heading heading, List<Heading> left) {
        Set<String> values = values(after, heading);
        return left.stream()
                .filter(candidate -> candidate.named() == heading.named())
                .filter(candidate -> alike(values, values(before, candidate), candidate.column() == heading.column()))
                .max(Comparator.comparingInt(candidate -> shared(values, values(before, candidate))));
    }

    private static boolean alike(Set<String> one, Set<String> other, boolean samePlace) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() && other.isEmpty() && samePlace;
        }
        return shared(one, other) * 2 > Math.max(one.size(), other.size());
    }

    private static int shared(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return both.size();
    }

    /** What stands in a column, each value with its count, so that many alike tell more than one. */
    private static Set<String> values(SheetTable table, @Nullable Heading heading) {
        if (heading == null) {
            return Set.of();
        }
        boolean percent = heading.title().contains("%");
        Map<String, Integer> counts = new HashMap<>();
        Set<String> values = new HashSet<>();
        table.rows().forEach(row -> {
            Typed typed = Typed.of(row.cells().get(heading.column()), percent);
            if (!typed.blank()) {
                values.add(typed.value() + " " + counts.merge(typed.value(), 1, Integer::sum));
            }
        });
        return values;
    }
}
