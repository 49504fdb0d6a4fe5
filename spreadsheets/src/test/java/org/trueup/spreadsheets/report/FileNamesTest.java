package org.trueup.spreadsheets.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNamesTest {
    private final FileNames names = new FileNames();

    @Test
    void ordinaryNamesStayAsTheyAre() {
        assertThat(names.forName("Zoë O'Hara (North)", ".xlsx")).isEqualTo("Zoë O'Hara (North).xlsx");
    }

    @Test
    void pathsLoseTheirWay() {
        assertThat(names.forName("../x", ".xlsx")).isEqualTo("__x.xlsx");
        assertThat(names.forName("a/b\\c:d*e?f\"g<h>i|j\nk", ".xlsx")).isEqualTo("a_b_c_d_e_f_g_h_i_j_k.xlsx");
        assertThat(names.forName("..", ".xlsx")).isEqualTo("_.xlsx");
        assertThat(names.forName("Anna. ", ".xlsx")).isEqualTo("Anna_.xlsx");
    }

    @Test
    void namesThatWindowsKeepsForItselfAreChanged() {
        assertThat(names.forName("CON", ".xlsx")).isEqualTo("_CON.xlsx");
        assertThat(names.forName("lpt1.old", ".xlsx")).isEqualTo("_lpt1.old.xlsx");
        assertThat(names.forName("Connor", ".xlsx")).isEqualTo("Connor.xlsx");
    }

    @Test
    void namesThatDifferInCaseOnlyGetNumbers() {
        assertThat(names.forName("Anna", ".xlsx")).isEqualTo("Anna.xlsx");
        assertThat(names.forName("ANNA", ".xlsx")).isEqualTo("ANNA (2).xlsx");
        assertThat(names.forName("anna", ".xlsx")).isEqualTo("anna (3).xlsx");
        assertThat(names.forName("Anna (2)", ".xlsx")).isEqualTo("Anna (2) (2).xlsx");
    }

    @Test
    void longNamesAreCutBetweenCharacters() {
        assertThat(names.forName("🙂".repeat(100), ".xlsx")).isEqualTo("🙂".repeat(50) + ".xlsx");
    }
}
