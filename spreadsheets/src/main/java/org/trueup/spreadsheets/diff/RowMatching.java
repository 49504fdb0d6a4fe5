package org.trueup.spreadsheets.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Says which row of the old sheet became which of the new one: first those that say the same, then those with the same
 * key, then those that have most in common. So a row that was put in between leaves its neighbours unchanged.
 */
final class RowMatching {
    /** Half of what either row says must be the same in both. */
    private static final double ALIKE = 0.5;
    /** A value that stands in more rows than this says little about which row one is. */
    private static final int RARE = 50;

    private final List<Line> before;
    private final List<Line> after;
    /** Indexes into the old rows, by indexes into the new ones. */
    private final Map<Integer, Integer> partners = new TreeMap<>();

    private final Set<Integer> taken = new HashSet<>();

    private RowMatching(List<Line> before, List<Line> after) {
        this.before = before;
        this.after = after;
    }

    /**
     * @param key the columns that tell rows apart, may be empty
     * @param emptyKeyCounts whether rows whose key is all empty are told apart by it too
     * @return indexes into the old rows, by indexes into the new ones; the others are new or gone
     */
    static Map<Integer, Integer> of(List<Line> before, List<Line> after, List<Integer> key, boolean emptyKeyCounts) {
        RowMatching matching = new RowMatching(before, after);
        matching.pairEqual(Line::values);
        if (!key.isEmpty()) {
            matching.pairEqual(
                    line -> emptyKeyCounts || !line.values(key).stream().allMatch(String::isEmpty)
                            ? line.values(key)
                            : List.of());
        }
        matching.pairAlike();
        if (key.isEmpty()) {
            matching.pairSamePlace();
        }
        return matching.partners;
    }

    /** Pairs the rows that answer the same, the first with the first; an empty answer is none. */
    private void pairEqual(Function<Line, List<String>> answer) {
        Map<List<String>, Deque<Integer>> waiting = new HashMap<>();
        for (int old = 0; old < before.size(); old++) {
            List<String> says = answer.apply(before.get(old));
            if (!taken.contains(old) && !says.isEmpty()) {
                waiting.computeIfAbsent(says, none -> new ArrayDeque<>()).add(old);
            }
        }
        for (int now = 0; now < after.size(); now++) {
            Deque<Integer> same = waiting.get(answer.apply(after.get(now)));
            if (!partners.containsKey(now) && same != null && !same.isEmpty()) {
                pair(same.remove(), now);
            }
        }
    }

    private void pairAlike() {
        List<Candidate> candidates = new ArrayList<>();
        Map<Rare, List<Integer>> postings = postings();
        for (int now = 0; now < after.size(); now++) {
            if (!partners.containsKey(now)) {
                for (int old : worthALook(now, postings)) {
                    double share = Similarity.of(before.get(old), after.get(now));
                    if (share >= ALIKE) {
                        candidates.add(new Candidate(old, now, share));
                    }
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::share)
                .reversed()
                .thenComparingInt(Candidate::distance)
                .thenComparingInt(Candidate::now));
        for (Candidate candidate : candidates) {
            if (!taken.contains(candidate.old()) && !partners.containsKey(candidate.now())) {
                pair(candidate.old(), candidate.now());
            }
        }
    }

    /** Text that was written anew where other text stood is a change of these cells. */
    private void pairSamePlace() {
        Map<List<Object>, Integer> places = new HashMap<>();
        for (int old = 0; old < before.size(); old++) {
            if (!taken.contains(old)) {
                places.put(shape(before.get(old)), old);
            }
        }
        for (int now = 0; now < after.size(); now++) {
            Integer old = partners.containsKey(now) ? null : places.get(shape(after.get(now)));
            if (old != null) {
                pair(old, now);
            }
        }
    }

    private static List<Object> shape(Line line) {
        return List.of(line.row(), line.cells().stream().map(Typed::blank).toList());
    }

    /** The old rows that share a rare value with a new one, the one at its place and the one after its neighbour's. */
    private Set<Integer> worthALook(int now, Map<Rare, List<Integer>> postings) {
        Set<Integer> old = new HashSet<>();
        List<Typed> cells = after.get(now).cells();
        for (int column = 0; column < cells.size(); column++) {
            List<Integer> same =
                    postings.getOrDefault(new Rare(column, cells.get(column).value()), List.of());
            if (same.size() <= RARE) {
                old.addAll(same);
            }
        }
        old.add(now);
        old.add(partners.getOrDefault(now - 1, -2) + 1);
        old.removeIf(at -> at < 0 || at >= before.size() || taken.contains(at));
        return old;
    }

    private Map<Rare, List<Integer>> postings() {
        Map<Rare, List<Integer>> postings = new HashMap<>();
        for (int old = 0; old < before.size(); old++) {
            List<Typed> cells = before.get(old).cells();
            for (int column = 0; column < cells.size() && !taken.contains(old); column++) {
                if (!cells.get(column).blank()) {
                    postings.computeIfAbsent(new Rare(column, cells.get(column).value()), none -> new ArrayList<>())
                            .add(old);
                }
            }
        }
        return postings;
    }

    private void pair(int old, int now) {
        partners.put(now, old);
        taken.add(old);
    }

    private record Rare(int column, String value) {}

    private record Candidate(int old, int now, double share) {
        int distance() {
            return Math.abs(old - now);
        }
    }
}
