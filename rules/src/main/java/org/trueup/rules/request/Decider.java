package org.trueup.rules.request;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.terms.OverLimitTerms;

/**
 * The rule and the cell that decided how a tenant stands to its limit.
 *
 * @param cell none where no sheet had a say
 */
public record Decider(String rule, @Nullable Cell cell) {
    /** The rule that reads Over the limit; it decides where no finding speaks of the row. */
    static final String STATUS_RULE = "The status that Over the limit gives";

    /**
     * What decided an assessment: the gravest finding from the row of Over the limit that takes the tenant, else the row
     * itself, and without a position the finding that says why there is none.
     */
    public static Decider of(Assessment assessment) {
        Position position = assessment.position();
        if (position == null) {
            return of(assessment.findings().get(0));
        }
        return assessment.findings().stream()
                .filter(finding -> isOfLimit(finding.cell()))
                .max(Comparator.comparing(Finding::severity).thenComparing(Finding::code, Comparator.reverseOrder()))
                .map(Decider::of)
                .orElseGet(() -> new Decider(
                        STATUS_RULE,
                        position.cells().stream()
                                .filter(Decider::isOfLimit)
                                .findFirst()
                                .orElse(null)));
    }

    static Decider of(Finding finding) {
        return new Decider(finding.rule(), finding.cell());
    }

    private static boolean isOfLimit(@Nullable Cell cell) {
        return cell != null && cell.sheet().equals(OverLimitTerms.SHEET);
    }
}
