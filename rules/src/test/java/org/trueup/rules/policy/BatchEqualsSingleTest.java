package org.trueup.rules.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trueup.rules.GeneratedTenants;
import org.trueup.rules.TestPolicies;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.CountedUser;
import org.trueup.rules.outcome.Position;

/** Deciding many tenants in one session equals deciding each alone, in any order and company. */
@Tag("many-tenants")
class BatchEqualsSingleTest {
    private static final LocalDate AS_OF = LocalDate.parse("2026-11-21");
    private static final PolicyEngine ENGINE = new DroolsPolicyEngine(
            List.of(TestPolicies.plecto(), TestPolicies.pensero(), TestPolicies.learning(), TestPolicies.activtrak()));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void batchAndSingleDecisionsAreEqual(long seed) {
        List<TenantFacts> tenants = new GeneratedTenants(seed, AS_OF).make(300);
        List<Assessment> alone =
                tenants.stream().map(tenant -> ENGINE.assess(tenant, AS_OF)).toList();
        assertThat(ENGINE.assess(tenants, AS_OF)).isEqualTo(alone);

        List<TenantFacts> shuffled = new ArrayList<>(tenants);
        Collections.shuffle(shuffled, new Random(seed));
        List<Assessment> inOtherCompany = new ArrayList<>(ENGINE.assess(shuffled, AS_OF));
        inOtherCompany.sort(
                (one, other) -> one.tenant().id().compareTo(other.tenant().id()));
        assertThat(inOtherCompany).isEqualTo(alone);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theTenantsAreVariedAndEveryAssessmentAddsUp(long seed) {
        List<Assessment> decided = ENGINE.assess(new GeneratedTenants(seed, AS_OF).make(1_200), AS_OF);
        assertThat(decided.stream()
                        .flatMap(assessment -> assessment.findings().stream())
                        .map(finding -> finding.code())
                        .distinct()
                        .sorted())
                .containsExactly(
                        "ABOVE_PLAN_CAP",
                        "ACCESS_BLOCKED",
                        "ADD_ON_COUNT_MISMATCH",
                        "ADD_ON_NOT_ELIGIBLE",
                        "ALIAS_ACCESS_INACTIVE",
                        "BELOW_PLAN_MINIMUM",
                        "CREDITS_EXPIRING",
                        "CREDITS_OVERAGE",
                        "CREDITS_RUNNING_OUT",
                        "EXEMPT_ACCOUNT",
                        "GRACE_RUNNING",
                        "GRACE_STARTED",
                        "MONTHLY_USERS_EXCEEDED",
                        "NO_SUBSCRIPTION",
                        "OVERLAPPING_SUBSCRIPTIONS",
                        "OVER_LICENSED_COUNT",
                        "PLAN_NOT_SOLD",
                        "RECLAIM_BY_DELETE",
                        "RECLAIM_BY_MERGE",
                        "SEATS_EXCEEDED",
                        "SEATS_RELEASED",
                        "SEAT_LIMIT_REACHED",
                        "STORAGE_OVER_LIMIT",
                        "TERM_NOT_ANNUAL",
                        "TRIAL_ENDED",
                        "TRUE_UP",
                        "UNKNOWN_PLAN",
                        "UNUSED_LICENSES");
        for (Assessment assessment : decided) {
            Position position = assessment.position();
            if (position != null) {
                assertThat(assessment.users().stream()
                                .mapToInt(CountedUser::counted)
                                .sum())
                        .isEqualTo(position.used());
                assertThat(position.cells()).isNotEmpty();
            }
        }
    }
}
