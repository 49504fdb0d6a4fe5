package org.trueup.spreadsheets.policybook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.check.CheckReport;
import org.trueup.spreadsheets.check.WorkbookCheck;
import org.trueup.spreadsheets.scenario.RowTouch;
import org.trueup.spreadsheets.scenario.ScenarioOutcome;

/** The shipped workbooks test themselves: their scenarios pass, touch every row, and notice a changed cell. */
class ShippedScenariosTest {

    @ParameterizedTest
    @CsvSource({"plecto, 30", "activtrak, 65", "learning, 42", "pensero, 28"})
    void theShippedScenariosPassAndTouchEveryRow(String name, int scenarios) {
        Vendor vendor = new Vendor(name);
        CheckReport report = WorkbookCheck.of(vendor, EditedWorkbook.shipped(vendor));
        assertThat(report.problems()).isEmpty();
        assertThat(report.scenarios()).hasSize(scenarios).allMatch(ScenarioOutcome::passed);
        assertThat(report.coverage())
                .isNotEmpty()
                .extracting(RowTouch::scenarios)
                .doesNotContain(0);
    }

    @Test
    void aChangedMinimumIsNoticed() {
        assertThat(EditedWorkbook.plecto()
                        .typeUnder("Plans", "Minimum", 6, 6)
                        .check()
                        .problems())
                .extracting(Problem::message)
                .anyMatch(message -> message.contains("Large: 4 licences are below the minimum"));
    }

    @Test
    void aGracePeriodThatIsADayLongerIsNoticed() {
        assertThat(EditedWorkbook.activtrak()
                        .typeUnder("Over the limit", "Grace days", 8, 31)
                        .check()
                        .problems())
                .extracting(Problem::message)
                .anyMatch(message -> message.contains("\"Blocked on day 31\": expected BLOCKED, the policy gives GRACE")
                        && message.matches(".*decided by Over the limit![A-Z]8\\).*"));
    }

    @Test
    void aDeactivatedUserWhoKeepsTheSeatIsNoticed() {
        assertThat(EditedWorkbook.learning()
                        .typeUnder("Who counts", "Licences counted", 6, 1)
                        .check()
                        .problems())
                .extracting(Problem::message)
                .anyMatch(message ->
                        message.contains("\"Seats: deactivated users free theirs\": expected 9, the policy gives 14"));
    }

    @Test
    void aCapThatIsHigherIsNoticed() {
        assertThat(EditedWorkbook.pensero()
                        .typeUnder("Plans", "Maximum", 5, 6)
                        .check()
                        .problems())
                .extracting(Problem::message)
                .anyMatch(message -> message.contains("\"Starter: the fifth seat\""));
    }
}
