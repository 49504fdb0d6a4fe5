package org.trueup.rules.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.trueup.rules.TenantBuilder.plecto;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trueup.rules.AccountBuilder;
import org.trueup.rules.TenantBuilder;
import org.trueup.rules.TenantBuilder.SubscriptionBuilder;
import org.trueup.rules.TestPolicies;
import org.trueup.rules.fact.Access;
import org.trueup.rules.fact.AccountKind;
import org.trueup.rules.outcome.AddingBeyond;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.CountedUser;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.Licences;
import org.trueup.rules.outcome.MonthUse;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.outcome.Severity;
import org.trueup.rules.outcome.Status;

/** Plecto's document, rule by rule. */
class PlectoPolicyTest {
    private static final LocalDate AS_OF = LocalDate.parse("2026-11-21");
    private static final PolicyEngine ENGINE = DroolsPolicyEngine.withoutWayBacks(List.of(TestPolicies.plecto()));

    private static Assessment assess(TenantBuilder tenant) {
        return ENGINE.assess(tenant.facts(), AS_OF);
    }

    private static Position position(TenantBuilder tenant) {
        Position position = assess(tenant).position();
        assertThat(position).isNotNull();
        return position;
    }

    private static List<Finding> findings(TenantBuilder tenant, String code) {
        return assess(tenant).findings().stream()
                .filter(finding -> finding.code().equals(code))
                .toList();
    }

    @Test
    void p2DaysWith8And14And10ActiveEmployeesNeed14() {
        TenantBuilder tenant = plecto("t")
                .subscribed("Medium", 14)
                .active(4, "2026-11-10", "2026-11-20", "2026-11-21")
                .active(4, "2026-11-20", "2026-11-21")
                .active(6, "2026-11-10", "2026-11-20");
        Position position = position(tenant);
        assertThat(position.used()).isEqualTo(14);
        assertThat(position.peakDay()).isEqualTo("2026-11-20");
        assertThat(position.status()).isEqualTo(Status.AT_LIMIT);
    }

    @Test
    void p2ThirtyEmployeesEveryDayNeed30() {
        String[] everyDay = LocalDate.parse("2026-11-01")
                .datesUntil(AS_OF.plusDays(1))
                .map(LocalDate::toString)
                .toArray(String[]::new);
        Position position = position(plecto("t").subscribed("Large", 30).active(30, everyDay));
        assertThat(position.used()).isEqualTo(30);
        assertThat(position.peakDay()).isEqualTo("2026-11-01");
    }

    @Test
    void p2FortyAgentsOfWhomAtMost25WorkOnADayNeed25AndAllAreTracked() {
        Assessment assessment = assess(
                plecto("t").subscribed("Large", 25).active(25, "2026-11-03").active(15, "2026-11-04"));
        assertThat(assessment.position().used()).isEqualTo(25);
        assertThat(assessment.position().status()).isEqualTo(Status.AT_LIMIT);
        assertThat(assessment.users()).hasSize(40);
        assertThat(assessment.users().stream().mapToInt(CountedUser::counted).sum())
                .isEqualTo(25);
    }

    @Test
    void p2OneHundredActiveAndFiveAdministratorsWhoSendNothingNeed100() {
        TenantBuilder tenant = plecto("t").subscribed("Enterprise", 100).active(100, "2026-11-03");
        for (int i = 1; i <= 5; i++) {
            tenant.with(AccountBuilder.person("admin" + i).access(Access.ADMIN).loggedInOn("2026-11-03"));
        }
        assertThat(position(tenant).used()).isEqualTo(100);
        assertThat(assess(tenant).users()).hasSize(100);
    }

    @Test
    void p1OnlyTheAsOfMonthUpToTheAsOfDateCountsAndThePreviousPeakIsShown() {
        TenantBuilder tenant = plecto("t")
                .subscribed("Medium", 10)
                .active(9, "2026-10-31")
                .active(3, "2026-11-02")
                .active(12, "2026-11-22");
        Position position = position(tenant);
        assertThat(position.used()).isEqualTo(3);
        assertThat(position.previousPeak()).isEqualTo(9);
        assertThat(position.usageLine()).isEqualTo("3/10, month before 9");
    }

    @Test
    void p1TheWholeMonthCountsEvenBeforeTheSubscriptionBegan() {
        TenantBuilder tenant = plecto("t")
                .with(SubscriptionBuilder.to("Medium", 10).from("2026-11-15", "2027-11-14"))
                .active(7, "2026-11-02");
        Assessment assessment = assess(tenant);
        assertThat(assessment.position().used()).isEqualTo(7);
        assertThat(assessment.users().get(0).firstActiveOn()).isEqualTo("2026-11-02");
    }

    @Test
    void p1LoginsAreNotRegistrations() {
        TenantBuilder tenant = plecto("t")
                .subscribed("Medium", 10)
                .with(AccountBuilder.person("a").loggedInOn("2026-11-02"));
        assertThat(position(tenant).used()).isZero();
        assertThat(position(tenant).peakDay()).isNull();
        assertThat(assess(tenant).users()).isEmpty();
    }

    @Test
    void p1ASystemCountsLikeAPerson() {
        TenantBuilder tenant = plecto("t")
                .subscribed("Medium", 10)
                .with(AccountBuilder.person("a").kind(AccountKind.SYSTEM).registeredOn("2026-11-02"));
        assertThat(position(tenant).used()).isEqualTo(1);
    }

    @Test
    void p3AnExemptionAccountCountsOnceInAnyCaseOfItsNameAndTwoCountTwice() {
        TenantBuilder tenant = plecto("t")
                .subscribed("Medium", 10)
                .with(AccountBuilder.person("x1")
                        .named("MARKETING")
                        .kind(AccountKind.INTEGRATION)
                        .registeredOn("2026-11-02"))
                .with(AccountBuilder.person("x2")
                        .named("Campaigns")
                        .source("google ads")
                        .registeredOn("2026-11-02"))
                .active(2, "2026-11-02");
        Assessment assessment = assess(tenant);
        assertThat(assessment.position().used()).isEqualTo(4);
        assertThat(assessment.users())
                .extracting(CountedUser::accountId, CountedUser::counted, CountedUser::exempt)
                .containsExactly(
                        tuple("u003", 1, false), tuple("u004", 1, false), tuple("x1", 1, true), tuple("x2", 1, true));
    }

    @Test
    void anExemptionAccountIsInUse() {
        TenantBuilder tenant = plecto("t")
                .subscribed("Medium", 10)
                .with(AccountBuilder.person("x1").named("GitLab").registeredOn("2026-11-02"));
        assertThat(findings(tenant, "EXEMPT_ACCOUNT"))
                .extracting(
                        Finding::severity, Finding::message, Finding::rule, finding -> String.valueOf(finding.cell()))
                .containsExactly(tuple(
                        Severity.INFO,
                        "The account \"GitLab\" (x1) is an exemption account: it counts 1 licence, however many people"
                                + " stand behind it, and adds 1 to the licences used.",
                        "An exemption account is in use",
                        "plecto.xlsx!Exemption accounts!C7"));
        TenantBuilder idle = plecto("t")
                .subscribed("Medium", 10)
                .with(AccountBuilder.person("x1").named("GitLab").registeredOn("2026-10-02"));
        assertThat(findings(idle, "EXEMPT_ACCOUNT")).isEmpty();
        TenantBuilder other = plecto("t")
                .subscribed("Medium", 10)
                .with(AccountBuilder.person("x1").named("GitLab admin").registeredOn("2026-11-02"));
        assertThat(findings(other, "EXEMPT_ACCOUNT")).isEmpty();
    }

    @Test
    void p4AViewerWhoSendsNoDataNeedsNoLicenceAndOneWhoSendsDoes() {
        TenantBuilder tenant = plecto("t")
                .subscribed("Medium", 10)
                .with(AccountBuilder.person("v1").access(Access.VIEWER).loggedInOn("2026-11-02"))
                .with(AccountBuilder.person("v2").access(Access.VIEWER).registeredOn("2026-11-02"));
        assertThat(position(tenant).used()).isEqualTo(1);
    }

    @Test
    void moreEmployeesTrackedThanLicensed() {
        TenantBuilder over = plecto("t").subscribed("Medium", 10).active(11, "2026-11-03");
        assertThat(findings(over, "OVER_LICENSED_COUNT"))
                .extracting(Finding::severity, Finding::message, finding -> String.valueOf(finding.cell()))
                .containsExactly(tuple(
                        Severity.WARNING,
                        "11 licences used on 2026-11-03, the busiest day of the month so far, 10 licensed: add 1."
                                + " Nothing is blocked.",
                        "plecto.xlsx!Over the limit!G7"));
        assertThat(position(over).status()).isEqualTo(Status.WARNING);
        assertThat(position(over).shortBy()).isEqualTo(1);
        assertThat(position(over).overSince()).isEqualTo(AS_OF);
        TenantBuilder at = plecto("t").subscribed("Medium", 10).active(10, "2026-11-03");
        assertThat(findings(at, "OVER_LICENSED_COUNT")).isEmpty();
        assertThat(position(at).status()).isEqualTo(Status.AT_LIMIT);
        assertThat(position(at).overSince()).isNull();
    }

    @Test
    void p5NothingIsBlockedOrChangedAndTheTextTellsHowManyToAdd() {
        TenantBuilder over = plecto("t")
                .with(SubscriptionBuilder.to("Medium", 10).price("10"))
                .active(14, "2026-11-03");
        assertThat(findings(over, "OVER_LICENSED_COUNT"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("10 licensed: add 4."));
        assertThat(position(over).status()).isEqualTo(Status.WARNING);
        assertThat(position(over).addingBeyond()).isEqualTo(AddingBeyond.ALLOW);
        assertThat(position(over).licensed().count()).isEqualTo(10);
        assertThat(position(over).monthlyAmount()).hasToString("100.00 USD");
    }

    @Test
    void p6LicencesAreHeldAgainstThisMonthsPeakAlone() {
        TenantBuilder quieterNow =
                plecto("t").subscribed("Medium", 10).active(10, "2026-10-05").active(8, "2026-11-03");
        assertThat(findings(quieterNow, "UNUSED_LICENSES"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).startsWith("2 licences not needed"));
        TenantBuilder asBusy =
                plecto("t").subscribed("Medium", 10).active(8, "2026-10-05").active(10, "2026-11-03");
        assertThat(findings(asBusy, "UNUSED_LICENSES")).isEmpty();
    }

    @Test
    void theDayFromWhichUnusedLicencesAreTold() {
        TenantBuilder tenant = plecto("t").subscribed("Medium", 10).active(9, "2026-11-03");
        assertThat(position(tenant).cells()).extracting(Object::toString).contains("plecto.xlsx!Settings!C5");
    }

    @Test
    void moreLicensedThanRequired() {
        assertThat(findings(plecto("t").subscribed("Medium", 10).active(9, "2026-11-03"), "UNUSED_LICENSES"))
                .extracting(Finding::severity, Finding::message)
                .containsExactly(tuple(
                        Severity.INFO,
                        "1 licence not needed so far this month: 10 licensed, 9 required. Licences are adjusted"
                                + " by hand and should equal the month's peak."));
        assertThat(findings(plecto("t").subscribed("Medium", 10).active(10, "2026-11-03"), "UNUSED_LICENSES"))
                .isEmpty();
        assertThat(findings(plecto("t").subscribed("Medium", 5).active(1, "2026-11-03"), "UNUSED_LICENSES"))
                .as("the plan's minimum is required even when unused")
                .isEmpty();
        assertThat(findings(plecto("t").subscribed("Medium", null).active(1, "2026-11-03"), "UNUSED_LICENSES"))
                .as("nothing is unused of unlimited licences")
                .isEmpty();
    }

    @Test
    void boughtBelowThePlansMinimum() {
        assertThat(findings(plecto("t").subscribed("Medium", 4), "BELOW_PLAN_MINIMUM"))
                .extracting(Finding::severity, Finding::message, finding -> String.valueOf(finding.cell()))
                .containsExactly(tuple(
                        Severity.VIOLATION,
                        "4 licences bought, the plan Medium asks for at least 5.",
                        "plecto.xlsx!Plans!E5"));
        assertThat(findings(plecto("t").subscribed("Medium", 5), "BELOW_PLAN_MINIMUM"))
                .isEmpty();
        assertThat(findings(plecto("t").subscribed("Medium", null), "BELOW_PLAN_MINIMUM"))
                .isEmpty();
    }

    @Test
    void p7RequiredIsAtLeastThePlansMinimumWithUnlimitedLicencesToo() {
        assertThat(position(plecto("t").subscribed("Medium", 8)).required()).isEqualTo(5);
        Position unlimited = position(plecto("t").subscribed("Medium", null).active(3, "2026-11-03"));
        assertThat(unlimited.required()).isEqualTo(5);
        assertThat(unlimited.licensed()).isEqualTo(Licences.UNLIMITED);
        assertThat(unlimited.status()).isEqualTo(Status.COMPLIANT);
        assertThat(unlimited.monthlyAmount()).isNull();
    }

    @Test
    void p8EveryAccountTrackedThisMonthIsListedAndThoseOfThePeakDayCount() {
        TenantBuilder tenant = plecto("t")
                .subscribed("Medium", 10)
                .with(AccountBuilder.person("b").registeredOn("2026-09-30", "2026-11-03", "2026-11-04"))
                .with(AccountBuilder.person("a").registeredOn("2026-11-03"))
                .with(AccountBuilder.person("c").registeredOn("2026-11-05"))
                .with(AccountBuilder.person("d").registeredOn("2026-10-05"));
        assertThat(assess(tenant).users())
                .extracting(
                        CountedUser::accountId,
                        CountedUser::counted,
                        CountedUser::reason,
                        user -> String.valueOf(user.firstActiveOn()),
                        CountedUser::monthsActive)
                .containsExactly(
                        tuple("a", 1, "active that day", "2026-11-03", 1),
                        tuple("b", 1, "active that day", "2026-09-30", 2),
                        tuple("c", 0, "active this month, but not on the peak day 2026-11-03", "2026-11-05", 1));
    }

    @Test
    void monthsRunFromTheStartOfEachSubscriptionAndPastOnesStopAtTheirEnd() {
        TenantBuilder tenant = plecto("t")
                .with(SubscriptionBuilder.to("Medium", 5).id("s0").from("2026-08-15", "2026-09-20"))
                .with(SubscriptionBuilder.to("Medium", 6).id("s1").from("2026-09-21", "2027-09-20"))
                .with(SubscriptionBuilder.to("Medium", 7).id("s2").from("2026-12-01", "2027-11-30"))
                .active(6, "2026-08-01", "2026-09-25")
                .active(2, "2026-11-21", "2026-11-22");
        assertThat(assess(tenant).months())
                .extracting(
                        month -> month.month().toString(),
                        MonthUse::subscriptionId,
                        MonthUse::consumed,
                        MonthUse::cumulative,
                        MonthUse::remaining,
                        MonthUse::overage)
                .containsExactly(
                        tuple("2026-08", "s0", 6, null, 0, 1),
                        tuple("2026-09", "s0", 6, null, 0, 1),
                        tuple("2026-09", "s1", 6, null, 0, 0),
                        tuple("2026-10", "s1", 0, null, 6, 0),
                        tuple("2026-11", "s1", 2, null, 4, 0));
    }

    @Test
    void aPriceOnTheSubscriptionGivesTheMonthlyAmountAndWhatTrueUpCosts() {
        TenantBuilder tenant = plecto("t")
                .with(SubscriptionBuilder.to("Medium", 10)
                        .price("20")
                        .discount("10")
                        .from("2026-11-12", "2026-12-11"))
                .active(12, "2026-11-21");
        Position position = position(tenant);
        assertThat(position.monthlyAmount()).hasToString("180.00 USD");
        // 2 × 20 × 12 × 0.9 × 21 / 30
        assertThat(position.trueUpAmount()).hasToString("302.40 USD");
        Position withoutPrice = position(plecto("t").subscribed("Medium", 10).active(12, "2026-11-21"));
        assertThat(withoutPrice.monthlyAmount()).isNull();
        assertThat(withoutPrice.trueUpAmount()).isNull();
        Position notShort = position(plecto("t").subscribed("Medium", 12).active(12, "2026-11-21"));
        assertThat(notShort.trueUpAmount().amount()).isEqualTo(new BigDecimal("0.00"));
    }

    @Test
    void thePeriodOverTheLimitIsCarriedFromTheEarlierNight() {
        TenantBuilder tenant =
                plecto("t").subscribed("Medium", 5).active(6, "2026-11-03").earlierNight("2026-11-20", "2026-11-17");
        assertThat(position(tenant).overSince()).isEqualTo("2026-11-17");
        assertThat(position(tenant.feedSaysOverSince("2026-11-05")).overSince()).isEqualTo("2026-11-05");
        assertThat(position(tenant.earlierNight("2026-11-20", null)).overSince())
                .isEqualTo(AS_OF);
    }

    @Test
    void everyRowThatDecidedIsCitedForCompliantTenantsToo() {
        assertThat(position(plecto("t").subscribed("Medium", 10).active(10, "2026-11-03"))
                        .cells())
                .extracting(Object::toString)
                .containsExactly(
                        "plecto.xlsx!Over the limit!G6",
                        "plecto.xlsx!Plans!A5",
                        "plecto.xlsx!Settings!C6",
                        "plecto.xlsx!Who counts!J5");
    }
}
