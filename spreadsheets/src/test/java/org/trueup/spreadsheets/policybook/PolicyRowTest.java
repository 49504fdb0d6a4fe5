package org.trueup.spreadsheets.policybook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trueup.rules.fact.Vendor;

/** A row as people read it, however it was typed. */
class PolicyRowTest {
    private static final Vendor PENSERO = new Vendor("pensero");

    private static PolicyRow row(EditedWorkbook workbook, String sheet, int row) {
        return PolicyBook.rows(PENSERO, workbook.bytes()).stream()
                .filter(each -> each.at().sheet().equals(sheet) && each.at().row() == row)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRowSaysItsFilledCellsInTheOrderOfTheColumns() {
        assertThat(row(EditedWorkbook.pensero(), "Plans", 6).words())
                .isEqualTo("Plan Growth, Metric added-users, Price per licence and month 50, Currency USD");
    }

    @Test
    void numbersTypedAsTextAndSpacesSayTheSame() {
        PolicyRow shipped = row(EditedWorkbook.pensero(), "Plans", 6);
        EditedWorkbook typed = EditedWorkbook.pensero()
                .type("Plans", "C6", 50.00)
                .type("Plans", "A6", " Growth\u00A0")
                .type("Plans", "D6", "USD ");
        assertThat(row(typed, "Plans", 6).says(shipped)).isTrue();
        assertThat(row(EditedWorkbook.pensero().type("Plans", "C6", "50"), "Plans", 6)
                        .says(shipped))
                .isTrue();
        assertThat(row(EditedWorkbook.pensero().type("Plans", "C6", 51), "Plans", 6)
                        .says(shipped))
                .isFalse();
    }

    @Test
    void percentagesAndDatesSayWhatIsShown() {
        EditedWorkbook edited = EditedWorkbook.pensero().type("Plans", "G6", "2026-01-31");
        assertThat(row(edited, "Plans", 6).cells()).containsEntry("Sold from", "2026-01-31");
        assertThat(row(EditedWorkbook.pensero(), "Checks", 6).cells()).containsEntry("Use at least (%)", "90 %");
    }

    @Test
    void everySheetOfTheWorkbookHasItsRows() {
        List<PolicyRow> rows = PolicyBook.rows(PENSERO, EditedWorkbook.pensero().bytes());
        assertThat(rows)
                .extracting(row -> row.at().sheet())
                .contains("Plans", "Over the limit", "Who counts", "Checks");
    }
}
