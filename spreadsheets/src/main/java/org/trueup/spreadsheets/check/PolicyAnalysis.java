package org.trueup.spreadsheets.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.check.Characteristic;
import org.trueup.rules.check.CheckTerms;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.terms.AddOnTerms;
import org.trueup.rules.terms.CountingTerms;
import org.trueup.rules.terms.EntitlementTerms;
import org.trueup.rules.terms.OverLimitTerms;
import org.trueup.rules.terms.PlanTerms;
import org.trueup.rules.terms.PolicyTerms;
import org.trueup.rules.terms.SettingTerms;
import org.trueup.rules.terms.SupportPlanTerms;
import org.trueup.spreadsheets.policybook.PolicyDraft;
import org.trueup.spreadsheets.policybook.Problem;

/** Looks at a policy's sheets as wholes, one after the other. Of a sheet with wrong cells it looks at the rows that are right. */
final class PolicyAnalysis {
    private final PolicyDraft draft;
    private final PolicyTerms terms;
    private final List<String> plans;
    private final Findings findings;

    private PolicyAnalysis(PolicyDraft draft, PolicyTerms terms) {
        this.draft = draft;
        this.plans = terms.plans().stream().map(PlanTerms::plan).toList();
        this.terms = new PolicyTerms(
                terms.vendor(),
                terms.version(),
                terms.plans(),
                ofTheirPlans(terms.overLimit(), row -> OverLimitAsked.by(row).plan()),
                terms.counting(),
                terms.exemptions(),
                ofTheirPlans(terms.settings(), SettingTerms::plan),
                ofTheirPlans(terms.addOns(), AddOnTerms::plan),
                ofTheirPlans(terms.entitlements(), EntitlementTerms::plan),
                ofTheirPlans(terms.supportPlans(), SupportPlanTerms::plan),
                terms.waivers());
        this.findings = new Findings(terms.vendor().name() + ".xlsx");
    }

    /** A plan whose own row has a wrong cell was told there: rows that name it are looked at when it is right. */
    private <R> List<R> ofTheirPlans(List<R> rows, Function<R, @Nullable String> planOf) {
        return rows.stream()
                .filter(row -> {
                    String plan = planOf.apply(row);
                    return plan == null || plans.contains(plan);
                })
                .toList();
    }

    /** Without plans the other sheets have nothing to stand on, and that was told. */
    static List<Problem> of(PolicyDraft draft, PolicyTerms terms) {
        PolicyAnalysis analysis = new PolicyAnalysis(draft, terms);
        if (!analysis.plans.isEmpty()) {
            analysis.tell();
        }
        return analysis.findings.all();
    }

    private void tell() {
        new AcrossSheets(draft, terms, findings).tell();
        new PlanSheets(draft, terms, plans, findings).tell();
        new ForgottenPlans(draft, terms, findings).tell();
        new ExemptionProblems(terms.exemptions(), findings).tell();
        tellOverLimit();
        tellCounting();
        tellEntitlements();
        tellChecks();
    }

    private void tellOverLimit() {
        List<OverLimitTerms> rows = terms.overLimit();
        List<String> decided = plans.stream()
                .filter(plan -> rows.stream()
                        .map(row -> OverLimitAsked.by(row).plan())
                        .anyMatch(asked -> asked == null || asked.equals(plan)))
                .toList();
        if (!decided.isEmpty()) {
            draft.table(OverLimitTerms.SHEET).ifPresent(table -> {
                TableProblems<?, ?> problems =
                        new TableProblems<>(table, new OverLimitRows(decided, uncapped(), rows), findings);
                problems.tellRows();
                problems.tellGaps(", so that nothing could be decided");
            });
        }
    }

    private Set<String> uncapped() {
        return terms.plans().stream()
                .filter(plan -> plan.maximum() == null)
                .map(PlanTerms::plan)
                .collect(Collectors.toSet());
    }

    private void tellCounting() {
        List<CountingTerms> rows = terms.counting().stream()
                .filter(row ->
                        row.metric() == null || terms.plans().stream().anyMatch(plan -> plan.metric() == row.metric()))
                .toList();
        List<Metric> metrics = terms.plans().stream()
                .map(PlanTerms::metric)
                .distinct()
                .filter(metric -> rows.stream().anyMatch(row -> row.metric() == null || row.metric() == metric))
                .toList();
        if (!metrics.isEmpty()) {
            draft.table(CountingTerms.SHEET).ifPresent(table -> {
                TableProblems<?, ?> problems = new TableProblems<>(table, new CountingRows(metrics, rows), findings);
                problems.tellRows();
                problems.tellGaps(", which then count nothing");
            });
        }
    }

    private void tellEntitlements() {
        draft.table(EntitlementTerms.SHEET)
                .ifPresent(table -> by(terms.entitlements(), EntitlementTerms::entitlement)
                        .forEach(rows ->
                                new TableProblems<>(table, new EntitlementRows(plans, rows), findings).tellRows()));
    }

    private void tellChecks() {
        List<String> supportPlans = terms.supportPlans().stream()
                .map(SupportPlanTerms::supportPlan)
                .distinct()
                .toList();
        draft.table(CheckTerms.SHEET)
                .ifPresent(table -> by(
                                ofTheirPlans(draft.checks(), row -> row.words().get(Characteristic.PLAN)),
                                CheckTerms::code)
                        .forEach(rows -> {
                            new TableProblems<>(table, new CheckRows(plans, supportPlans, rows), findings).tellRows();
                            new CheckDates(rows, findings).tell();
                        }));
    }

    private static <K, R> List<List<R>> by(List<R> rows, Function<R, K> key) {
        Map<K, List<R>> groups = new LinkedHashMap<>();
        rows.forEach(row -> groups.computeIfAbsent(key.apply(row), first -> new ArrayList<>())
                .add(row));
        return List.copyOf(groups.values());
    }
}
