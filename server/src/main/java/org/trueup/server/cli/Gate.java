package org.trueup.server.cli;

import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.check.CheckReport;
import org.trueup.spreadsheets.check.WorkbookCheck;
import org.trueup.spreadsheets.policybook.Severity;

/** What every workbook passes before it becomes a version. */
record Gate(Surroundings surroundings) {

    /**
     * Tells the errors and warnings of a workbook, and whether it may pass; {@code check} tells what is merely worth
     * knowing too.
     *
     * @param name as the person who asks knows the workbook
     * @param done what it would have been, for example {@code published}
     */
    boolean lets(Vendor vendor, byte[] content, String name, String done) {
        CheckReport report = WorkbookCheck.of(vendor, content);
        report.problems().stream()
                .filter(problem -> problem.severity() != Severity.INFO)
                .forEach(surroundings.err()::println);
        if (report.anyError()) {
            surroundings
                    .err()
                    .println(name + " has " + Figures.count(report.errors(), "errors") + "; nothing was " + done + ".");
            return false;
        }
        // what a night would compile is compiled here first
        report.policy().ifPresent(policy -> policy.checks().prepare());
        return true;
    }
}
