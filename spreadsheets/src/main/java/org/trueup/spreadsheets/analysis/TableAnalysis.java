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
    /** Some half a second for each question. */
    private static final long STEPS = 60_000_000;

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
        this.possible = all(row -> !this.rows.get(row).isEmpty()
                && space.example(this.rows.get(row)).isPresent());
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
            possible.stream()
                    .filter(upper -> upper < lower && ranks.applyAsInt(upper, lower) == 0)
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

    /** Whether all answers so far are the whole truth; else some of it is missing, and nothing told is wrong. */
    public boolean complete() {
        return complete;
    }

    private Optional<Tie<E>> tie(int upper, int lower, Effort effort) {
        if (!effort.spend(1)) {
            return Optional.empty();
        }
        return rows.get(upper).meet(rows.get(lower)).flatMap(both -> {
            List<Integer> higher = possible.stream()
                    .filter(row ->
                            ranks.applyAsInt(row, upper) > 0 && rows.get(row).meets(both))
                    .toList();
            effort.spend(possible.size());
            return Uncovered.first(space, effort, both, boxes(higher))
                    .map(example ->
                            new Tie<>(upper, lower, example, rows.get(upper).equals(rows.get(lower))));
        });
    }

    private Optional<Shadow> shadow(int row, Effort effort) {
        Box box = rows.get(row);
        List<Integer> winners = possible.stream()
                .filter(other -> beats(other, row) && rows.get(other).meets(box))
                .toList();
        if (!effort.spend(possible.size())) {
            return Optional.empty();
        }
        Optional<Integer> one =
                winners.stream().filter(winner -> rows.get(winner).holds(box)).findFirst();
        if (one.isPresent()) {
            return Optional.of(new Shadow(row, List.of(one.get())));
        }
        boolean wins = winners.isEmpty()
                || Uncovered.first(space, effort, box, boxes(winners)).isPresent();
        return wins || effort.spent() ? Optional.empty() : Optional.of(new Shadow(row, winners));
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
