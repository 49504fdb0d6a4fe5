package org.trueup.spreadsheets.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trueup.rules.fact.TenantId;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.policy.DroolsPolicyEngine;
import org.trueup.rules.policy.Policy;
import org.trueup.rules.policy.PolicyEngine;
import org.trueup.spreadsheets.scenario.ScenarioOutcome.Expectation;
import org.trueup.spreadsheets.scenario.ScenarioResults.Failure;

/** The door of this package: scenarios in, what became of them out. Safe for many threads. */
public final class ScenarioRun {
    private final Map<TenantId, Assessment> decided = new HashMap<>();
    private final List<ScenarioOutcome> outcomes = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private final Coverage coverage;

    private ScenarioRun(Policy policy) {
        coverage = new Coverage(policy);
    }

    /**
     * Decides every scenario by a policy, the analysts' checks in it too. A workbook without scenarios costs nothing.
     */
    public static ScenarioResults of(Policy policy, Scenarios scenarios) {
        if (scenarios.all().isEmpty()) {
            return ScenarioResults.NONE;
        }
        policy.checks().prepare();
        ScenarioRun run = new ScenarioRun(policy);
        run.decide(DroolsPolicyEngine.withChecksAlone(List.of(policy)), scenarios.all());
        scenarios.all().forEach(run::judge);
        return new ScenarioResults(
                List.copyOf(run.outcomes), run.coverage.of(scenarios.rows()), List.copyOf(run.failures));
    }

    /** All of one date in one call, as a night does. */
    private void decide(PolicyEngine engine, List<Scenario> scenarios) {
        Map<LocalDate, List<Scenario>> byDate = new TreeMap<>();
        scenarios.forEach(scenario -> byDate.computeIfAbsent(scenario.asOf(), date -> new ArrayList<>())
                .add(scenario));
        byDate.forEach((asOf, ofDate) -> engine.assess(
                        ofDate.stream().map(Scenario::facts).toList(), asOf)
                .forEach(assessment -> decided.put(assessment.tenant().id(), assessment)));
    }

    private void judge(Scenario scenario) {
        Assessment assessment = decided.get(scenario.facts().id());
        if (assessment == null) {
            throw new IllegalStateException("the scenario \"" + scenario.name() + "\" was not decided");
        }
        List<Expectation> expectations = new ArrayList<>();
        for (Expected expected : scenario.expected()) {
            boolean met = expected.answer().met(assessment, expected.values());
            String got = expected.answer().got(assessment, expected.values());
            expectations.add(
                    new Expectation(expected.answer().column(), expected.address(), expected.said(), got, met));
            if (!met) {
                String message = FailureSentence.of(scenario, expected, assessment);
                failures.add(new Failure(scenario.at().sheet(), expected.address(), message));
            }
        }
        outcomes.add(new ScenarioOutcome(
                scenario.at().sheet(), scenario.at().row(), scenario.name(), List.copyOf(expectations)));
        coverage.add(scenario, assessment);
    }
}
