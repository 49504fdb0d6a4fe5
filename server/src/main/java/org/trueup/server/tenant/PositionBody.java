package org.trueup.server.tenant;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.night.PastPosition;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.Grace;
import org.trueup.rules.outcome.Money;
import org.trueup.rules.outcome.Position;

/**
 * A position over HTTP, named as the columns of positions.csv are.
 *
 * @param decided whether there is a position; without one all that is of it is null
 * @param cells every sheet row that decided it
 */
record PositionBody(
        LocalDate asOf,
        int run,
        boolean decided,
        String tenantId,
        String tenantName,
        @Nullable String accountManager,
        String vendor,
        @Nullable String subscriptionId,
        @Nullable String plan,
        @Nullable String metric,
        @Nullable Integer used,
        @Nullable Integer licensed,
        @Nullable Integer required,
        @JsonProperty("short") @Nullable Integer shortBy,
        @Nullable String status,
        @Nullable LocalDate overSince,
        @Nullable Integer graceDay,
        @Nullable Integer graceDays,
        @Nullable LocalDate graceEndsOn,
        @Nullable BigDecimal monthlyAmount,
        @Nullable BigDecimal trueUpAmount,
        @Nullable String currency,
        @Nullable LocalDate peakDay,
        @Nullable String usageLine,
        List<String> cells,
        @Nullable Integer policyVersion,
        @Nullable String wayBack) {

    static PositionBody of(TenantView view) {
        return of(view.seen().asOf(), view.seen().run(), view.tenant(), view.position());
    }

    static PositionBody of(PastPosition night) {
        return of(night.asOf(), night.run(), night.tenant(), night.position());
    }

    private static PositionBody of(LocalDate asOf, int run, Tenant tenant, @Nullable Position position) {
        return position == null ? undecided(asOf, run, tenant) : decided(asOf, run, tenant, position);
    }

    private static PositionBody decided(LocalDate asOf, int run, Tenant tenant, Position position) {
        Grace grace = position.grace();
        return new PositionBody(
                asOf,
                run,
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

    private static PositionBody undecided(LocalDate asOf, int run, Tenant tenant) {
        return new PositionBody(
                asOf,
                run,
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
                null,
                null);
    }

    private static @Nullable BigDecimal amount(@Nullable Money money) {
        return money == null ? null : money.amount();
    }
}
