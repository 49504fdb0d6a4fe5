package org.trueup.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.check.CheckReport;
import org.trueup.spreadsheets.scenario.RowTouch;
import org.trueup.spreadsheets.scenario.ScenarioOutcome;
import org.trueup.spreadsheets.scenario.ScenarioOutcome.Expectation;

class ScenarioLineTest {
    private static final ScenarioOutcome PASSED = outcome(true);
    private static final ScenarioOutcome FAILED = outcome(false);

    @Test
    void rowsThatNoScenarioTouchedAreListedBySheetAndRange() {
        List<RowTouch> rows = List.of(
                new RowTouch("Plans", 5, 2),
                new RowTouch("Plans", 6, 0),
                new RowTouch("Over the limit", 5, 0),
                new RowTouch("Over the limit", 6, 0),
                new RowTouch("Over the limit", 7, 0),
                new RowTouch("Over the limit", 8, 1),
                new RowTouch("Over the limit", 9, 0));
        assertThat(line(List.of(PASSED, FAILED, PASSED), rows))
                .isEqualTo(
                        "3 scenarios: 2 passed, 1 failed; 2 of 7 rows touched; not touched: Plans 6; Over the limit 5-7,"
                                + " 9.");
    }

    @Test
    void whenEveryRowWasTouchedNoneIsListed() {
        assertThat(line(List.of(PASSED), List.of(new RowTouch("Plans", 5, 1))))
                .isEqualTo("1 scenario: 1 passed, 0 failed; 1 of 1 row touched.");
    }

    @Test
    void aLongListEndsWithHowManyMoreThereAre() {
        List<RowTouch> rows = new ArrayList<>();
        for (int row = 1; row <= 50; row++) {
            rows.add(new RowTouch("Entitlements", row, 0));
        }
        assertThat(line(List.of(PASSED), rows))
                .isEqualTo("1 scenario: 1 passed, 0 failed; 0 of 50 rows touched; not touched: Entitlements 1-40 and 10"
                        + " more.");
    }

    private static String line(List<ScenarioOutcome> scenarios, List<RowTouch> rows) {
        return ScenarioLine.of(new CheckReport(new Vendor("acme"), Optional.empty(), List.of(), scenarios, rows));
    }

    private static ScenarioOutcome outcome(boolean met) {
        return new ScenarioOutcome(
                "Scenarios", 2, "One", List.of(new Expectation("Used", "F2", "5", met ? "5" : "6", met)));
    }
}
