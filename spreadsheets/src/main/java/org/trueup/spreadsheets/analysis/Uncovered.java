package org.trueup.spreadsheets.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * Searches a box for what other boxes leave uncovered: cuts it along one axis after the other where a cover begins or
 * ends, until a part has no cover left or one that holds all of it.
 */
final class Uncovered<E> {
    private final Space<E> space;
    private final Effort effort;
    private final BiPredicate<Box, E> found;
    private final boolean anyWillDo;
    private List<Integer> order = List.of();

    /** @param found told each uncovered part and something in it; answers whether the search goes on */
    Uncovered(Space<E> space, Effort effort, BiPredicate<Box, E> found) {
        this(space, effort, found, false);
    }

    private Uncovered(Space<E> space, Effort effort, BiPredicate<Box, E> found, boolean anyWillDo) {
        this.space = space;
        this.effort = effort;
        this.found = found;
        this.anyWillDo = anyWillDo;
    }

    /** The first thing in a box that no cover takes; none too when the effort ran out. */
    static <E> Optional<E> first(Space<E> space, Effort effort, Box box, List<Box> covers) {
        return one(space, effort, box, covers, false);
    }

    /** Whether there is anything in a box that no cover takes; false too when the effort ran out. */
    static <E> boolean anything(Space<E> space, Effort effort, Box box, List<Box> covers) {
        return one(space, effort, box, covers, true).isPresent();
    }

    private static <E> Optional<E> one(Space<E> space, Effort effort, Box box, List<Box> covers, boolean anyWillDo) {
        List<E> one = new ArrayList<>(1);
        new Uncovered<E>(
                        space,
                        effort,
                        (part, example) -> {
                            one.add(example);
                            return false;
                        },
                        anyWillDo)
                .search(box, covers);
        return one.stream().findFirst();
    }

    /** @param covers those that do not meet the box are passed over */
    void search(Box box, List<Box> covers) {
        List<Box> meeting = covers.stream().filter(box::meets).toList();
        effort.spend(covers.size());
        // the axis that most rows bound tells most rows apart
        order = IntStream.range(0, box.axes())
                .boxed()
                .sorted(Comparator.comparing(axis -> -bounding(meeting, box, axis)))
                .toList();
        sweep(box, meeting, 0);
    }

    private static long bounding(List<Box> covers, Box box, int axis) {
        return covers.stream()
                .filter(cover -> cover.low(axis) > box.low(axis) || cover.high(axis) < box.high(axis))
                .count();
    }

    /** Whether the search goes on. */
    private boolean sweep(Box box, List<Box> covers, int depth) {
        if (!effort.spend(covers.size() + 1L)) {
            return false;
        }
        if (covers.isEmpty()) {
            return space.example(box).map(example -> found.test(box, example)).orElse(true);
        }
        for (Box cover : covers) {
            if (cover.holds(box)) {
                return true;
            }
        }
        int axis = order.get(depth);
        Cuts cuts = new Cuts(box, covers, axis);
        for (int piece : (anyWillDo ? cuts.fewestFirst() : cuts.inOrder()).toArray()) {
            int from = cuts.from(piece);
            int until = cuts.until(piece);
            List<Box> there = new ArrayList<>();
            for (Box cover : covers) {
                if (cover.low(axis) <= from && cover.high(axis) >= until) {
                    there.add(cover);
                }
            }
            if (!effort.spend(covers.size()) || !sweep(box.with(axis, from, until), there, depth + 1)) {
                return false;
            }
        }
        return true;
    }
}
