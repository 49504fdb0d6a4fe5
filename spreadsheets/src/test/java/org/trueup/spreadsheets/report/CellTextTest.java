package org.trueup.spreadsheets.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellTextTest {
    @Test
    void ordinaryTextStaysAsItIs() {
        assertThat(CellText.of("Møller\t木村\n🙂")).isEqualTo("Møller\t木村\n🙂");
    }

    @Test
    void charactersThatXmlDoesNotKnowAreReplaced() {
        assertThat(CellText.of("a\u0000b\u001fc\uFFFEd\uD83De")).isEqualTo("a�b�c�d�e");
    }

    @Test
    void whatLooksLikeAnEscapedCharacterStaysWhatItIs() {
        assertThat(CellText.of("_x0041_ and _x")).isEqualTo("_x005F_x0041_ and _x");
    }

    @Test
    void whatNoCellHoldsIsCutWithANote() {
        String cut = CellText.of("🙂".repeat(20_000));
        assertThat(cut).endsWith("🙂 … (cut, the whole text has 40000 characters)");
        assertThat(cut.length()).isBetween(32_766, 32_767);
        assertThat(CellText.of("x".repeat(32_767))).isEqualTo("x".repeat(32_767));
    }
}
