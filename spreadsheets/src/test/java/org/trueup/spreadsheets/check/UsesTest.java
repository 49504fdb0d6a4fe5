package org.trueup.spreadsheets.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class UsesTest {
    private static final int MOST = 40;
    private static final int TRIES = 1_000;

    @Test
    void aPairIsFoundWheneverTryingAllPairsFindsOne() {
        Random chance = new Random(3);
        for (int i = 0; i < TRIES; i++) {
            long least = chance.nextInt(MOST);
            long most = least + chance.nextInt(MOST - (int) least);
            long[][] lines = new long[4][];
            Uses uses = new Uses(least, most);
            for (int line = 0; line < lines.length; line++) {
                lines[line] = new long[] {chance.nextInt(9) - 2, chance.nextInt(60) - 30, 1 + chance.nextInt(4)};
            }
            uses.atLeast(lines[0][0], lines[0][1], lines[0][2]).atLeast(lines[1][0], lines[1][1], lines[1][2]);
            uses.atMost(lines[2][0], lines[2][1], lines[2][2]).atMost(lines[3][0], lines[3][1], lines[3][2]);

            Optional<Use> found = uses.any();

            assertThat(found.isPresent()).isEqualTo(anyOfAll(lines, least, most));
            found.ifPresent(use -> {
                assertThat(use.licensed()).isBetween(least, most);
                assertThat(holds(lines, use.used(), use.licensed())).isTrue();
            });
        }
    }

    @Test
    void betweenTwoPercentagesThatAreNearEachOtherAreOnlyManyLicences() {
        // above 33.333 % over and below 33.334 %: a third of 3 is such a one
        Uses thin = new Uses(0, Uses.MOST).atLeast(133_333, 1, 100_000).atMost(133_334, -1, 100_000);

        assertThat(thin.any()).contains(new Use(4, 3));
    }

    @Test
    void noWholeNumberLiesBetweenOneLicenceOverAndLessThanTwoThatIsTwentyPercentOfSix() {
        Uses six = new Uses(6, 9).atLeast(1, 1, 1).atMost(1, 1, 1).atLeast(120_000, 0, 100_000);

        assertThat(six.any()).isEmpty();
        assertThat(new Uses(5, 9)
                        .atLeast(1, 1, 1)
                        .atMost(1, 1, 1)
                        .atLeast(120_000, 0, 100_000)
                        .any())
                .contains(new Use(6, 5));
    }

    private static boolean anyOfAll(long[][] lines, long least, long most) {
        for (long licensed = least; licensed <= most; licensed++) {
            for (long used = 0; used <= 400; used++) {
                if (holds(lines, used, licensed)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean holds(long[][] lines, long used, long licensed) {
        return used * lines[0][2] >= lines[0][0] * licensed + lines[0][1]
                && used * lines[1][2] >= lines[1][0] * licensed + lines[1][1]
                && used * lines[2][2] <= lines[2][0] * licensed + lines[2][1]
                && used * lines[3][2] <= lines[3][0] * licensed + lines[3][1];
    }
}
