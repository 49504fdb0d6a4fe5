package org.trueup.server.decision;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Finding;

/** A finding, named as the columns of findings.csv are. */
@Schema(name = "DecidedFinding")
record FindingAnswer(
        String code,
        @Schema(description = "INFO, WARNING or VIOLATION") String severity,
        String message,
        String rule,
        @Nullable String cell,
        @Nullable LocalDate waivedUntil,
        @Nullable String wayBack) {

    static FindingAnswer of(Finding finding) {
        return new FindingAnswer(
                finding.code(),
                finding.severity().name(),
                finding.message(),
                finding.rule(),
                finding.cell() == null ? null : finding.cell().toString(),
                finding.waivedUntil(),
                finding.wayBack());
    }
}
