package org.trueup.spreadsheets.check;

import java.util.List;
import java.util.Optional;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.policy.Policy;
import org.trueup.spreadsheets.policybook.Problem;
import org.trueup.spreadsheets.policybook.Severity;
import org.trueup.spreadsheets.scenario.RowTouch;
import org.trueup.spreadsheets.scenario.ScenarioOutcome;

/**
 * All that a check found.
 *
 * @param policy what the workbook says; none where it cannot be read as a policy
 * @param problems by sheet, row and column; a failed scenario is one of them
 * @param scenarios what became of the analysts' tests, in the order of the workbook; empty where none could be run
 * @param coverage how many scenarios each row of terms and checks decided something in, in the order of the workbook;
 *     empty where no scenario could be run
 */
public record CheckReport(
        Vendor vendor,
        Optional<Policy> policy,
        List<Problem> problems,
        List<ScenarioOutcome> scenarios,
        List<RowTouch> coverage) {

    /** Whether the workbook may not be published. */
    public boolean anyError() {
        return errors() > 0;
    }

    public long errors() {
        return count(Severity.ERROR);
    }

    /** What hinders nothing, but somebody should look at. */
    public long warnings() {
        return count(Severity.WARNING);
    }

    private long count(Severity severity) {
        return problems.stream()
                .filter(problem -> problem.severity() == severity)
                .count();
    }
}
