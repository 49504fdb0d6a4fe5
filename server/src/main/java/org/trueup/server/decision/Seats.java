package org.trueup.server.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trueup.batch.night.PublishedPolicies;
import org.trueup.batch.night.StoredFacts;
import org.trueup.batch.store.Store;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.fact.TenantId;
import org.trueup.rules.request.Decider;
import org.trueup.rules.request.SeatAnswer;
import org.trueup.rules.request.SeatRequest;
import org.trueup.server.problem.Refusal;
import org.trueup.server.security.Caller;

/** Answers requests for seats on the latest facts of the store, and logs each answer before anybody sees it. */
@Component
class Seats {
    private final StoredFacts facts;
    private final Decisions decisions;
    private final DecisionLog log;
    private final Json json;

    Seats(Store store, JdbcClient sql, Decisions decisions, DecisionLog log, Json json) {
        this.facts = new StoredFacts(store, sql);
        this.decisions = decisions;
        this.log = log;
        this.json = json;
    }

    SeatBody answer(Caller caller, String id, GivenSeatRequest given) {
        SeatRequest request = given.request();
        LocalDate asOf = given.day(decisions.today());
        TenantFacts tenant = of(caller, id, asOf);
        PublishedPolicies policies = decisions.policies();
        SeatAnswer answer = policies.inForceOn(asOf).answer(tenant, request, asOf);
        Integer version = policies.versionsOn(asOf).get(tenant.tenant().vendor());
        SeatBody body = SeatBody.of(answer, tenant.tenant(), asOf, version);
        log.keep(List.of(DecisionLine.of(
                caller.name(),
                DecisionLine.Kind.SEATS,
                tenant,
                asOf,
                version,
                json.write(new Logged(given, body)),
                new Decider(answer.rule(), answer.cell()))));
        return body;
    }

    /** One that the caller may not see is told like one that is not there. */
    private TenantFacts of(Caller caller, String id, LocalDate asOf) {
        Optional<TenantFacts> found = id.isEmpty() ? Optional.empty() : facts.of(new TenantId(id), asOf);
        return found.filter(tenant -> caller.tenants().holds(id, tenant.tenant().accountManager()))
                .orElseThrow(() -> Refusal.notFound("There is no tenant \"%s\".".formatted(id)));
    }

    /** What was asked and what was answered. */
    private record Logged(GivenSeatRequest asked, SeatBody answered) {}
}
