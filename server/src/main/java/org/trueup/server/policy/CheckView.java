package org.trueup.server.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.spreadsheets.check.CheckReport;
import org.trueup.spreadsheets.policybook.Problem;
import org.trueup.spreadsheets.scenario.RowTouch;
import org.trueup.spreadsheets.scenario.ScenarioOutcome;

/**
 * What a check found, as HTTP tells it.
 *
 * @param problems by sheet, row and column
 * @param scenarios empty where none could be run
 * @param coverage in how many scenarios each row decided something; empty where none could be run
 */
record CheckView(
        boolean publishable,
        long errors,
        long warnings,
        List<Told> problems,
        List<Tested> scenarios,
        List<RowTouch> coverage) {

    /**
     * A problem.
     *
     * @param sheet none where it is the whole file's fault
     * @param cell none where it is the whole sheet's fault
     */
    record Told(@Nullable String sheet, @Nullable String cell, String severity, String message) {
        static Told of(Problem problem) {
            return new Told(problem.sheet(), problem.cell(), problem.severity().name(), problem.message());
        }
    }

    /** A scenario and what became of it. */
    record Tested(String sheet, int row, String name, boolean passed, List<ScenarioOutcome.Expectation> expectations) {}

    static CheckView of(CheckReport report) {
        return new CheckView(
                !report.anyError(),
                report.errors(),
                report.warnings(),
                report.problems().stream().map(Told::of).toList(),
                report.scenarios().stream()
                        .map(scenario -> new Tested(
                                scenario.sheet(),
                                scenario.row(),
                                scenario.name(),
                                scenario.passed(),
                                scenario.expectations()))
                        .toList(),
                report.coverage());
    }
}
