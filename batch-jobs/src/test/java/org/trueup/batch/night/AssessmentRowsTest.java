package org.trueup.batch.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trueup.rules.outcome.CountedUser;

class AssessmentRowsTest {
    private static String firstText(int users) {
        List<CountedUser> all = IntStream.range(0, users)
                .mapToObj(user -> new CountedUser("a" + user, "A\nB", 1, "r" + user % 3, null, 0, false))
                .toList();
        return PackedUsers.pack(all).findFirst().orElseThrow();
    }

    @Test
    void anOutcomeWeighsItsUsersAndAsMuchAsTheRestOfItTakes() {
        assertThat(AssessmentRows.weight(null)).isEqualTo(20);
        assertThat(AssessmentRows.weight(firstText(1))).isEqualTo(22);
        assertThat(AssessmentRows.weight(firstText(4_900))).isEqualTo(4_923);
    }

    @Test
    void whoMayHaveMoreUsersThanATextWeighsAllThereIs() {
        assertThat(AssessmentRows.weight(firstText(5_000))).isEqualTo(Integer.MAX_VALUE);
        assertThat(AssessmentRows.weight(firstText(5_001))).isEqualTo(Integer.MAX_VALUE);
    }
}
