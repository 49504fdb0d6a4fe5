package org.trueup.spreadsheets.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which rows left their place among their neighbours: as few as possible. */
final class Moves {
    private Moves() {}

    /**
     * @param partners indexes into the old rows by indexes into the new ones, in the order of the new ones
     * @return indexes into the new rows: all that do not belong to the longest run that kept its order
     */
    static Set<Integer> of(Map<Integer, Integer> partners) {
        List<Integer> now = new ArrayList<>(partners.keySet());
        List<Integer> old = new ArrayList<>(partners.values());
        int[] previous = new int[old.size()];
        // the end of the best run of each length so far: the one that leaves most room for a longer one
        List<Integer> ends = new ArrayList<>();
        for (int at = 0; at < old.size(); at++) {
            int length = shorterRuns(ends, old, old.get(at));
            previous[at] = length == 0 ? -1 : ends.get(length - 1);
            if (length == ends.size()) {
                ends.add(at);
            } else {
                ends.set(length, at);
            }
        }
        Set<Integer> moved = new HashSet<>(now);
        for (int at = ends.isEmpty() ? -1 : ends.get(ends.size() - 1); at >= 0; at = previous[at]) {
            moved.remove(now.get(at));
        }
        return moved;
    }

    private static int shorterRuns(List<Integer> ends, List<Integer> old, int value) {
        int low = 0;
        int high = ends.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (old.get(ends.get(middle)) < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
