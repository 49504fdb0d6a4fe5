package org.trueup.spreadsheets.parts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextLinesTest {
    @Test
    void aTextTakesALineForEachElevenTenthsOfTheWidth() {
        assertThat(TextLines.of("x".repeat(11), 10)).isEqualTo(1);
        assertThat(TextLines.of("x".repeat(12), 10)).isEqualTo(2);
        assertThat(TextLines.of("木".repeat(6), 10)).isEqualTo(2);
    }

    @Test
    void lineBreaksCount() {
        assertThat(TextLines.of("a\nb\nc", 10)).isEqualTo(3);
        assertThat(TextLines.of(null, 10)).isEqualTo(1);
    }
}
