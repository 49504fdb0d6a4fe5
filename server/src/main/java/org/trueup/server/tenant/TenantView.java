package org.trueup.server.tenant;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.night.SeenTenant;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.outcome.Entitlement;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.MonthUse;
import org.trueup.rules.outcome.Position;

/**
 * A tenant as a night saw it, and of that what the caller may see.
 *
 * @param seen all of it
 * @param forCustomer whether the tenant's own administrator looks: pilots and plans that are not shown to customers are left
 *     out (L5), and so are findings, which are written for the vendor's people
 */
public record TenantView(SeenTenant seen, boolean forCustomer) {

    public Tenant tenant() {
        return seen.outcome().assessment().tenant();
    }

    /** None where the night made none, or the caller may not see it. */
    public @Nullable Position position() {
        return usersShown() ? seen.outcome().assessment().position() : null;
    }

    /** Whether the caller may see the users of the subscription in force. */
    public boolean usersShown() {
        return !forCustomer || seen.outcome().showsUsers();
    }

    public List<MonthUse> months() {
        return seen.outcome().assessment().months().stream()
                .filter(month -> !forCustomer || seen.outcome().shows(month.subscriptionId()))
                .toList();
    }

    public List<Entitlement> entitlements() {
        Position position = position();
        return position == null ? List.of() : position.entitlements();
    }

    public List<Finding> findings() {
        return forCustomer ? List.of() : seen.outcome().assessment().findings();
    }

    /** The same as long as nothing else is to be seen. */
    String version() {
        return seen.run() + (forCustomer ? "c" : "");
    }
}
