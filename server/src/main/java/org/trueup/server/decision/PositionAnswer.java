package org.trueup.server.decision;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.Grace;
import org.trueup.rules.outcome.Money;
import org.trueup.rules.outcome.Position;

/**
 * What the engine says of a tenant, named as the columns of the CSV files are.
 *
 * @param decided whether there is a position; without one all that is of it is null, and a finding says why
 * @param policyVersion of the vendor's policy in force on the day; none where the vendor has none
 */
@Schema(name = "DecidedPosition")
record PositionAnswer(
        LocalDate asOf,
        boolean decided,
        String tenantId,
        String tenantName,
        @Nullable String accountManager,
        String vendor,
        @Nullable String subscriptionId,
        @Nullable String plan,
        @Nullable String metric,
        @Nullable Integer used,

        @Schema(description = "null: unlimited") @Nullable Integer licensed,

        @Nullable Integer required,
        @JsonProperty("short") @Nullable Integer shortBy,

        @Schema(description = "COMPLIANT, AT_LIMIT, WARNING, OVERAGE, GRACE or BLOCKED") @Nullable
        String status,

        @Nullable LocalDate overSince,
        @Nullable Integer graceDay,
        @Nullable Integer graceDays,
        @Nullable LocalDate graceEndsOn,
        @Nullable BigDecimal monthlyAmount,
        @Nullable BigDecimal trueUpAmount,
        @Nullable String currency,
        @Nullable LocalDate peakDay,
        @Nullable String usageLine,

        @Schema(description = "every sheet row that decided, like plecto.xlsx!Plans!D7")
        List<String> cells,

        @Nullable Integer policyVersion,
        @Nullable String wayBack,
        List<FindingAnswer> findings,
        List<MonthAnswer> months,
        List<EntitlementAnswer> entitlements) {

    static PositionAnswer of(Assessment assessment, LocalDate asOf, @Nullable Integer policyVersion) {
        Tenant tenant = assessment.tenant();
        Position position = assessment.position();
        List<FindingAnswer> findings =
                assessment.findings().stream().map(FindingAnswer::of).toList();
        List<MonthAnswer> months =
                assessment.months().stream().map(MonthAnswer::of).toList();
        return position == null
                ? undecided(tenant, asOf, policyVersion, findings, months)
                : decided(tenant, asOf, position, findings, months);
    }

    private static PositionAnswer decided(
            Tenant tenant, LocalDate asOf, Position position, List<FindingAnswer> findings, List<MonthAnswer> months) {
        Grace grace = position.grace();
        return new PositionAnswer(
                asOf,
                true,
                tenant.id().value(),
                tenant.name(),
                tenant.accountManager(),
                tenant.vendor().name(),
                position.subscriptionId(),
                position.plan(),
                position.metric().code(),
                position.used(),
                position.licensed().count(),
                position.required(),
                position.shortBy(),
                position.status().name(),
                position.overSince(),
                grace == null ? null : (Integer) grace.day(),
                grace == null ? null : (Integer) grace.days(),
                grace == null ? null : grace.endsOn(),
                amount(position.monthlyAmount()),
                amount(position.trueUpAmount()),
                position.currency().getCurrencyCode(),
                position.peakDay(),
                position.usageLine(),
                position.cells().stream().map(Cell::toString).toList(),
                position.policyVersion(),
                position.wayBack(),
                findings,
                months,
                position.entitlements().stream().map(EntitlementAnswer::of).toList());
    }

    private static PositionAnswer undecided(
            Tenant tenant,
            LocalDate asOf,
            @Nullable Integer policyVersion,
            List<FindingAnswer> findings,
            List<MonthAnswer> months) {
        return new PositionAnswer(
                asOf,
                false,
                tenant.id().value(),
                tenant.name(),
                tenant.accountManager(),
                tenant.vendor().name(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                policyVersion,
                null,
                findings,
                months,
                List.of());
    }

    static @Nullable BigDecimal amount(@Nullable Money money) {
        return money == null ? null : money.amount();
    }
}
