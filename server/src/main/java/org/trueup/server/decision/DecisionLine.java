package org.trueup.server.decision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.request.Decider;

/**
 * A line of the decision log.
 *
 * @param facts SHA-256 of what was decided from
 * @param answer as JSON
 */
record DecisionLine(
        String who,
        Kind kind,
        String tenantId,
        String vendor,
        LocalDate asOf,
        byte[] facts,
        @Nullable Integer policyVersion,
        String answer,
        Decider decider) {

    /** What was asked. */
    enum Kind {
        POSITION,
        SEATS
    }

    static DecisionLine of(
            String who,
            Kind kind,
            TenantFacts facts,
            LocalDate asOf,
            @Nullable Integer policyVersion,
            String answer,
            Decider decider) {
        return new DecisionLine(
                who,
                kind,
                facts.id().value(),
                facts.tenant().vendor().name(),
                asOf,
                FactsHash.of(facts),
                policyVersion,
                answer,
                decider);
    }
}
