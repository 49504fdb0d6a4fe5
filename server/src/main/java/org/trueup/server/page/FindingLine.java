package org.trueup.server.page;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.Severity;
import org.trueup.rules.outcome.Waiver;

/** A finding as it is shown: what, why, and the row of the policy that says so. */
record FindingLine(
        Word severity,
        String code,
        String message,
        String rule,
        @Nullable String cell,
        @Nullable RowSaying row,
        @Nullable String waived) {

    static List<FindingLine> all(List<Finding> findings, Function<Finding, @Nullable RowSaying> row) {
        return findings.stream()
                .sorted(Comparator.comparing(Finding::waived)
                        .thenComparing(Finding::severity, Comparator.reverseOrder()))
                .map(finding -> of(finding, row.apply(finding)))
                .toList();
    }

    private static FindingLine of(Finding finding, @Nullable RowSaying row) {
        return new FindingLine(
                finding.waived() ? new Word("○ Waived", "NOTE") : Word.of(finding.severity()),
                Words.spoken(finding.code()),
                finding.message(),
                finding.rule(),
                finding.cell() == null ? null : finding.cell().toString(),
                row,
                waived(finding.severity(), finding.waiver()));
    }

    private static @Nullable String waived(Severity severity, @Nullable Waiver waiver) {
        return waiver == null
                ? null
                : "%s until %s: %s (%s, agreed by %s)"
                        .formatted(
                                Words.spoken(severity.name()) + " waived",
                                Words.day(waiver.until()),
                                waiver.reason(),
                                waiver.owner(),
                                waiver.approvedBy());
    }
}
