package org.trueup.rules.outcome;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.TenantId;

/**
 * One thing that a person should know or do.
 *
 * @param code for example {@code BELOW_PLAN_MINIMUM}
 * @param message a sentence in plain English with the numbers in it
 * @param rule the name of the rule that found it
 * @param cell the cell that decided; none where no sheet had a say
 */
public record Finding(
        TenantId tenant,
        String code,
        Severity severity,
        String message,
        String rule,
        @Nullable Cell cell) {
    /** By tenant, code, then cell and message, so that the same findings always stand in the same order. */
    public static final Comparator<Finding> ORDER = Comparator.comparing(Finding::tenant)
            .thenComparing(Finding::code)
            .thenComparing(finding -> finding.cell == null ? "" : finding.cell.toString())
            .thenComparing(Finding::message);
}
