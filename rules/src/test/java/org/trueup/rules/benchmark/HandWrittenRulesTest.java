package org.trueup.rules.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trueup.rules.GeneratedTenants;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Status;
import org.trueup.rules.policy.DroolsPolicyEngine;
import org.trueup.rules.policy.Policy;
import org.trueup.rules.terms.PolicyTerms;

/** What the engine is compared with decides as it does: the same positions, findings, cells and users. */
@Tag("many-tenants")
class HandWrittenRulesTest {
    private static final LocalDate AS_OF = BenchmarkTenants.AS_OF;

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void rulesWrittenByHandDecideGeneratedTenantsAsTheEngineDoes(long seed) {
        decidedAlike(BenchmarkPolicies.documented(), new GeneratedTenants(seed, AS_OF).make(600));
    }

    @Test
    void rulesWrittenByHandDecideTheTenantsOfTheBenchmarkAsTheEngineDoes() {
        List<Assessment> decided =
                decidedAlike(BenchmarkPolicies.documented(), new BenchmarkTenants(1, 20).make(1_000));
        assertThat(decided.stream()
                        .map(Assessment::position)
                        .filter(position -> position != null)
                        .map(position -> position.status())
                        .distinct())
                .as("the benchmark decides tenants of every status")
                .containsExactlyInAnyOrder(Status.values());
    }

    @Test
    void rowsThatTakeNobodyChangeNothing() {
        List<TenantFacts> tenants = new BenchmarkTenants(2, 20).make(200);
        List<Assessment> decided = decidedAlike(BenchmarkPolicies.withRows(100), tenants);
        assertThat(decided).isEqualTo(engine(BenchmarkPolicies.documented()).assess(tenants, AS_OF));
    }

    private static List<Assessment> decidedAlike(List<PolicyTerms> policies, List<TenantFacts> tenants) {
        List<Assessment> byHand = new HandWrittenRules(policies).assess(tenants, AS_OF);
        List<Assessment> decided = engine(policies).assess(tenants, AS_OF);
        for (int i = 0; i < decided.size(); i++) {
            assertThat(byHand.get(i)).isEqualTo(decided.get(i));
        }
        return decided;
    }

    private static DroolsPolicyEngine engine(List<PolicyTerms> policies) {
        return DroolsPolicyEngine.forPositions(
                policies.stream().map(Policy::withoutChecks).toList());
    }
}
