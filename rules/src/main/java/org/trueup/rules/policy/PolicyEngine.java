package org.trueup.rules.policy;

import java.time.LocalDate;
import java.util.List;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.request.SeatAnswer;
import org.trueup.rules.request.SeatRequest;

/** Decides tenants. Safe for use by many threads; deciding many at once equals deciding each alone. */
public interface PolicyEngine {

    /** Decides some hundreds of tenants, of any vendors; the answers stand in the order of the facts. */
    List<Assessment> assess(List<TenantFacts> facts, LocalDate asOf);

    /** Decides one tenant. */
    default Assessment assess(TenantFacts facts, LocalDate asOf) {
        return assess(List.of(facts), asOf).get(0);
    }

    /** Says whether a tenant may have what it asks for; reserves nothing. */
    SeatAnswer answer(TenantFacts facts, SeatRequest request, LocalDate asOf);
}
