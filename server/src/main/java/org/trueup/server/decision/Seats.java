package org.trueup.server.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trueup.batch.night.PublishedPolicies;
import org.trueup.batch.night.StoredFacts;
import org.trueup.batch.store.Store;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.fact.TenantId;
import org.trueup.rules.request.Decider;
import org.trueup.rules.request.SeatAnswer;
import org.trueup.rules.request.SeatRequest;
import org.trueup.server.problem.Refusal;
import org.trueup.server.security.Caller;

/** Answers requests for seats on the latest facts of the store, and logs each answer before anybody sees it. */
@Component
public class Seats {
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

    /**
     * What is answered to somebody.
     *
     * @param policyVersion which decided; none for a vendor without a policy
     */
    public record Answered(
            SeatAnswer answer,
            Tenant tenant,
            LocalDate asOf,
            @Nullable Integer policyVersion) {}

    /**
     * Whether one of the caller's tenants may add so many users today, or have so many licences in all.
     *
     * @param add none where licences are asked about
     * @param total none where users are asked about
     * @throws Refusal for a number that makes no sense, and a tenant that the caller does not have
     */
    public Answered ask(Caller caller, String id, @Nullable Integer add, @Nullable Integer total) {
        return ask(caller, id, new GivenSeatRequest(add, total, null));
    }

    SeatBody answer(Caller caller, String id, GivenSeatRequest given) {
        return body(ask(caller, id, given));
    }

    private Answered ask(Caller caller, String id, GivenSeatRequest given) {
        SeatRequest request = given.request();
        LocalDate asOf = given.day(decisions.today());
        TenantFacts tenant = of(caller, id, asOf);
        PublishedPolicies policies = decisions.policies();
        SeatAnswer answer = policies.inForceOn(asOf).answer(tenant, request, asOf);
        Integer version = policies.versionsOn(asOf).get(tenant.tenant().vendor());
        Answered answered = new Answered(answer, tenant.tenant(), asOf, version);
        log.keep(List.of(DecisionLine.of(
                caller.name(),
                DecisionLine.Kind.SEATS,
                tenant,
                asOf,
                version,
                json.write(new Logged(given, body(answered))),
                new Decider(answer.rule(), answer.cell()))));
        return answered;
    }

    private static SeatBody body(Answered answered) {
        return SeatBody.of(answered.answer(), answered.tenant(), answered.asOf(), answered.policyVersion());
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
