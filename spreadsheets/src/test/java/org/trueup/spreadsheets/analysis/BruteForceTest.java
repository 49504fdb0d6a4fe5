package org.trueup.spreadsheets.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small tables of chance: every answer is compared with trying every point. */
final class BruteForceTest {
    private static final int AXES = 4;
    private static final int PLACES = 4;
    private static final int POINTS = 256;
    private static final int TABLES = 25;

    static IntStream tables() {
        // one test for each size of table
        return IntStream.rangeClosed(1, 9);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theAnalysisSaysWhatTryingEveryPointSays(int size) {
        Random chance = new Random(size);
        for (int i = 0; i < TABLES; i++) {
            Table table = new Table(chance, size);
            TableAnalysis<Integer> analysis = new TableAnalysis<>(
                    table, table.rows, (one, other) -> Integer.compare(table.ranks[one], table.ranks[other]));

            assertThat(analysis.impossible()).as("%s", table).isEqualTo(table.impossible());
            assertThat(points(analysis.gaps())).as("%s", table).isEqualTo(table.gaps());
            assertThat(analysis.shadows().stream().map(Shadow::row).toList())
                    .as("%s", table)
                    .isEqualTo(table.shadowed());
            assertThat(analysis.ties().stream()
                            .map(tie -> List.of(tie.upper(), tie.lower()))
                            .toList())
                    .as("%s", table)
                    .isEqualTo(table.ties());
            for (Tie<Integer> tie : analysis.ties()) {
                assertThat(table.wins(tie.example(), tie.upper(), tie.lower()))
                        .as("%s takes %d", table, tie.example())
                        .isTrue();
            }
            for (Gap<Integer> gap : analysis.gaps()) {
                assertThat(table.gaps()).as("%s", table).contains(gap.example());
            }
            assertThat(analysis.complete()).isTrue();
        }
    }

    /** What exists of the gaps' places. */
    private static TreeSet<Integer> points(List<Gap<Integer>> gaps) {
        TreeSet<Integer> points = new TreeSet<>();
        for (Gap<Integer> gap : gaps) {
            for (int point = 0; point < POINTS; point++) {
                int here = point;
                if (Table.exists(point)
                        && IntStream.range(0, AXES)
                                .allMatch(axis -> gap.places().get(axis).get(place(here, axis)))) {
                    points.add(point);
                }
            }
        }
        return points;
    }

    private static int place(int point, int axis) {
        return point >> (2 * axis) & (PLACES - 1);
    }

    private static final class Table implements Space<Integer> {
        private final List<Box> rows = new ArrayList<>();
        private final int[] ranks;

        Table(Random chance, int size) {
            ranks = chance.ints(size, 0, 3).toArray();
            for (int row = 0; row < size; row++) {
                List<Span> spans = new ArrayList<>();
                for (int axis = 0; axis < AXES; axis++) {
                    int low = chance.nextInt(PLACES);
                    int high = chance.nextInt(PLACES);
                    boolean blank = chance.nextInt(3) == 0;
                    // now and then a span is empty
                    boolean asTyped = chance.nextInt(10) == 0;
                    spans.add(
                            blank
                                    ? new Span(0, PLACES - 1)
                                    : new Span(
                                            asTyped ? low : Math.min(low, high), asTyped ? high : Math.max(low, high)));
                }
                rows.add(Box.of(spans));
            }
        }

        /** Two axes hang together: not every point can be found. */
        static boolean exists(int point) {
            return place(point, 0) + place(point, 1) != 3;
        }

        @Override
        public Box whole() {
            Span all = new Span(0, PLACES - 1);
            return Box.of(List.of(all, all, all, all));
        }

        @Override
        public Optional<Integer> example(Box within) {
            return points(point -> exists(point) && holds(within, point)).stream()
                    .findFirst();
        }

        private static boolean holds(Box box, int point) {
            return IntStream.range(0, AXES)
                    .allMatch(axis -> place(point, axis) >= box.low(axis) && place(point, axis) <= box.high(axis));
        }

        private static TreeSet<Integer> points(IntPredicate which) {
            TreeSet<Integer> points = new TreeSet<>();
            IntStream.range(0, POINTS).filter(which).forEach(points::add);
            return points;
        }

        private boolean takes(int row, int point) {
            return exists(point) && holds(rows.get(row), point);
        }

        private boolean nothing(int row) {
            return points(point -> takes(row, point)).isEmpty();
        }

        List<Integer> impossible() {
            return IntStream.range(0, rows.size()).filter(this::nothing).boxed().toList();
        }

        TreeSet<Integer> gaps() {
            return points(
                    point -> exists(point) && IntStream.range(0, rows.size()).noneMatch(row -> takes(row, point)));
        }

        List<Integer> shadowed() {
            return IntStream.range(0, rows.size())
                    .filter(row -> !nothing(row)
                            && points(point -> takes(row, point) && winner(point) == row)
                                    .isEmpty())
                    .boxed()
                    .toList();
        }

        private int winner(int point) {
            return IntStream.range(0, rows.size())
                    .filter(row -> takes(row, point))
                    .boxed()
                    .reduce((one, other) -> ranks[other] > ranks[one] ? other : one)
                    .orElse(-1);
        }

        /** Whether both rows take a point, and none of a higher rank does. */
        boolean wins(int point, int upper, int lower) {
            return takes(upper, point)
                    && takes(lower, point)
                    && ranks[upper] == ranks[lower]
                    && IntStream.range(0, rows.size()).noneMatch(row -> ranks[row] > ranks[lower] && takes(row, point));
        }

        List<List<Integer>> ties() {
            List<List<Integer>> ties = new ArrayList<>();
            for (int row = 0; row < rows.size(); row++) {
                int lower = row;
                IntStream.range(0, lower)
                        .filter(upper ->
                                !points(point -> wins(point, upper, lower)).isEmpty())
                        .boxed()
                        .findFirst()
                        .ifPresent(upper -> ties.add(List.of(upper, lower)));
            }
            return ties;
        }

        @Override
        public String toString() {
            return rows + " of the ranks " + IntStream.of(ranks).boxed().toList();
        }
    }
}
