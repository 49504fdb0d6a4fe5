package org.trueup.spreadsheets.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.policybook.PolicyBook;
import org.trueup.spreadsheets.policybook.PolicyReading;
import org.trueup.spreadsheets.policybook.PolicyReading.Accepted;
import org.trueup.spreadsheets.policybook.PolicyReading.Refused;
import org.trueup.spreadsheets.policybook.Problem;
import org.trueup.spreadsheets.policybook.Severity;
import org.trueup.spreadsheets.scenario.ScenarioResults;
import org.trueup.spreadsheets.scenario.ScenarioResults.Failure;
import org.trueup.spreadsheets.scenario.ScenarioRun;

/** The door of this package: a workbook in, all that is to be said about it out. Safe for many threads. */
public final class WorkbookCheck {
    private WorkbookCheck() {}

    /**
     * Checks a policy workbook that anybody may have typed or sent.
     *
     * @param vendor names the file in every address, whatever the file was called
     * @param workbook the bytes of an {@code .xlsx} file
     */
    public static CheckReport of(Vendor vendor, byte[] workbook) {
        PolicyReading reading = PolicyBook.read(vendor, 1, workbook);
        if (reading instanceof Refused refused) {
            return new CheckReport(vendor, Optional.empty(), refused.problems(), List.of(), List.of());
        }
        Accepted accepted = (Accepted) reading;
        ScenarioResults results = ScenarioRun.of(accepted.policy(), accepted.scenarios());
        List<Problem> problems = new ArrayList<>(accepted.warnings());
        results.failures().forEach(failure -> problems.add(problem(vendor, failure)));
        return new CheckReport(
                vendor, Optional.of(accepted.policy()), List.copyOf(problems), results.outcomes(), results.coverage());
    }

    private static Problem problem(Vendor vendor, Failure failure) {
        return new Problem(vendor.name() + ".xlsx", failure.sheet(), failure.cell(), Severity.ERROR, failure.message());
    }
}
