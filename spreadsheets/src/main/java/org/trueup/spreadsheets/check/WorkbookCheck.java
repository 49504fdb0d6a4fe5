package org.trueup.spreadsheets.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.policy.DroolsPolicyEngine;
import org.trueup.rules.policy.Policy;
import org.trueup.spreadsheets.policybook.PolicyBook;
import org.trueup.spreadsheets.policybook.PolicyDraft;
import org.trueup.spreadsheets.policybook.Problem;
import org.trueup.spreadsheets.policybook.Severity;
import org.trueup.spreadsheets.scenario.ScenarioResults;
import org.trueup.spreadsheets.scenario.ScenarioResults.Failure;
import org.trueup.spreadsheets.scenario.ScenarioRun;

/** The door of this package: a workbook in, all that is to be said about it out. Safe for many threads. */
public final class WorkbookCheck {
    private WorkbookCheck() {}

    /**
     * Checks a policy workbook that anybody may have typed or sent. Its sheets are looked at as wholes even where some
     * cells are wrong, on the rows that are right; its scenarios are run once every cell is right.
     *
     * @param vendor names the file in every address, whatever the file was called
     * @param workbook the bytes of an {@code .xlsx} file
     */
    public static CheckReport of(Vendor vendor, byte[] workbook) {
        return of(vendor, PolicyBook.draft(vendor, 1, workbook));
    }

    /** The same of a workbook that is read already. */
    public static CheckReport of(Vendor vendor, PolicyDraft draft) {
        if (!draft.anyError() && !draft.scenarios().all().isEmpty()) {
            // the rules that the scenarios will need are loaded while the sheets are looked at and the checks compiled
            DroolsPolicyEngine.prepare();
        }
        List<Problem> problems = new ArrayList<>(sheets(draft));
        Optional<Policy> policy = draft.policy().filter(read -> !draft.anyError());
        ScenarioResults results =
                policy.map(read -> ScenarioRun.of(read, draft.scenarios())).orElse(ScenarioResults.NONE);
        results.failures().forEach(failure -> problems.add(problem(vendor, failure)));
        problems.sort(ProblemOrder.of(draft.tabs()));
        return new CheckReport(vendor, policy, List.copyOf(problems), results.outcomes(), results.coverage());
    }

    /** What is to be said of a workbook's cells and sheets, without running its scenarios: it compiles nothing. */
    public static List<Problem> sheets(PolicyDraft draft) {
        List<Problem> problems = new ArrayList<>(draft.problems());
        draft.policy().ifPresent(policy -> problems.addAll(PolicyAnalysis.of(draft, policy.terms())));
        problems.sort(ProblemOrder.of(draft.tabs()));
        return List.copyOf(problems);
    }

    private static Problem problem(Vendor vendor, Failure failure) {
        return new Problem(vendor.name() + ".xlsx", failure.sheet(), failure.cell(), Severity.ERROR, failure.message());
    }
}
