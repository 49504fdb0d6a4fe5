package org.trueup.spreadsheets.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.policybook.PolicyBook;
import org.trueup.spreadsheets.policybook.Severity;

final class ShippedWorkbooksAreCleanTest {

    @Test
    void aboutAShippedWorkbookThereIsNothingToSay() {
        assertThat(PolicyBook.shipped())
                .hasSize(4)
                .allSatisfy((vendor, workbook) -> assertThat(
                                WorkbookCheck.of(vendor, workbook).problems())
                        .as("%s", vendor)
                        .isEmpty());
    }

    @Test
    void theTemplateHasNothingWrongButARowForAMetricThatItsPlanDoesNotCount() {
        CheckReport report = WorkbookCheck.of(new Vendor("acme"), PolicyBook.template());

        assertThat(report.problems())
                .allSatisfy(problem -> assertThat(problem.severity()).isEqualTo(Severity.INFO))
                .extracting(Object::toString)
                .containsExactly("acme.xlsx: Who counts!A8: info: no plan of the sheet Plans counts"
                        + " identities-with-history, so this row is not used");
    }
}
