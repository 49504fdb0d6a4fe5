package org.trueup.server.body;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Entitlement;

/** What a tenant is entitled to. */
@Schema(name = "Entitlement")
public record EntitlementBody(
        String entitlement, String value, @Nullable String unit, String cell) {

    /** As HTTP tells it. */
    public static EntitlementBody of(Entitlement entitlement) {
        return new EntitlementBody(
                entitlement.name(),
                entitlement.value(),
                entitlement.unit(),
                entitlement.cell().toString());
    }
}
