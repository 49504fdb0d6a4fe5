package org.trueup.rules.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.trueup.rules.TenantBuilder;
import org.trueup.rules.TenantBuilder.SubscriptionBuilder;
import org.trueup.rules.TestPolicies;
import org.trueup.rules.fact.Term;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.Severity;
import org.trueup.rules.policy.DroolsPolicyEngine;
import org.trueup.rules.policy.Policy;
import org.trueup.rules.terms.PolicyTerms;

/** What the analysts' checks see of a tenant, and what becomes of what they find. */
class ChecksTest {
    private static final LocalDate AS_OF = LocalDate.parse("2026-11-21");

    @Test
    void useIsComparedExactly() {
        CheckedTenant third = checked(pensero(2, 6));
        assertThat(third.atLeast(Measure.USE, 33_333)).isTrue();
        assertThat(third.atLeast(Measure.USE, 33_334)).isFalse();
        assertThat(third.atMost(Measure.USE, 33_333)).isFalse();
        assertThat(third.atMost(Measure.USE, 33_334)).isTrue();
        CheckedTenant nine = checked(pensero(9, 10));
        assertThat(nine.atLeast(Measure.USE, 90_000)).isTrue();
        assertThat(nine.atLeast(Measure.USE, 90_001)).isFalse();
        assertThat(nine.atMost(Measure.USE, 90_000)).isTrue();
        assertThat(nine.atMost(Measure.USE, 89_999)).isFalse();
    }

    @Test
    void useOfNothingLicensedIsMoreThanAnyPercentage() {
        CheckedTenant some = checked(pensero(1, 0));
        assertThat(some.atLeast(Measure.USE, 100_000_000)).isTrue();
        assertThat(some.atMost(Measure.USE, 100_000_000)).isFalse();
        CheckedTenant none = checked(pensero(0, 0));
        assertThat(none.atLeast(Measure.USE, 0)).isFalse();
        assertThat(none.atMost(Measure.USE, 0)).isFalse();
    }

    @Test
    void whatATenantHasNotMeetsNoBound() {
        CheckedTenant unlimited = checked(pensero(3, null));
        for (Measure measure :
                List.of(Measure.USE, Measure.LICENSED, Measure.UNUSED, Measure.DAYS_OVER, Measure.GRACE_DAYS_LEFT)) {
            assertThat(unlimited.atLeast(measure, 0)).as(measure.title()).isFalse();
            assertThat(unlimited.atMost(measure, Long.MAX_VALUE / 1_000))
                    .as(measure.title())
                    .isFalse();
        }
    }

    @Test
    void numbersOfATenant() {
        CheckedTenant tenant = checked(TenantBuilder.pensero("a")
                .with(SubscriptionBuilder.to("Growth", 10)
                        .from("2026-01-01", "2026-12-21")
                        .discount("12.5"))
                .added(7));
        assertThat(measured(tenant))
                .isEqualTo(Map.of(
                        Measure.USE, "70 %",
                        Measure.USED, "7",
                        Measure.LICENSED, "10",
                        Measure.UNUSED, "3",
                        Measure.DISCOUNT, "12.5 %",
                        Measure.TRUE_UP, "0.00 USD",
                        Measure.DAYS_TO_TERM_END, "30",
                        Measure.DAYS_OVER, "none",
                        Measure.GRACE_DAYS_LEFT, "none",
                        Measure.DAY_OF_MONTH, "21"));
        assertThat(tenant.atLeast(Measure.DISCOUNT, 12_500)).isTrue();
        assertThat(tenant.atLeast(Measure.DISCOUNT, 12_501)).isFalse();
        assertThat(tenant.atMost(Measure.DAYS_TO_TERM_END, 30_000)).isTrue();
        assertThat(tenant.atMost(Measure.DAYS_TO_TERM_END, 29_999)).isFalse();
    }

    @Test
    void numbersOfATenantInItsGracePeriod() {
        CheckedTenant tenant = checked(
                TestPolicies.activtrak(),
                TenantBuilder.activtrak("a")
                        .subscribed("Essentials", 5)
                        .withHistory(7)
                        .earlierNight("2026-11-20", "2026-11-19", "Essentials"));
        int days = tenant.position().grace().days();
        assertThat(measured(tenant))
                .containsEntry(Measure.USE, "140 %")
                .containsEntry(Measure.UNUSED, "0")
                .containsEntry(Measure.DAYS_OVER, "3")
                .containsEntry(Measure.GRACE_DAYS_LEFT, Integer.toString(days - 3));
        assertThat(tenant.atLeast(
                        Measure.TRUE_UP,
                        tenant.position()
                                .trueUpAmount()
                                .amount()
                                .movePointRight(3)
                                .longValueExact()))
                .isTrue();
        assertThat(tenant.atLeast(
                        Measure.TRUE_UP,
                        tenant.position()
                                        .trueUpAmount()
                                        .amount()
                                        .movePointRight(3)
                                        .longValueExact()
                                + 1))
                .isFalse();
    }

    @Test
    void aGracePeriodThatIsOverHasNoDaysLeft() {
        CheckedTenant blocked = checked(
                TestPolicies.activtrak(),
                TenantBuilder.activtrak("a")
                        .subscribed("Essentials", 5)
                        .withHistory(7)
                        .earlierNight("2026-11-20", "2026-01-19", "Essentials"));
        assertThat(measured(blocked)).containsEntry(Measure.GRACE_DAYS_LEFT, "none");
        assertThat(blocked.atMost(Measure.GRACE_DAYS_LEFT, 0)).isFalse();
    }

    @Test
    void aSmallShareIsCutAndNeverRoundedUpToALimit() {
        assertThat(measured(checked(pensero(2, 3)))).containsEntry(Measure.USE, "66.66 %");
        assertThat(measured(checked(pensero(1, 0)))).containsEntry(Measure.USE, "over 100 %");
        assertThat(measured(checked(pensero(20, 2)))).containsEntry(Measure.USE, "1000 %");
    }

    @Test
    void wordsOfATenant() {
        CheckedTenant pilot = checked(TenantBuilder.pensero("a")
                .nonprofit()
                .with(SubscriptionBuilder.to("Growth", 5).term(Term.PILOT).support("Gold"))
                .added(5));
        assertThat(words(pilot))
                .isEqualTo(Map.of(
                        Characteristic.PLAN, "Growth",
                        Characteristic.TERM, "pilot",
                        Characteristic.STATUS, "AT_LIMIT",
                        Characteristic.SUPPORT_PLAN, "Gold",
                        Characteristic.NONPROFIT, "yes"));
        assertThat(words(checked(pensero(1, 5))))
                .containsEntry(Characteristic.NONPROFIT, "no")
                .containsEntry(Characteristic.SUPPORT_PLAN, "none");
    }

    @Test
    void whoBoughtNothingHasNoTermAndNoTermEnd() {
        CheckedTenant free =
                checked(TestPolicies.activtrak(), TenantBuilder.activtrak("a").withHistory(2));
        assertThat(free.position().plan()).isEqualTo("Free");
        assertThat(words(free)).containsEntry(Characteristic.TERM, "none");
        assertThat(measured(free)).containsEntry(Measure.DAYS_TO_TERM_END, "none");
        assertThat(Placeholder.fill("{term end}", free)).isEqualTo("none");
    }

    @Test
    void placeholdersStandForTheTenantsOwnValues() {
        CheckedTenant tenant = checked(TenantBuilder.pensero("a")
                .with(SubscriptionBuilder.to("Growth", 4).from("2026-01-01", "2026-12-31"))
                .added(6));
        assertThat(Placeholder.fill(
                        "{tenant} of {account manager}: {over} over {licensed} of {plan} to {term end}, {monthly amount},"
                                + " {metric}, {as of}",
                        tenant))
                .isEqualTo(
                        "Tenant a of Ada Lind: 2 over 4 of Growth to 2026-12-31, 200.00 USD, added-users, 2026-11-21");
        assertThat(Placeholder.fill("{licensed}, {monthly amount}", checked(pensero(3, null))))
                .isEqualTo("unlimited, none");
        assertThat(Placeholder.names())
                .doesNotHaveDuplicates()
                .allMatch(name -> name.equals(name.toLowerCase(Locale.ROOT)))
                .allSatisfy(name ->
                        assertThat(Placeholder.fill("{" + name + "}", tenant)).doesNotContain("{"));
        assertThatThrownBy(() -> Placeholder.fill("{moon}", tenant)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatStandsInATenantsNameIsNoPlaceholder() {
        CheckedTenant tenant = checked(TenantBuilder.pensero("{used} $1 \\").subscribed("Growth", 4));
        assertThat(Placeholder.fill("{tenant}!", tenant)).isEqualTo("Tenant {used} $1 \\!");
    }

    @Test
    void theRowWithMoreConditionsWinsThenTheUpperOne() {
        CheckTerms any = row(5, Map.of(), Map.of(Measure.USED, new Range(BigDecimal.ONE, null)), null);
        CheckTerms same = row(6, Map.of(Characteristic.PLAN, "Growth"), Map.of(), null);
        CheckTerms more = row(7, Map.of(), Map.of(Measure.USED, new Range(BigDecimal.ONE, BigDecimal.TEN)), null);
        CheckTerms most = row(8, Map.of(), Map.of(Measure.USED, new Range(BigDecimal.ONE, BigDecimal.TEN)), AS_OF);
        assertThat(List.of(any.conditions(), same.conditions(), more.conditions(), most.conditions()))
                .containsExactly(1, 1, 2, 3);
        assertThat(any.beats(same)).isTrue();
        assertThat(same.beats(any)).isFalse();
        assertThat(more.beats(any)).isTrue();
        assertThat(any.beats(more)).isFalse();
        assertThat(most.beats(more)).isTrue();
    }

    @Test
    void aRangeHasABound() {
        assertThatThrownBy(() -> new Range(null, null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFindingOfACheckNamesItsRowAndStandsAmongTheOthers() {
        CheckTerms check = row(9, Map.of(Characteristic.PLAN, "Starter"), Map.of(), null);
        Assessment assessment = assess(
                TestPolicies.pensero(),
                tenants -> tenants.stream().map(check::finding).toList(),
                TenantBuilder.pensero("a").subscribed("Starter", 5).added(5));
        assertThat(assessment.findings())
                .extracting(
                        Finding::code,
                        Finding::severity,
                        Finding::message,
                        Finding::rule,
                        finding -> String.valueOf(finding.cell()))
                .contains(tuple("LOOK_AT", Severity.WARNING, "Tenant a: 5", "Checks row 9", "pensero.xlsx!Checks!A9"));
        assertThat(assessment.findings()).isSortedAccordingTo(Finding.ORDER);
        assertThat(assessment.position().cells()).contains(check.cell("Code"));
    }

    @Test
    void whoHasNoPositionIsNotChecked() {
        List<CheckedTenant> seen = new ArrayList<>();
        Assessment assessment = assess(
                TestPolicies.pensero(),
                tenants -> {
                    seen.addAll(tenants);
                    return List.of();
                },
                TenantBuilder.pensero("a"));
        assertThat(assessment.position()).isNull();
        assertThat(seen).isEmpty();
    }

    private static CheckTerms row(
            int number, Map<Characteristic, String> words, Map<Measure, Range> ranges, @Nullable LocalDate from) {
        return new CheckTerms(
                TestPolicies.row("pensero.xlsx", CheckTerms.SHEET, number, List.of("Code")),
                "LOOK_AT",
                Severity.WARNING,
                words,
                ranges,
                from,
                null,
                "{tenant}: {used}");
    }

    private static Map<Measure, String> measured(CheckedTenant tenant) {
        return Arrays.stream(Measure.values())
                .collect(Collectors.toMap(
                        measure -> measure,
                        measure -> measure == Measure.LICENSED
                                ? measure.spoken(tenant)
                                : Placeholder.fill("{" + measure.title().toLowerCase(Locale.ROOT) + "}", tenant)));
    }

    private static Map<Characteristic, String> words(CheckedTenant tenant) {
        return Arrays.stream(Characteristic.values())
                .collect(Collectors.toMap(
                        each -> each,
                        each -> Placeholder.fill("{" + each.title().toLowerCase(Locale.ROOT) + "}", tenant)));
    }

    private static TenantBuilder pensero(int used, @Nullable Integer licensed) {
        return TenantBuilder.pensero("a")
                .subscribed(licensed == null ? "Enterprise" : "Growth", licensed)
                .added(used);
    }

    private static CheckedTenant checked(TenantBuilder tenant) {
        return checked(TestPolicies.pensero(), tenant);
    }

    private static CheckedTenant checked(PolicyTerms terms, TenantBuilder tenant) {
        List<CheckedTenant> seen = new ArrayList<>();
        assess(
                terms,
                tenants -> {
                    seen.addAll(tenants);
                    return List.of();
                },
                tenant);
        // the first is the tenant, the others are questions about its way back
        return seen.get(0);
    }

    private static Assessment assess(PolicyTerms terms, Checks checks, TenantBuilder tenant) {
        return DroolsPolicyEngine.withChecks(List.of(new Policy(terms, checks))).assess(tenant.facts(), AS_OF);
    }
}
