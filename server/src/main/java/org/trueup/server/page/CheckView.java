package org.trueup.server.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.spreadsheets.check.CheckReport;
import org.trueup.spreadsheets.policybook.Problem;
import org.trueup.spreadsheets.policybook.Severity;
import org.trueup.spreadsheets.scenario.ScenarioOutcome;

/** What a check found, as it stands beside the sheets. */
record CheckView(long errors, long warnings, List<Told> problems, List<ScenarioOutcome> failed, int scenarios) {

    /**
     * A problem.
     *
     * @param sheet none where it is the whole file's fault
     * @param cell none where it is the whole sheet's fault
     */
    record Told(
            Word severity, @Nullable String sheet, @Nullable String cell, String message) {
        static Told of(Problem problem) {
            return new Told(word(problem.severity()), problem.sheet(), problem.cell(), problem.message());
        }

        public boolean error() {
            return severity.tone().equals("BAD");
        }

        private static Word word(Severity severity) {
            return switch (severity) {
                case ERROR -> new Word("■ Error", "BAD");
                case WARNING -> new Word("▲ Warning", "CARE");
                default -> new Word("○ Remark", "NOTE");
            };
        }
    }

    static CheckView of(CheckReport report) {
        return new CheckView(
                report.errors(),
                report.warnings(),
                report.problems().stream().map(Told::of).toList(),
                report.scenarios().stream()
                        .filter(scenario -> !scenario.passed())
                        .toList(),
                report.scenarios().size());
    }
}
