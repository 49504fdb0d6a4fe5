package org.trueup.rules.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trueup.rules.TenantBuilder.pensero;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trueup.rules.LimitRow;
import org.trueup.rules.TenantBuilder;
import org.trueup.rules.TestPolicies;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.outcome.Status;
import org.trueup.rules.terms.OverLimitTerms;
import org.trueup.rules.terms.PolicyTerms;

/** Tolerated to 5 %, then warned, from 10 % on 10 days of grace, then blocked; segments and steps in time. */
class OverLimitStepsTest {
    private static final LocalDate AS_OF = LocalDate.parse("2026-11-21");
    private static final PolicyEngine STEPS = engine(
            row(5).is(Status.COMPLIANT),
            row(6).overBy(1).percent(null, "5").is(Status.COMPLIANT),
            row(7).overBy(1).is(Status.WARNING),
            row(8).overBy(1).percent("10", null).grace(10, Status.BLOCKED).is(Status.GRACE));

    private static LimitRow row(int row) {
        return LimitRow.row("pensero.xlsx", row);
    }

    private static PolicyEngine engine(OverLimitTerms... rows) {
        PolicyTerms terms = TestPolicies.pensero();
        return DroolsPolicyEngine.withoutWayBacks(List.of(new PolicyTerms(
                terms.vendor(),
                1,
                terms.plans(),
                List.of(rows),
                terms.counting(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of())));
    }

    private static TenantBuilder using(int used) {
        return pensero("t").subscribed("Growth", 100).added(used);
    }

    private static Position position(PolicyEngine engine, TenantBuilder tenant) {
        return engine.assess(tenant.facts(), AS_OF).position();
    }

    @Test
    void exactlyFivePercentIsToleratedAndOneMoreIsWarned() {
        Position tolerated = position(STEPS, using(105));
        assertThat(tolerated.status()).isEqualTo(Status.COMPLIANT);
        assertThat(tolerated.shortBy()).isEqualTo(5);
        assertThat(tolerated.overSince()).isEqualTo(AS_OF);
        assertThat(tolerated.trueUpAmount()).hasToString("0.00 USD");
        assertThat(position(STEPS, using(106)).status()).isEqualTo(Status.WARNING);
        assertThat(position(STEPS, using(109)).status()).isEqualTo(Status.WARNING);
    }

    @Test
    void theGracePeriodBeginsWithItsRowAndBlocksOnItsEleventhDay() {
        assertThat(position(STEPS, using(110).earlierNight("2026-11-20", "2026-10-01", null, null))
                        .grace()
                        .day())
                .isEqualTo(1);
        assertThat(position(STEPS, using(110).earlierNight("2026-11-20", "2026-10-01", null, "2026-11-12"))
                        .status())
                .isEqualTo(Status.GRACE);
        assertThat(position(STEPS, using(110).earlierNight("2026-11-20", "2026-10-01", null, "2026-11-11"))
                        .status())
                .isEqualTo(Status.BLOCKED);
    }

    @Test
    void daysNonprofitAndSizeAreConditions() {
        PolicyEngine engine = engine(
                row(5).is(Status.COMPLIANT),
                row(6).overBy(1).is(Status.WARNING),
                row(7).overBy(1).forDays(11).is(Status.BLOCKED),
                row(8).overBy(1).forDays(1).nonprofit(true).is(Status.AT_LIMIT),
                row(9).overBy(1).licensed(null, 99).is(Status.OVERAGE));
        assertThat(position(engine, using(101).earlierNight("2026-11-20", "2026-11-12"))
                        .status())
                .isEqualTo(Status.WARNING);
        assertThat(position(engine, using(101).earlierNight("2026-11-20", "2026-11-11"))
                        .status())
                .isEqualTo(Status.BLOCKED);
        assertThat(position(engine, using(101).nonprofit()).status()).isEqualTo(Status.AT_LIMIT);
        assertThat(position(engine, pensero("t").subscribed("Growth", 99).added(100))
                        .status())
                .isEqualTo(Status.OVERAGE);
    }
}
