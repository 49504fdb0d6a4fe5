package org.trueup.batch.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final Part WHOLE = new Part(Path.of("accounts.csv"), 1);
    private static final Part SECOND = new Part(Path.of("accounts-0002.csv.gz"), 1);

    @Test
    void tenBadLinesNeverStopAFeed() {
        assertThat(tally(WHOLE, 0, 10).complaint(BigDecimal.ZERO)).isNull();
        assertThat(tally(WHOLE, 0, 11).complaint(BigDecimal.ZERO))
                .isEqualTo("accounts.csv: 11 of 11 lines (100 %) cannot be taken, more than the 0 % allowed;"
                        + " the first: line 17: name is empty; nothing was changed.");
    }

    @Test
    void exactlyTheAllowedShareIsAllowed() {
        assertThat(tally(WHOLE, 1_188, 12).complaint(BigDecimal.ONE)).isNull();
        assertThat(tally(WHOLE, 1_187, 12).complaint(BigDecimal.ONE))
                .isEqualTo("accounts.csv: 12 of 1,199 lines (1.01 %) cannot be taken, more than the 1 % allowed;"
                        + " the first: line 17: name is empty; nothing was changed.");
    }

    @Test
    void aHundredPercentAllowsAll() {
        assertThat(tally(WHOLE, 0, 5_000).complaint(new BigDecimal("100"))).isNull();
    }

    @Test
    void namesThePartOfTheFirstBadLine() {
        assertThat(tally(SECOND, 3_880, 120).complaint(new BigDecimal("2.50")))
                .isEqualTo("accounts.csv: 120 of 4,000 lines (3 %) cannot be taken, more than the 2.5 % allowed;"
                        + " the first: accounts-0002.csv.gz line 17: name is empty; nothing was changed.");
    }

    @Test
    void readIsTakenPlusRejected() {
        assertThat(tally(WHOLE, 5, 2).count()).isEqualTo(new FileCount("accounts.csv", 7, 5, 2));
    }

    private static Tally tally(Part part, int taken, int rejected) {
        Tally tally = new Tally(FeedFile.ACCOUNTS);
        for (int i = 0; i < taken; i++) {
            tally.taken();
        }
        for (int i = 0; i < rejected; i++) {
            tally.rejected(part, 17 + i, "name is empty");
        }
        return tally;
    }
}
