package org.trueup.spreadsheets.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trueup.rules.outcome.Severity;

class NotDecidedTableTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NO_SUBSCRIPTION | Send the subscription that is in force in subscriptions.csv, if there is one.
            NO_POLICY       | Publish a policy workbook for this vendor.
            UNKNOWN_PLAN    | Correct the plan's name in subscriptions.csv, or add the plan to the vendor's policy workbook.
            POLICY_GAP      | Add a row that takes this tenant to the sheet Over the limit of the vendor's policy workbook.
            """)
    void everyReasonHasAWayOutAndOtherFindingsAreNotTold(String code, String toDo) {
        NotDecidedTable.Row row = NotDecidedTable.Row.of(
                MadeUpTenant.plecto("t1", "One", null)
                        .finding("EXEMPT_ACCOUNT", Severity.INFO, "Google Ads was counted as 0.", "Exempt", null)
                        .finding(code, Severity.WARNING, "This is why.", "Why", null)
                        .finding("OVERLAPPING_SUBSCRIPTIONS", Severity.WARNING, "Two are in force.", "Overlap", null)
                        .assessed(),
                null);

        assertThat(row.why()).isEqualTo("This is why.");
        assertThat(row.toDo()).isEqualTo(toDo);
    }
}
