package org.trueup.batch.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PackedActivityTest {
    private static final int LAST_MONTH = 2299 * 12 + 11;

    private static List<String> entries(PackedActivity activity) {
        return IntStream.range(0, activity.entries())
                .mapToObj(entry -> "%d %d %d %d"
                        .formatted(
                                activity.account(entry),
                                activity.month(entry),
                                activity.kind(entry),
                                activity.days(entry)))
                .toList();
    }

    @Test
    void theLargestNumbersAreKept() {
        PackedActivity activity = PackedActivity.empty();
        activity.add(1, LAST_MONTH, 1, Integer.MAX_VALUE);
        activity.add(Integer.MAX_VALUE, 0, 0, 1 << 30);

        assertThat(entries(activity))
                .containsExactly("1 %d 1 %d".formatted(LAST_MONTH, Integer.MAX_VALUE), "2147483647 0 0 1073741824");
    }

    @Test
    void aUnionHasEachEntryOnceWithTheDaysOfBothAndTellsWhetherAnythingIsNew() {
        Random random = new Random(5);
        PackedActivity united = PackedActivity.empty();
        for (int round = 0; round < 500; round++) {
            TreeMap<Long, Integer> known = someDays(random);
            TreeMap<Long, Integer> come = someDays(random);
            TreeMap<Long, Integer> both = new TreeMap<>(known);
            come.forEach((key, days) -> both.merge(key, days, (a, b) -> a | b));

            boolean more = united.unite(packed(known), packed(come));

            assertThat(entries(united)).isEqualTo(entries(packed(both)));
            assertThat(more).isEqualTo(!both.equals(known));
            assertThat(united.unite(packed(both), packed(come))).isFalse();
        }
    }

    /** Few accounts, months and days, so that much of it meets. */
    private static TreeMap<Long, Integer> someDays(Random random) {
        TreeMap<Long, Integer> days = new TreeMap<>();
        int entries = random.nextInt(30);
        for (int i = 0; i < entries; i++) {
            days.put((long) random.nextInt(1, 6) << 32 | random.nextInt(12), 1 << random.nextInt(3));
        }
        return days;
    }

    private static PackedActivity packed(TreeMap<Long, Integer> days) {
        PackedActivity packed = PackedActivity.empty();
        days.forEach((key, set) -> packed.add((int) (key >>> 32), 24_000 + (int) (key & 15) / 2, (int) (key & 1), set));
        return packed;
    }
}
