package org.trueup.server.decision;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Entitlement;

/** What a tenant is entitled to. */
@Schema(name = "DecidedEntitlement")
record EntitlementAnswer(
        String entitlement, String value, @Nullable String unit, String cell) {

    static EntitlementAnswer of(Entitlement entitlement) {
        return new EntitlementAnswer(
                entitlement.name(),
                entitlement.value(),
                entitlement.unit(),
                entitlement.cell().toString());
    }
}
