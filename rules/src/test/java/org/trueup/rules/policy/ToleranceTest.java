package org.trueup.rules.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trueup.rules.TenantBuilder.activtrak;
import static org.trueup.rules.TenantBuilder.learning;
import static org.trueup.rules.TenantBuilder.pensero;
import static org.trueup.rules.TenantBuilder.plecto;

import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trueup.rules.LimitRow;
import org.trueup.rules.TenantBuilder;
import org.trueup.rules.TestPolicies;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.outcome.Status;
import org.trueup.rules.terms.PolicyTerms;

/** Up to 10 % over the licences is tolerated, whatever the metric: what follows from being over is not told. */
class ToleranceTest {
    private static final LocalDate AS_OF = LocalDate.parse("2026-11-21");
    private static final List<PolicyTerms> TOLERANT = Stream.of(
                    TestPolicies.plecto(), TestPolicies.pensero(), TestPolicies.learning(), TestPolicies.activtrak())
            .map(ToleranceTest::tolerant)
            .toList();
    private static final PolicyEngine ENGINE = DroolsPolicyEngine.withoutWayBacks(TOLERANT);

    private static PolicyTerms tolerant(PolicyTerms terms) {
        String book = terms.vendor() + ".xlsx";
        return TestPolicies.withOverLimit(
                terms,
                List.of(
                        LimitRow.row(book, 5).is(Status.COMPLIANT),
                        LimitRow.row(book, 6).overBy(0).is(Status.AT_LIMIT),
                        LimitRow.row(book, 7).overBy(1).percent(null, "10").is(Status.COMPLIANT),
                        LimitRow.row(book, 8).overBy(1).is(Status.WARNING)));
    }

    static Stream<Arguments> metrics() {
        return Stream.of(
                metric(
                        "OVER_LICENSED_COUNT",
                        used -> plecto("t").subscribed("Medium", 20).active(used, "2026-11-03")),
                metric(
                        "TRUE_UP",
                        used -> activtrak("t").subscribed("Essentials", 20).withHistory(used)),
                metric(
                        "SEATS_EXCEEDED",
                        used -> learning("t").subscribed("Seats", 20).loggedIn(used, "2026-03-02")),
                metric(
                        "CREDITS_OVERAGE",
                        used -> learning("t").subscribed("MAUC", 20).loggedIn(used, "2026-11-03")),
                metric(
                        "MONTHLY_USERS_EXCEEDED",
                        used -> learning("t").subscribed("MAU", 20).loggedIn(used, "2026-11-03")));
    }

    private static Arguments metric(String code, IntFunction<TenantBuilder> using) {
        return Arguments.of(code, using);
    }

    private static Assessment assess(TenantBuilder tenant) {
        return ENGINE.assess(tenant.facts(), AS_OF);
    }

    private static List<String> told(Assessment assessment, String code) {
        return assessment.findings().stream()
                .filter(finding -> finding.code().equals(code))
                .map(finding -> String.valueOf(finding.cell()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void withinTheToleranceNothingIsToldAndOneBeyondItIs(String code, IntFunction<TenantBuilder> using) {
        Assessment full = assess(using.apply(20));
        assertThat(full.position().status()).isEqualTo(Status.AT_LIMIT);
        assertThat(told(full, code)).isEmpty();

        Assessment last = assess(using.apply(22));
        assertThat(last.position().status()).as("exactly 10 %").isEqualTo(Status.COMPLIANT);
        assertThat(told(last, code)).isEmpty();
        assertThat(last.position().shortBy()).as("a fact all the same").isEqualTo(2);
        assertThat(last.position().overSince()).isEqualTo(AS_OF);

        Assessment beyond = assess(using.apply(23));
        assertThat(beyond.position().status()).isEqualTo(Status.WARNING);
        assertThat(told(beyond, code)).hasSize(1).allMatch(cell -> cell.endsWith("Over the limit!G8"));
        assertThat(beyond.position().shortBy()).isEqualTo(3);
    }

    @Test
    void whatIsToleratedCostsNothingAndWhatIsNotCostsAllThatIsShort() {
        Position tolerated =
                assess(pensero("t").subscribed("Growth", 20).added(22)).position();
        assertThat(tolerated.trueUpAmount()).hasToString("0.00 USD");
        Position beyond =
                assess(pensero("t").subscribed("Growth", 20).added(23)).position();
        // 3 × 50 × 12 × 41 / 365
        assertThat(beyond.trueUpAmount()).hasToString("202.19 USD");
    }

    @Test
    void aSeatLimitThatIsReachedIsToldWithinATolerance() {
        assertThat(assess(pensero("t").subscribed("Growth", 20).added(22)).findings())
                .extracting(Finding::code)
                .containsExactly("SEAT_LIMIT_REACHED");
    }

    @Test
    void aPastMonthBeyondTheToleranceIsToldThoughTonightIsTolerated() {
        Assessment assessment = assess(learning("t")
                .subscribed("MAU", 20)
                .loggedIn(21, "2026-09-03", "2026-10-05", "2026-11-03")
                .loggedIn(2, "2026-10-05"));
        assertThat(assessment.position().status()).isEqualTo(Status.COMPLIANT);
        assertThat(assessment.findings().stream()
                        .filter(finding -> finding.code().equals("MONTHLY_USERS_EXCEEDED")))
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .startsWith("23 users in 2026-10, 20 bought a month: 3 too many.");
    }

    @Test
    void theWayBackLeadsAsFarAsTheToleranceAndNoFurther() {
        PolicyEngine telling = new DroolsPolicyEngine(TOLERANT);
        // 25 of 23 is 8.7 % over, 25 of 22 is 13.6 %; 22 of 20 is 10 %, 23 of 20 is 15 %
        String cure = "buy 3 more for 202.19 USD to 2026-12-31, or free 3: deactivate 3 users";
        assertThat(telling.assess(
                                pensero("t").subscribed("Growth", 20).added(25).facts(), AS_OF)
                        .position()
                        .wayBack())
                .isEqualTo(cure);
        assertThat(assess(pensero("t").subscribed("Growth", 23).added(25))
                        .position()
                        .status())
                .isEqualTo(Status.COMPLIANT);
        assertThat(assess(pensero("t").subscribed("Growth", 22).added(25))
                        .position()
                        .status())
                .isEqualTo(Status.WARNING);
        assertThat(telling.assess(
                                plecto("t")
                                        .subscribed("Medium", 20)
                                        .active(25, "2026-11-03")
                                        .facts(),
                                AS_OF)
                        .findings())
                .filteredOn(finding -> finding.code().equals("OVER_LICENSED_COUNT"))
                .extracting(Finding::wayBack)
                .containsExactly("buy 3 more (price by agreement) to 2026-12-31");
        assertThat(telling.assess(
                                pensero("t").subscribed("Growth", 20).added(22).facts(), AS_OF)
                        .position()
                        .wayBack())
                .as("what is tolerated needs none")
                .isNull();
    }
}
