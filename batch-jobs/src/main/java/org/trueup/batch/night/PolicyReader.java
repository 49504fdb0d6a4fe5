package org.trueup.batch.night;

import java.util.List;
import org.trueup.batch.store.PolicyVersion;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.policy.Policy;
import org.trueup.spreadsheets.check.WorkbookCheck;
import org.trueup.spreadsheets.policybook.PolicyBook;
import org.trueup.spreadsheets.policybook.PolicyDraft;
import org.trueup.spreadsheets.policybook.Problem;
import org.trueup.spreadsheets.policybook.Severity;
import org.trueup.spreadsheets.whatif.PolicyRows;

/** Reads the workbooks that a night decides by, and looks at them as {@code trueup check} does. */
final class PolicyReader {
    private PolicyReader() {}

    /**
     * Requires a workbook that comes with the product to be without errors.
     *
     * @throws NightException if it is not
     */
    static void requireSound(Vendor vendor, byte[] workbook) {
        refuse(vendor, errors(WorkbookCheck.sheets(PolicyBook.draft(vendor, 1, workbook))));
    }

    /**
     * A version in force. What was published before a check found fault with it goes on deciding; that is told.
     *
     * @throws NightException if its cells cannot be read
     */
    static InForce read(PolicyVersion version, byte[] workbook) {
        PolicyDraft draft = PolicyBook.draft(version.vendor(), version.version(), workbook);
        refuse(version.vendor(), errors(draft.problems()));
        Policy policy = draft.policy()
                .orElseThrow(
                        () -> new NightException("The policy workbook of " + version.vendor() + " cannot be opened."));
        List<Problem> doubts = WorkbookCheck.sheets(draft).stream()
                .filter(problem -> problem.severity() != Severity.INFO)
                .toList();
        return new InForce(
                policy,
                new PolicyRows(draft.rows()),
                doubts.isEmpty() ? List.of() : List.of(remark(version, doubts.size(), doubts.get(0))));
    }

    private static List<Problem> errors(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
    }

    private static void refuse(Vendor vendor, List<Problem> errors) {
        if (!errors.isEmpty()) {
            String more = errors.size() == 1 ? "" : " (and %d more problems in it)".formatted(errors.size() - 1);
            throw new NightException("The policy workbook of " + vendor + " cannot be used: " + errors.get(0) + more);
        }
    }

    private static String remark(PolicyVersion version, int doubts, Problem first) {
        String more = doubts == 1 ? "" : " (and %d more; trueup check tells all)".formatted(doubts - 1);
        return "Version %d of the policy of %s decides, but somebody should look at it: %s%s."
                .formatted(version.version(), version.vendor(), first, more);
    }

    /**
     * A policy that decides.
     *
     * @param rows its workbook's, as people read them
     * @param remarks what a person should know about it, as sentences
     */
    record InForce(Policy policy, PolicyRows rows, List<String> remarks) {}
}
