package org.trueup.rules.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SentenceTest {

    @Test
    void saysWhatStringFormatWouldSay() {
        Object[] values = {"Bo $1 %s", 12_345, LocalDate.parse("2026-11-21"), new BigDecimal("7.50"), -1L};
        String pattern = "%s has %d since %s: %s%% and %d.";

        assertThat(Sentence.of(pattern, values))
                .isEqualTo(String.format(Locale.ROOT, pattern, values))
                .isEqualTo("Bo $1 %s has 12345 since 2026-11-21: 7.50% and -1.");
    }

    @Test
    void aSentenceWithoutPlacesStaysAsItIs() {
        assertThat(Sentence.of("Nothing is blocked.")).isEqualTo("Nothing is blocked.");
    }

    @Test
    void placesAndValuesMustBeAsMany() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sentence.of("%s and no more", "one", "two"))
                .withMessage("2 values for 1 places: %s and no more");
    }

    @Test
    void otherPlacesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Sentence.of("%.2f", 1.0));
        assertThatIllegalArgumentException().isThrownBy(() -> Sentence.of("100 %", 1));
    }
}
