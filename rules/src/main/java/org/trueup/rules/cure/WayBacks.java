package org.trueup.rules.cure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.fact.TenantId;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.terms.PolicyTerms;

/** Finds ways back. Safe for use by many threads; costs nothing for tenants with nothing to cure. */
public final class WayBacks {
    /** Questions whose facts are held at once: those of a round may be many, and of large tenants. */
    private static final int QUESTIONS_AT_ONCE = 500;
    /** Far beyond what any search takes: each halves what is left. */
    private static final int ROUNDS = 200;

    private final Map<Vendor, PolicyTerms> policies;
    private final Asking engine;

    /** Ways back by the answers of an engine that has these policies. */
    public WayBacks(Map<Vendor, PolicyTerms> policies, Asking engine) {
        this.policies = Map.copyOf(policies);
        this.engine = engine;
    }

    /** The assessments, in their order, with the ways back of whatever is to be cured. */
    public List<Assessment> tell(List<TenantFacts> facts, List<Assessment> assessments, LocalDate asOf) {
        Map<TenantId, Search> searches = searches(facts, assessments, asOf);
        return searches.isEmpty()
                ? assessments
                : assessments.stream()
                        .map(assessment -> told(assessment, searches))
                        .toList();
    }

    /** The ways back of one tenant: that of its status, if it is to be cured, and those of its findings. */
    public TenantWaysBack of(TenantFacts facts, Assessment assessment, LocalDate asOf) {
        Search search = searches(List.of(facts), List.of(assessment), asOf).get(facts.id());
        Map<Finding, WayBack> byFinding = new LinkedHashMap<>();
        if (search == null) {
            return new TenantWaysBack(null, byFinding);
        }
        for (Finding finding : assessment.findings()) {
            search.of(new Target(finding)).ifPresent(way -> byFinding.put(finding, way));
        }
        return new TenantWaysBack(search.of(Target.STATUS).orElse(null), byFinding);
    }

    private Map<TenantId, Search> searches(List<TenantFacts> facts, List<Assessment> assessments, LocalDate asOf) {
        Map<TenantId, Search> searches = new LinkedHashMap<>();
        for (int i = 0; i < facts.size(); i++) {
            PolicyTerms policy = policies.get(facts.get(i).tenant().vendor());
            if (policy != null && Search.needed(assessments.get(i))) {
                TenantCase tenant = new TenantCase(facts.get(i), assessments.get(i), policy, asOf);
                searches.put(facts.get(i).id(), new Search(tenant));
            }
        }
        List<Search> open = new ArrayList<>(searches.values());
        for (int round = 0; !open.isEmpty(); round++) {
            if (round == ROUNDS) {
                throw new IllegalStateException("no way back after " + ROUNDS + " rounds for tenant "
                        + open.get(0).tenant().facts().id());
            }
            open.removeIf(Search::settled);
            ask(open, asOf);
        }
        return searches;
    }

    /** Asks all that the searches want to know, of all tenants together. */
    private void ask(List<Search> open, LocalDate asOf) {
        List<Question> questions = new ArrayList<>();
        for (Search search : open) {
            search.tenant().takeWanted().forEach(change -> questions.add(new Question(search.tenant(), change)));
        }
        for (int from = 0; from < questions.size(); from += QUESTIONS_AT_ONCE) {
            List<Question> some = questions.subList(from, Math.min(questions.size(), from + QUESTIONS_AT_ONCE));
            List<TenantFacts> changed = new ArrayList<>(some.size());
            for (Question question : some) {
                changed.add(question.facts(changed.size()));
            }
            List<Assessment> answers = engine.decide(changed, asOf);
            for (int i = 0; i < some.size(); i++) {
                some.get(i).tenant().answered(some.get(i).change(), answers.get(i));
            }
        }
    }

    /** What the engine says of a tenant after a change. */
    private record Question(TenantCase tenant, Change change) {

        /** The changed facts under a number for an id, since the same tenant is asked about several times. */
        TenantFacts facts(int number) {
            TenantFacts changed = change.applyTo(tenant.facts(), tenant.asOf());
            Tenant old = changed.tenant();
            Tenant numbered = new Tenant(
                    new TenantId(Integer.toString(number)),
                    old.name(),
                    old.vendor(),
                    old.accountManager(),
                    old.accountManagerEmail(),
                    old.signedUpOn(),
                    old.nonprofit(),
                    old.storedHistoryDays());
            return new TenantFacts(
                    numbered, changed.subscriptions(), changed.addOns(), changed.accounts(), changed.earlier());
        }
    }

    private static Assessment told(Assessment assessment, Map<TenantId, Search> searches) {
        Search search = searches.get(assessment.tenant().id());
        if (search == null) {
            return assessment;
        }
        Position before = assessment.position();
        Position position = before == null
                ? null
                : search.of(Target.STATUS)
                        .map(way -> before.curedBy(way.sentence()))
                        .orElse(before);
        List<Finding> findings = assessment.findings().stream()
                .map(finding -> search.of(new Target(finding))
                        .map(way -> finding.curedBy(way.sentence()))
                        .orElse(finding))
                .sorted(Finding.ORDER)
                .toList();
        return new Assessment(assessment.tenant(), position, findings, assessment.months(), assessment.users());
    }
}
