package org.trueup.spreadsheets.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts together what the sweep cut apart, so that people read of few gaps and not of thousands. */
final class Merging {
    private Merging() {}

    static <E> Gap<E> gap(Box box, E example) {
        List<BitSet> places = new ArrayList<>(box.axes());
        for (int axis = 0; axis < box.axes(); axis++) {
            BitSet taken = new BitSet();
            taken.set(box.low(axis), box.high(axis) + 1);
            places.add(taken);
        }
        return new Gap<>(places, example);
    }

    /** Gaps that differ on one axis only become one, again and again; the first example stays. */
    static <E> List<Gap<E>> merged(List<Gap<E>> gaps) {
        List<Gap<E>> merged = gaps;
        int before;
        do {
            before = merged.size();
            int axes = merged.isEmpty() ? 0 : merged.get(0).places().size();
            for (int axis = axes - 1; axis >= 0; axis--) {
                merged = along(merged, axis);
            }
        } while (merged.size() < before);
        return merged;
    }

    private static <E> List<Gap<E>> along(List<Gap<E>> gaps, int axis) {
        Map<List<BitSet>, Gap<E>> byOthers = new LinkedHashMap<>();
        for (Gap<E> gap : gaps) {
            List<BitSet> others = new ArrayList<>(gap.places());
            others.remove(axis);
            byOthers.merge(others, gap, (one, other) -> joined(one, other, axis));
        }
        return List.copyOf(byOthers.values());
    }

    private static <E> Gap<E> joined(Gap<E> one, Gap<E> other, int axis) {
        List<BitSet> places = new ArrayList<>(one.places());
        BitSet both = (BitSet) places.get(axis).clone();
        both.or(other.places().get(axis));
        places.set(axis, both);
        return new Gap<>(places, one.example());
    }
}
