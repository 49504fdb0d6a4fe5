package org.trueup.rules.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trueup.rules.GeneratedTenants;
import org.trueup.rules.LimitRow;
import org.trueup.rules.TestPolicies;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.fact.Term;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.CountedUser;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.outcome.Status;
import org.trueup.rules.terms.OverLimitTerms;
import org.trueup.rules.terms.PolicyTerms;

/** Deciding many tenants in one session equals deciding each alone, in any order and company. */
@Tag("many-tenants")
class BatchEqualsSingleTest {
    private static final LocalDate AS_OF = LocalDate.parse("2026-11-21");
    private static final PolicyEngine ENGINE = new DroolsPolicyEngine(
            List.of(TestPolicies.plecto(), TestPolicies.pensero(), TestPolicies.learning(), TestPolicies.activtrak()));

    private static final PolicyEngine STEPS = new DroolsPolicyEngine(
            Stream.of(TestPolicies.plecto(), TestPolicies.pensero(), TestPolicies.learning(), TestPolicies.activtrak())
                    .map(BatchEqualsSingleTest::inSteps)
                    .toList());

    /** Every condition of Over the limit, and no row for unlimited licences. */
    private static PolicyTerms inSteps(PolicyTerms terms) {
        String book = terms.vendor() + ".xlsx";
        return TestPolicies.withOverLimit(
                terms,
                List.of(
                        LimitRow.row(book, 5).overBy(null, 0).is(Status.COMPLIANT),
                        LimitRow.row(book, 6)
                                .overBy(1)
                                .percent(null, "50")
                                .licensed(null, 8)
                                .is(Status.AT_LIMIT),
                        LimitRow.row(book, 7).overBy(1).licensed(3, null).is(Status.WARNING),
                        LimitRow.row(book, 8)
                                .overBy(1, 1)
                                .licensed(null, 2)
                                .nonprofit(true)
                                .is(Status.COMPLIANT),
                        LimitRow.row(book, 9)
                                .overBy(1)
                                .forDays(11)
                                .grace(10, Status.BLOCKED)
                                .is(Status.GRACE),
                        LimitRow.row(book, 10)
                                .overBy(1)
                                .percent("100", null)
                                .term(Term.PAID)
                                .grace(14, Status.OVERAGE)
                                .is(Status.GRACE),
                        LimitRow.row(book, 11)
                                .overBy(4)
                                .started(null, "2026-11-10")
                                .nonprofit(false)
                                .is(Status.BLOCKED)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void batchAndSingleDecisionsAreEqual(long seed) {
        decidesAlike(ENGINE, seed, 300);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void batchAndSingleDecisionsAreEqualWithTolerancesSegmentsAndStepsInTime(long seed) {
        List<Assessment> decided = decidesAlike(STEPS, seed, 300);
        assertThat(decided.stream()
                        .map(Assessment::position)
                        .filter(Objects::nonNull)
                        .flatMap(position -> position.cells().stream())
                        .filter(cell -> cell.sheet().equals(OverLimitTerms.SHEET))
                        .map(Cell::row))
                .as("each row takes tenants")
                .contains(5, 6, 7, 8, 9, 10, 11);
        assertThat(decided.stream().flatMap(assessment -> assessment.findings().stream()))
                .extracting(Finding::code)
                .contains("POLICY_GAP", "GRACE_STARTED", "GRACE_RUNNING", "ACCESS_BLOCKED");
    }

    private static List<Assessment> decidesAlike(PolicyEngine engine, long seed, int count) {
        List<TenantFacts> tenants = new GeneratedTenants(seed, AS_OF).make(count);
        List<Assessment> alone =
                tenants.stream().map(tenant -> engine.assess(tenant, AS_OF)).toList();
        assertThat(engine.assess(tenants, AS_OF)).isEqualTo(alone);

        List<TenantFacts> shuffled = new ArrayList<>(tenants);
        Collections.shuffle(shuffled, new Random(seed));
        List<Assessment> inOtherCompany = new ArrayList<>(engine.assess(shuffled, AS_OF));
        inOtherCompany.sort(
                (one, other) -> one.tenant().id().compareTo(other.tenant().id()));
        assertThat(inOtherCompany).isEqualTo(alone);
        return alone;
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
