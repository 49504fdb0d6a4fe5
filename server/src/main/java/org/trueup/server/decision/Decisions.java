package org.trueup.server.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trueup.batch.night.PublishedPolicies;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.request.Decider;
import org.trueup.server.decision.GivenTenant.Question;

/** Decides what callers ask by the published policies, and logs it before anybody sees it. */
@Component
class Decisions {
    private final LivePolicies policies;
    private final DecisionLog log;
    private final Json json;
    private final Clock clock;

    Decisions(LivePolicies policies, DecisionLog log, Json json, Clock clock) {
        this.policies = policies;
        this.log = log;
        this.json = json;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The policies for one request: all that it asks is answered by these. */
    PublishedPolicies policies() {
        return policies.now();
    }

    /** The answers in the order of the questions; no two may be of one tenant and day. */
    List<PositionAnswer> positions(String who, List<Question> questions, PublishedPolicies by) {
        Map<LocalDate, List<Integer>> byDay = new TreeMap<>();
        for (int i = 0; i < questions.size(); i++) {
            byDay.computeIfAbsent(questions.get(i).asOf(), day -> new ArrayList<>())
                    .add(i);
        }
        List<@Nullable PositionAnswer> answers = new ArrayList<>(Collections.nCopies(questions.size(), null));
        List<DecisionLine> lines = new ArrayList<>(questions.size());
        byDay.forEach((day, places) -> {
            policies.usedOn(day);
            SortedMap<Vendor, Integer> versions = by.versionsOn(day);
            List<TenantFacts> facts =
                    places.stream().map(place -> questions.get(place).facts()).toList();
            List<Assessment> assessed = by.inForceOn(day).assess(facts, day);
            for (int i = 0; i < facts.size(); i++) {
                Integer version = versions.get(facts.get(i).tenant().vendor());
                PositionAnswer answer = PositionAnswer.of(assessed.get(i), day, version);
                answers.set(places.get(i), answer);
                lines.add(line(who, facts.get(i), assessed.get(i), answer));
            }
        });
        log.keep(lines);
        return answers.stream()
                .map(answer -> {
                    if (answer == null) {
                        throw new IllegalStateException("a question was not answered");
                    }
                    return answer;
                })
                .toList();
    }

    private DecisionLine line(String who, TenantFacts facts, Assessment assessment, PositionAnswer answer) {
        List<String> codes =
                assessment.findings().stream().map(Finding::code).distinct().toList();
        return DecisionLine.of(
                who,
                DecisionLine.Kind.POSITION,
                facts,
                answer.asOf(),
                answer.fields().policyVersion(),
                json.write(new Logged(
                        answer.fields().plan(),
                        answer.fields().used(),
                        answer.fields().licensed(),
                        answer.fields().status(),
                        codes)),
                Decider.of(assessment));
    }

    /** How a tenant stands, as the log keeps it; with the facts and the policy at hand the rest can be had again. */
    private record Logged(
            @Nullable String plan,
            @Nullable Integer used,
            @Nullable Integer licensed,
            @Nullable String status,
            List<String> findings) {}
}
