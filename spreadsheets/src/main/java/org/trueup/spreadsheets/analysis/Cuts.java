package org.trueup.spreadsheets.analysis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Where covers begin and end within a box on one axis: between two cuts the same covers hold everything. */
final class Cuts {
    private final int[] starts;
    private final int[] counts;
    private final int end;

    /** @param covers all of them meet the box */
    Cuts(Box box, List<Box> covers, int axis) {
        int first = box.low(axis);
        end = box.high(axis);
        starts = IntStream.concat(
                        IntStream.of(first),
                        covers.stream()
                                .flatMapToInt(cover -> IntStream.of(cover.low(axis), cover.high(axis) + 1))
                                .filter(start -> start > first && start <= end))
                .sorted()
                .distinct()
                .toArray();
        int[] changes = new int[starts.length + 1];
        for (Box cover : covers) {
            changes[at(Math.max(cover.low(axis), first))]++;
            changes[cover.high(axis) >= end ? starts.length : at(cover.high(axis) + 1)]--;
        }
        Arrays.parallelPrefix(changes, Integer::sum);
        counts = changes;
    }

    private int at(int start) {
        return Arrays.binarySearch(starts, start);
    }

    int size() {
        return starts.length;
    }

    int from(int piece) {
        return starts[piece];
    }

    int until(int piece) {
        return piece + 1 < starts.length ? starts[piece + 1] - 1 : end;
    }

    IntStream inOrder() {
        return IntStream.range(0, starts.length);
    }

    /** The pieces that the fewest covers hold come first: there something uncovered is likely to be. */
    IntStream fewestFirst() {
        return inOrder()
                .boxed()
                .sorted(Comparator.comparing(piece -> counts[piece]))
                .mapToInt(Integer::intValue);
    }
}
