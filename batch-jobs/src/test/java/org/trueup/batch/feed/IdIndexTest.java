package org.trueup.batch.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdIndexTest {
    @TempDir
    Path scratch;

    @Test
    void findsEveryIdOfEveryOwnerAfterManyWidenings() {
        try (IdIndex index = new IdIndex(scratch)) {
            for (int i = 0; i < 300_000; i++) {
                addNext(index, i % 7, "id-" + i);
            }

            for (int i = 0; i < 300_000; i++) {
                assertThat(index.number(find(index, i % 7, "id-" + i))).isEqualTo(i + 1);
                assertThat(find(index, (i + 1) % 7, "id-" + i)).isEqualTo(IdIndex.NONE);
            }
            assertThat(index.count()).isEqualTo(300_000);
            assertThat(index.highest()).isEqualTo(300_000);
        }
    }

    @Test
    void idsThatAreAlikeAreToldApart() {
        try (IdIndex index = new IdIndex(scratch)) {
            List<String> ids =
                    List.of("", "a", "A", "a ", "aaaaaaaa", "aaaaaaaaa", "aaaaaaaa\0", "ä", "ae", "\0", "\0\0");
            ids.forEach(id -> addNext(index, 1, id));

            for (int i = 0; i < ids.size(); i++) {
                assertThat(index.number(find(index, 1, ids.get(i)))).isEqualTo(i + 1);
            }
        }
    }

    @Test
    void newNumbersFollowTheHighestThatWasGiven() {
        try (IdIndex index = new IdIndex(scratch)) {
            byte[] id = bytes("old");
            index.add(1, 41, id, 0, id.length);

            assertThat(index.number(addNext(index, 1, "new"))).isEqualTo(42);
        }
    }

    @Test
    void visitsEntriesInTheirOrderAcrossSegments() {
        try (IdIndex index = new IdIndex(scratch)) {
            String longId = "x".repeat(180);
            for (int i = 0; i < 400_000; i++) {
                addNext(index, 1, longId + i);
            }
            List<Integer> numbers = new ArrayList<>();
            index.forEach(entry -> numbers.add(index.number(entry)));

            assertThat(numbers).hasSize(400_000);
            assertThat(numbers).isSorted();
            assertThat(index.number(find(index, 1, longId + 399_999))).isEqualTo(400_000);
        }
    }

    @Test
    void leavesNoFilesBehind() throws IOException {
        try (IdIndex index = new IdIndex(scratch)) {
            addNext(index, 1, "a");
        }
        try (Stream<Path> files = Files.list(scratch)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void accountsAreRankedByTenantAndThenByNumber() {
        try (IdIndex index = new IdIndex(scratch)) {
            for (int i = 0; i < 10; i++) {
                addNext(index, 3 - i % 3, "a" + i);
            }
            try (AccountOrder order = new AccountOrder(index, 3, scratch)) {
                List<String> ranked = new ArrayList<>();
                for (int rank = 0; rank < 10; rank++) {
                    ranked.add(order.tenantNo(rank) + "/" + order.accountNo(rank));
                }

                assertThat(ranked)
                        .containsExactly("1/3", "1/6", "1/9", "2/2", "2/5", "2/8", "3/1", "3/4", "3/7", "3/10");
                assertThat(index.rank(find(index, 2, "a4"))).isEqualTo(4);
            }
        }
    }

    private static long addNext(IdIndex index, int owner, String id) {
        return index.addNext(owner, bytes(id), 0, bytes(id).length);
    }

    private static long find(IdIndex index, int owner, String id) {
        byte[] padded = bytes("##" + id + "##");
        return index.find(owner, padded, 2, padded.length - 4);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
