package org.trueup.batch.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DayFolderTest {
    private static final int MARCH = 2026 * 12 + 2;

    @TempDir
    Path scratch;

    @Test
    void foldsDaysOfAMonthIntoOneRow() {
        try (DayFolder folder = new DayFolder(scratch, 100)) {
            folder.add(7, MARCH, 1, 31);
            folder.add(7, MARCH, 0, 1);
            folder.add(7, MARCH, 0, 3);
            folder.add(7, MARCH, 0, 1);
            folder.add(2, MARCH + 1, 0, 30);

            assertThat(drained(folder))
                    .containsExactly(
                            "2 24315 0 100000000000000000000000000000",
                            "7 24314 0 101",
                            "7 24314 1 1000000000000000000000000000000");
        }
    }

    @Test
    void holdsTheLargestRankAndTheFirstAndLastMonth() {
        try (DayFolder folder = new DayFolder(scratch, 100)) {
            folder.add(Integer.MAX_VALUE, DayFolder.LAST_MONTH, 1, 31);
            folder.add(Integer.MAX_VALUE, DayFolder.FIRST_MONTH, 0, 1);

            assertThat(drained(folder))
                    .containsExactly("2147483647 23640 0 1", "2147483647 27599 1 1000000000000000000000000000000");
            assertThat(folder.firstMonth()).isEqualTo(23640);
            assertThat(folder.lastMonth()).isEqualTo(27599);
            assertThat(folder.firstRank()).isEqualTo(Integer.MAX_VALUE);
            assertThat(folder.lastRank()).isEqualTo(Integer.MAX_VALUE);
        }
    }

    @Test
    void manySortedRunsGiveWhatOneWouldGive() {
        Random random = new Random(3);
        Map<String, Integer> expected = new TreeMap<>();
        try (DayFolder folder = new DayFolder(scratch, 1_000)) {
            for (int i = 0; i < 50_500; i++) {
                int rank = 100 + random.nextInt(400);
                int kind = random.nextInt(2);
                int month = MARCH + random.nextInt(3);
                int day = 1 + random.nextInt(31);
                folder.add(rank, month, kind, day);
                expected.merge(rank + " " + month + " " + kind, 1 << (day - 1), (a, b) -> a | b);
            }

            assertThat(drained(folder))
                    .containsExactlyElementsOf(expected.entrySet().stream()
                            .map(row -> row.getKey() + " " + Integer.toBinaryString(row.getValue()))
                            .toList());
        }
    }

    @Test
    void aFolderWithoutLinesIsEmpty() {
        try (DayFolder folder = new DayFolder(scratch, 10)) {
            assertThat(folder.isEmpty()).isTrue();
            assertThat(drained(folder)).isEmpty();
        }
    }

    private static List<String> drained(DayFolder folder) {
        List<String> rows = new ArrayList<>();
        folder.drainTo((rank, month, kind, days) ->
                rows.add("%d %d %d %s".formatted(rank, month, kind, Integer.toBinaryString(days))));
        return rows;
    }
}
