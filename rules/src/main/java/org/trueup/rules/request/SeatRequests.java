package org.trueup.rules.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.trueup.rules.cure.Asking;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.terms.PolicyTerms;

/** Answers requests for seats. Safe for use by many threads. */
public final class SeatRequests {
    private final Map<Vendor, PolicyTerms> policies;
    private final Asking engine;

    /** Answers by what an engine says that has these policies. */
    public SeatRequests(Map<Vendor, PolicyTerms> policies, Asking engine) {
        this.policies = Map.copyOf(policies);
        this.engine = engine;
    }

    /** Whether the tenant may have what it asks for on that day. */
    public SeatAnswer answer(TenantFacts facts, SeatRequest request, LocalDate asOf) {
        Assessment now = engine.decide(List.of(facts), asOf).get(0);
        Position position = now.position();
        PolicyTerms policy = policies.get(facts.tenant().vendor());
        if (position == null || policy == null) {
            return undecided(now);
        }
        Asker asker = new Asker(facts, now, position, policy, asOf, engine);
        return request instanceof SeatRequest.Add add
                ? new Adding(asker).answer(add.users())
                : new Setting(asker).answer(((SeatRequest.Total) request).licences());
    }

    /** Nobody can say what a tenant without a position may have; the finding says why it has none. */
    private static SeatAnswer undecided(Assessment now) {
        Finding why = now.findings().get(0);
        return new SeatAnswer(false, why.message(), why.rule(), why.cell(), null, null, List.of(), null);
    }
}
