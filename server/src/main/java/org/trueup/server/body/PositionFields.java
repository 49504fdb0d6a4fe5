package org.trueup.server.body;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.Grace;
import org.trueup.rules.outcome.Money;
import org.trueup.rules.outcome.Position;

/**
 * A tenant and its position, as in positions.csv.
 *
 * @param decided whether there is a position; without one all that is of it is null, and a finding says why
 */
public record PositionFields(
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
        @Nullable String wayBack) {

    /** @param policyVersion of an undecided tenant's vendor; none where it is not known */
    public static PositionFields of(Tenant tenant, @Nullable Position position, @Nullable Integer policyVersion) {
        return position == null ? undecided(tenant, policyVersion) : decided(tenant, position);
    }

    private static PositionFields decided(Tenant tenant, Position position) {
        Grace grace = position.grace();
        return new PositionFields(
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
                position.wayBack());
    }

    private static PositionFields undecided(Tenant tenant, @Nullable Integer policyVersion) {
        return new PositionFields(
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
                null);
    }

    /** A sum of money; its currency stands beside it. */
    public static @Nullable BigDecimal amount(@Nullable Money money) {
        return money == null ? null : money.amount();
    }
}
