package org.trueup.server.decision;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Position;
import org.trueup.server.body.EntitlementBody;
import org.trueup.server.body.MonthBody;
import org.trueup.server.body.PositionFields;

/** What the engine says of a tenant, named as the columns of the CSV files are. */
@Schema(name = "DecidedPosition")
record PositionAnswer(
        LocalDate asOf,
        @JsonUnwrapped PositionFields fields,
        List<FindingAnswer> findings,
        List<MonthBody> months,
        List<EntitlementBody> entitlements) {

    /** @param policyVersion of the vendor's policy in force on the day; none where the vendor has none */
    static PositionAnswer of(Assessment assessment, LocalDate asOf, @Nullable Integer policyVersion) {
        Position position = assessment.position();
        return new PositionAnswer(
                asOf,
                PositionFields.of(assessment.tenant(), position, policyVersion),
                assessment.findings().stream().map(FindingAnswer::of).toList(),
                assessment.months().stream().map(MonthBody::of).toList(),
                position == null
                        ? List.of()
                        : position.entitlements().stream()
                                .map(EntitlementBody::of)
                                .toList());
    }
}
