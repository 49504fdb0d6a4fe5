package org.trueup.spreadsheets.scenario;

import java.util.List;

/**
 * What became of the tests of one workbook.
 *
 * @param outcomes in the order of the workbook
 * @param coverage each row of terms and checks, in the order of the workbook
 * @param failures each expectation that was not met, in the order of the workbook
 */
public record ScenarioResults(List<ScenarioOutcome> outcomes, List<RowTouch> coverage, List<Failure> failures) {
    /** Of a workbook without any. */
    public static final ScenarioResults NONE = new ScenarioResults(List.of(), List.of(), List.of());

    /**
     * An expectation that was not met.
     *
     * @param cell for example {@code M7}
     * @param message what was expected, what the policy gives, which cells decided it, and what to do
     */
    public record Failure(String sheet, String cell, String message) {}
}
