package org.trueup.spreadsheets.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntBinaryOperator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The door of this package: a table of rules, and what is wrong with it as a whole. Rows are numbered from 0 on, from top
 * to bottom; of rows that take the same, the one of the highest rank wins, and among equals the one higher up.
 *
 * @param <E> what rows take
 */
public final class TableAnalysis<E> {
    /** For each question; with all of them, two thousand rows are looked at in less than two seconds. */
    private static final long STEPS = 30_000_000;

    /** In steps, to find how two rows stand. */
    private static final long RANKING = 4;

    private static final int MOST_PARTS = 20_000;

    private final Space<E> space;
    private final List<Box> rows;
    private final IntBinaryOperator ranks;
    private final List<Integer> possible;
    private boolean complete = true;

    /**
     * @param rows what each row takes
     * @param ranks how two rows stand by their numbers: above 0 where the first wins, 0 for equals; transitive
     */
    public TableAnalysis(Space<E> space, List<Box> rows, IntBinaryOperator ranks) {
        this.space = space;
        this.rows = List.copyOf(rows);
        this.ranks = ranks;
        this.possible = all(row -> possible(this.rows.get(row)));
    }

    /** The rows that can take nothing at all. They count for none of the other answers. */
    public List<Integer> impossible() {
        Set<Integer> taking = Set.copyOf(possible);
        return all(row -> !taking.contains(row));
    }

    /** What no row takes, each with an example, those that came first put first. */
    public List<Gap<E>> gaps() {
        Effort effort = new Effort(STEPS);
        List<Gap<E>> parts = new ArrayList<>();
        new Uncovered<E>(
                        space,
                        effort,
                        (box, example) -> parts.add(Merging.gap(box, example)) && parts.size() < MOST_PARTS)
                .search(space.whole(), boxes(possible));
        complete &= !effort.spent() && parts.size() < MOST_PARTS;
        return Merging.merged(parts);
    }

    /** For each row the first one above it with which it is tied, if there is one. */
    public List<Tie<E>> ties() {
        Effort effort = new Effort(STEPS);
        List<Tie<E>> ties = new ArrayList<>();
        for (int lower : possible) {
            if (!effort.spend(possible.size())) {
                break;
            }
            possible.stream()
                    .filter(upper -> upper < lower
                            && meets(upper, rows.get(lower), effort)
                            && ranks.applyAsInt(upper, lower) == 0)
                    .flatMap(upper -> tie(upper, lower, effort).stream())
                    .findFirst()
                    .ifPresent(ties::add);
        }
        complete &= !effort.spent();
        return ties;
    }

    /** The rows that never win, though there is something that they take. */
    public List<Shadow> shadows() {
        Effort effort = new Effort(STEPS);
        List<Shadow> shadows = new ArrayList<>();
        for (int row : possible) {
            shadow(row, effort).ifPresent(shadows::add);
        }
        complete &= !effort.spent();
        return shadows;
    }

    /**
     * What keeps a row from taking anything: one axis, or two of which either could be met without the other.
     *
     * @param row the number of a row that can take nothing
     * @return empty where it takes more than two to see it
     */
    public List<Integer> contradiction(int row) {
        Box whole = space.whole();
        Box box = rows.get(row);
        for (int one = 0; one < box.axes(); one++) {
            if (!possible(whole.with(one, box.low(one), box.high(one)))) {
                return List.of(one);
            }
        }
        for (int one = 0; one < box.axes(); one++) {
            for (int other = one + 1; other < box.axes(); other++) {
                Box both = whole.with(one, box.low(one), box.high(one)).with(other, box.low(other), box.high(other));
                if (!possible(both)) {
                    return List.of(one, other);
                }
            }
        }
        return List.of();
    }

    private boolean possible(Box box) {
        return !box.isEmpty() && space.example(box).isPresent();
    }

    /** Whether all answers so far are the whole truth; else some of it is missing, and nothing told is wrong. */
    public boolean complete() {
        return complete;
    }

    private Optional<Tie<E>> tie(int upper, int lower, Effort effort) {
        if (!effort.spend(possible.size())) {
            return Optional.empty();
        }
        return rows.get(upper).meet(rows.get(lower)).flatMap(both -> {
            List<Integer> higher = possible.stream()
                    .filter(row -> meets(row, both, effort) && ranks.applyAsInt(row, upper) > 0)
                    .toList();
            return Uncovered.first(space, effort, both, boxes(higher))
                    .map(example ->
                            new Tie<>(upper, lower, example, rows.get(upper).equals(rows.get(lower))));
        });
    }

    private Optional<Shadow> shadow(int row, Effort effort) {
        if (!effort.spend(possible.size())) {
            return Optional.empty();
        }
        Box box = rows.get(row);
        List<Integer> winners = possible.stream()
                .filter(other -> meets(other, box, effort) && beats(other, row))
                .toList();
        Optional<Integer> one =
                winners.stream().filter(winner -> rows.get(winner).holds(box)).findFirst();
        if (one.isPresent()) {
            return Optional.of(new Shadow(row, List.of(one.get())));
        }
        boolean wins = winners.isEmpty() || Uncovered.anything(space, effort, box, boxes(winners));
        return wins || effort.spent() ? Optional.empty() : Optional.of(new Shadow(row, winners));
    }

    /** Whether a row meets a box; who asks then looks at how it stands to another row, which costs more. */
    private boolean meets(int row, Box box, Effort effort) {
        return rows.get(row).meets(box) && effort.spend(RANKING);
    }

    private boolean beats(int one, int other) {
        int rank = ranks.applyAsInt(one, other);
        return rank > 0 || (rank == 0 && one < other);
    }

    private List<Box> boxes(List<Integer> numbers) {
        return numbers.stream().map(rows::get).toList();
    }

    private List<Integer> all(IntPredicate which) {
        return IntStream.range(0, rows.size()).filter(which).boxed().toList();
    }
}
