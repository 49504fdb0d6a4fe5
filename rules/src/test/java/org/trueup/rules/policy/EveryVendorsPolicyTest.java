package org.trueup.rules.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.trueup.rules.TenantBuilder.pensero;
import static org.trueup.rules.TenantBuilder.plecto;
import static org.trueup.rules.TenantBuilder.tenantOf;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trueup.rules.AccountBuilder;
import org.trueup.rules.LimitRow;
import org.trueup.rules.TenantBuilder;
import org.trueup.rules.TenantBuilder.SubscriptionBuilder;
import org.trueup.rules.TestPolicies;
import org.trueup.rules.counting.CountingDecision;
import org.trueup.rules.fact.Access;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.fact.Term;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.outcome.AddingBeyond;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.Licences;
import org.trueup.rules.outcome.Money;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.outcome.Severity;
import org.trueup.rules.outcome.Status;
import org.trueup.rules.terms.OverLimitTerms;
import org.trueup.rules.terms.PlanTerms;
import org.trueup.rules.terms.PolicyTerms;
import org.trueup.rules.terms.SettingTerms;

/** What holds for every vendor. */
class EveryVendorsPolicyTest {
    private static final LocalDate AS_OF = LocalDate.parse("2026-11-21");
    private static final PolicyEngine ENGINE =
            DroolsPolicyEngine.withoutWayBacks(List.of(TestPolicies.plecto(), TestPolicies.pensero()));

    private static List<Finding> findings(PolicyEngine engine, TenantFacts facts, String code) {
        return engine.assess(facts, AS_OF).findings().stream()
                .filter(finding -> finding.code().equals(code))
                .toList();
    }

    @Test
    void noSubscriptionInForce() {
        TenantFacts facts = pensero("t")
                .with(SubscriptionBuilder.to("Growth", 3).from("2025-11-21", "2026-11-20"))
                .with(SubscriptionBuilder.to("Growth", 3).id("s2").from("2026-11-22", "2027-11-21"))
                .facts();
        Assessment assessment = ENGINE.assess(facts, AS_OF);
        assertThat(assessment.position()).isNull();
        assertThat(assessment.users()).isEmpty();
        assertThat(assessment.findings())
                .extracting(Finding::code, Finding::severity, Finding::message, Finding::rule, Finding::cell)
                .containsExactly(tuple(
                        "NO_SUBSCRIPTION",
                        Severity.WARNING,
                        "No subscription is in force on 2026-11-21, so nothing could be decided.",
                        "No subscription in force",
                        null));
        assertThat(ENGINE.assess(facts, AS_OF.minusDays(1)).position())
                .as("the last day is in force")
                .isNotNull();
        assertThat(ENGINE.assess(facts, AS_OF.plusDays(1)).position())
                .as("so is the first")
                .isNotNull();
    }

    @Test
    void aVendorWithoutAPolicy() {
        Assessment assessment =
                ENGINE.assess(tenantOf("fifth", "t").subscribed("Any", 1).facts(), AS_OF);
        assertThat(assessment.position()).isNull();
        assertThat(assessment.findings())
                .extracting(Finding::code, Finding::severity, Finding::message)
                .containsExactly(tuple(
                        "NO_POLICY",
                        Severity.WARNING,
                        "There is no policy for the vendor fifth, so nothing could be decided."));
        assertThat(findings(ENGINE, plecto("t").subscribed("Medium", 5).facts(), "NO_POLICY"))
                .isEmpty();
    }

    @Test
    void aPlanThatThePolicyDoesNotKnow() {
        Assessment assessment = ENGINE.assess(pensero("t").subscribed("Gold", 3).facts(), AS_OF);
        assertThat(assessment.position()).isNull();
        assertThat(assessment.findings())
                .extracting(Finding::code, Finding::severity, Finding::message)
                .containsExactly(tuple(
                        "UNKNOWN_PLAN",
                        Severity.VIOLATION,
                        "The plan \"Gold\" is not in the policy, so nothing could be decided; the plans are Starter,"
                                + " Growth, Enterprise."));
        assertThat(findings(ENGINE, pensero("t").subscribed("Growth", 3).facts(), "UNKNOWN_PLAN"))
                .isEmpty();
    }

    @Test
    void theSubscriptionInForce() {
        Position position = ENGINE.assess(
                        pensero("t")
                                .with(SubscriptionBuilder.to("Growth", 1)
                                        .id("z-trial")
                                        .from("2026-11-01", "2026-12-31")
                                        .term(Term.TRIAL))
                                .with(SubscriptionBuilder.to("Growth", 2)
                                        .id("z-pilot")
                                        .from("2026-11-20", "2026-12-31")
                                        .term(Term.PILOT))
                                .with(SubscriptionBuilder.to("Growth", 3)
                                        .id("paid-old")
                                        .from("2026-01-01", "2026-12-31"))
                                .with(SubscriptionBuilder.to("Growth", 4)
                                        .id("paid-a")
                                        .from("2026-02-01", "2027-01-31"))
                                .with(SubscriptionBuilder.to("Growth", 5)
                                        .id("paid-b")
                                        .from("2026-02-01", "2027-01-31"))
                                .facts(),
                        AS_OF)
                .position();
        assertThat(position.subscriptionId()).isEqualTo("paid-b");
        Position trial = ENGINE.assess(
                        pensero("t")
                                .with(SubscriptionBuilder.to("Growth", 1)
                                        .id("trial")
                                        .term(Term.TRIAL))
                                .with(SubscriptionBuilder.to("Growth", 2)
                                        .id("pilot")
                                        .term(Term.PILOT))
                                .facts(),
                        AS_OF)
                .position();
        assertThat(trial.subscriptionId()).isEqualTo("trial");
    }

    @Test
    void severalPaidSubscriptionsInForce() {
        TenantFacts two = pensero("t")
                .with(SubscriptionBuilder.to("Growth", 3).id("a"))
                .with(SubscriptionBuilder.to("Growth", 3).id("b").from("2026-02-01", "2027-01-31"))
                .facts();
        assertThat(findings(ENGINE, two, "OVERLAPPING_SUBSCRIPTIONS"))
                .extracting(Finding::severity, Finding::message)
                .containsExactly(tuple(
                        Severity.WARNING,
                        "2 paid subscriptions are in force on 2026-11-21; b decides, since it started last."));
        TenantFacts paidAndTrial = pensero("t")
                .with(SubscriptionBuilder.to("Growth", 3).id("a"))
                .with(SubscriptionBuilder.to("Growth", 3).id("b").term(Term.TRIAL))
                .facts();
        assertThat(findings(ENGINE, paidAndTrial, "OVERLAPPING_SUBSCRIPTIONS")).isEmpty();
    }

    @Test
    void boughtWhenThePlanWasNotOnSale() {
        PolicyEngine engine = DroolsPolicyEngine.withoutWayBacks(List.of(withSale("2026-01-02", "2026-11-20")));
        TenantFacts early = pensero("t")
                .with(SubscriptionBuilder.to("Growth", 3).from("2026-01-01", "2026-12-31"))
                .facts();
        assertThat(findings(engine, early, "PLAN_NOT_SOLD"))
                .extracting(Finding::severity, Finding::message, finding -> String.valueOf(finding.cell()))
                .containsExactly(tuple(
                        Severity.VIOLATION,
                        "The subscription starts on 2026-01-01, the plan Growth is sold from 2026-01-02 until"
                                + " 2026-11-20.",
                        "pensero.xlsx!Plans!G6"));
        TenantFacts late = pensero("t")
                .with(SubscriptionBuilder.to("Growth", 3).from("2026-11-21", "2026-12-31"))
                .facts();
        assertThat(findings(engine, late, "PLAN_NOT_SOLD"))
                .extracting(Finding::severity, finding -> String.valueOf(finding.cell()))
                .containsExactly(tuple(Severity.VIOLATION, "pensero.xlsx!Plans!H6"));
    }

    @Test
    void thePlanIsNoLongerSold() {
        PolicyEngine engine = DroolsPolicyEngine.withoutWayBacks(List.of(withSale("2026-01-02", "2026-11-20")));
        TenantFacts inTime = pensero("t")
                .with(SubscriptionBuilder.to("Growth", 3).from("2026-01-02", "2026-12-31"))
                .facts();
        assertThat(findings(engine, inTime, "PLAN_NOT_SOLD"))
                .extracting(Finding::severity, Finding::message)
                .containsExactly(tuple(
                        Severity.INFO,
                        "The plan Growth still runs but is no longer sold: its last day of sale was 2026-11-20."));
        PolicyEngine stillSold = DroolsPolicyEngine.withoutWayBacks(List.of(withSale("2026-01-02", "2026-11-21")));
        assertThat(findings(stillSold, inTime, "PLAN_NOT_SOLD")).isEmpty();
    }

    private static PolicyTerms withSale(String from, String until) {
        PolicyTerms terms = TestPolicies.pensero();
        PlanTerms plan = terms.plan("Growth").orElseThrow();
        PlanTerms sold = new PlanTerms(
                plan.at(),
                plan.plan(),
                plan.metric(),
                plan.price(),
                plan.currency(),
                null,
                null,
                LocalDate.parse(from),
                LocalDate.parse(until),
                null,
                true,
                false);
        return new PolicyTerms(
                terms.vendor(),
                1,
                List.of(sold),
                terms.overLimit(),
                terms.counting(),
                List.of(),
                terms.settings(),
                List.of(),
                List.of(),
                List.of());
    }

    private static PolicyEngine withOverLimit(OverLimitTerms... rows) {
        PolicyTerms terms = TestPolicies.pensero();
        return DroolsPolicyEngine.withoutWayBacks(List.of(new PolicyTerms(
                terms.vendor(),
                1,
                terms.plans(),
                List.of(rows),
                terms.counting(),
                List.of(),
                List.<SettingTerms>of(),
                List.of(),
                List.of(),
                List.of())));
    }

    private static OverLimitTerms limit(
            int row, String plan, Integer licences, String percent, String from, Status status, Integer days) {
        return LimitRow.row("pensero.xlsx", row)
                .plan(plan)
                .overBy(licences)
                .percent(percent, null)
                .started(from, null)
                .grace(days, days == null ? null : Status.BLOCKED)
                .is(status);
    }

    @Test
    void theStatusThatOverTheLimitGives() {
        PolicyEngine engine = withOverLimit(
                limit(5, null, null, null, null, Status.COMPLIANT, null),
                limit(6, null, 1, null, null, Status.WARNING, null),
                limit(7, "Growth", 1, null, null, Status.OVERAGE, null),
                limit(8, null, 1, "50", null, Status.BLOCKED, null));
        assertThat(status(engine, "Growth", 10, 10)).isEqualTo(Status.COMPLIANT);
        assertThat(status(engine, "Growth", 10, 11)).as("more conditions win").isEqualTo(Status.OVERAGE);
        assertThat(status(engine, "Starter", 10, 14)).as("40 %").isEqualTo(Status.WARNING);
        assertThat(status(engine, "Starter", 10, 15)).as("50 %").isEqualTo(Status.BLOCKED);
        assertThat(status(engine, "Starter", 0, 1)).as("any percent of nothing").isEqualTo(Status.BLOCKED);
    }

    private static Status status(PolicyEngine engine, String plan, int licensed, int used) {
        return engine.assess(pensero("t").subscribed(plan, licensed).added(used).facts(), AS_OF)
                .position()
                .status();
    }

    @Test
    void noRowOfOverTheLimitTakesTheTenant() {
        PolicyEngine engine = withOverLimit(limit(6, null, 1, null, null, Status.WARNING, null));
        TenantFacts compliant = pensero("t").subscribed("Growth", 3).facts();
        assertThat(engine.assess(compliant, AS_OF).position()).isNull();
        assertThat(findings(engine, compliant, "POLICY_GAP"))
                .extracting(Finding::message)
                .containsExactly("No row of the sheet Over the limit takes 0 used of 3 licences on the plan Growth, so"
                        + " nothing could be decided.");
        assertThat(findings(
                        engine, pensero("t").subscribed("Growth", 3).added(4).facts(), "POLICY_GAP"))
                .isEmpty();
    }

    @Test
    void aGapNamesTheSegmentAndTheDaysOverWhereRowsAskAboutThem() {
        OverLimitTerms days = LimitRow.row("pensero.xlsx", 5).forDays(11).is(Status.BLOCKED);
        OverLimitTerms nonprofits =
                LimitRow.row("pensero.xlsx", 6).nonprofit(true).term(Term.PILOT).is(Status.COMPLIANT);
        OverLimitTerms period = LimitRow.row("pensero.xlsx", 7)
                .started(null, "2025-12-31")
                .licensed(1_000, null)
                .is(Status.GRACE);
        TenantBuilder over = pensero("t").subscribed("Growth", 3).added(4).earlierNight("2026-11-20", "2026-11-12");
        assertThat(gap(withOverLimit(days), over)).contains(" on the plan Growth (on day 10 over), so ");
        assertThat(gap(withOverLimit(nonprofits), over)).contains(" on the plan Growth (paid, no nonprofit), so ");
        assertThat(gap(withOverLimit(nonprofits), over.nonprofit()))
                .contains(" on the plan Growth (paid, nonprofit), so ");
        assertThat(gap(withOverLimit(period, days), over))
                .isEqualTo(
                        "No row of the sheet Over the limit takes 4 used of 3 licences on the plan Growth (over since"
                                + " 2026-11-12, on day 10 over), so nothing could be decided.");
        assertThat(gap(withOverLimit(period, days), pensero("t").subscribed("Growth", 3)))
                .as("within the limit there is no period")
                .contains(" on the plan Growth, so ");
    }

    private static String gap(PolicyEngine engine, TenantBuilder tenant) {
        List<Finding> gaps = findings(engine, tenant.facts(), "POLICY_GAP");
        assertThat(gaps).hasSize(1);
        return gaps.get(0).message();
    }

    @Test
    void aGracePeriodOfTheSheetCountsFromTheFirstNightOverAndKeepsCountingWhenItIsPast() {
        PolicyEngine engine = withOverLimit(
                limit(5, null, 1, null, null, Status.GRACE, 14),
                limit(6, null, 1, null, "2026-11-10", Status.GRACE, 30));
        Position first = graceOf(engine, null);
        assertThat(first.grace().day()).isEqualTo(1);
        assertThat(first.grace().days()).isEqualTo(30);
        Position last = graceOf(engine, "2026-11-08");
        assertThat(last.status()).isEqualTo(Status.GRACE);
        assertThat(last.grace()).isEqualTo(new org.trueup.rules.outcome.Grace(14, 14, AS_OF));
        Position after = graceOf(engine, "2026-11-07");
        assertThat(after.status()).isEqualTo(Status.BLOCKED);
        assertThat(after.grace().day()).isEqualTo(15);
        assertThat(graceOf(engine, "2026-11-10").grace().endsOn()).isEqualTo("2026-12-09");
    }

    private static Position graceOf(PolicyEngine engine, String overSince) {
        var tenant = pensero("t").subscribed("Growth", 3).added(4);
        if (overSince != null) {
            tenant.earlierNight("2026-11-20", overSince);
        }
        return engine.assess(tenant.facts(), AS_OF).position();
    }

    @Test
    void theUsageLineWhereTheSheetWordsNone() {
        PolicyEngine engine = withOverLimit(limit(5, null, null, null, null, Status.COMPLIANT, null));
        assertThat(engine.assess(pensero("t").subscribed("Growth", 3).added(2).facts(), AS_OF)
                        .position()
                        .usageLine())
                .isEqualTo("2/3");
    }

    @Test
    void theUsageLineThatTheSheetWords() {
        PolicyTerms terms = TestPolicies.pensero();
        SettingTerms all = terms.settings().get(0);
        SettingTerms growth = new SettingTerms(
                TestPolicies.row("pensero.xlsx", "Settings", 6, TestPolicies.SETTINGS),
                all.setting(),
                "Growth",
                "G {used}");
        PolicyEngine engine = DroolsPolicyEngine.withoutWayBacks(List.of(new PolicyTerms(
                terms.vendor(),
                1,
                terms.plans(),
                terms.overLimit(),
                terms.counting(),
                List.of(),
                List.of(all, growth),
                List.of(),
                List.of(),
                List.of())));
        assertThat(engine.assess(pensero("t").subscribed("Growth", 3).added(2).facts(), AS_OF)
                        .position()
                        .usageLine())
                .isEqualTo("G 2");
        assertThat(engine.assess(pensero("t").subscribed("Starter", 3).added(2).facts(), AS_OF)
                        .position()
                        .usageLine())
                .isEqualTo("Active seats used: 2/3");
    }

    @Test
    void useIsCountedByThePlansMetric() {
        PolicyTerms terms = TestPolicies.plecto();
        PlanTerms byDay = terms.plan("Medium").orElseThrow();
        PlanTerms byUser = new PlanTerms(
                byDay.at(),
                "Seats",
                Metric.ADDED_USERS,
                null,
                byDay.currency(),
                null,
                null,
                null,
                null,
                null,
                true,
                false);
        PolicyEngine engine = DroolsPolicyEngine.withoutWayBacks(List.of(new PolicyTerms(
                terms.vendor(),
                1,
                List.of(byDay, byUser),
                terms.overLimit(),
                List.of(
                        TestPolicies.counting(
                                "plecto.xlsx", 5, Metric.PEAK_DAILY_ACTIVE, null, null, null, null, 1, "day"),
                        TestPolicies.counting("plecto.xlsx", 6, Metric.ADDED_USERS, null, null, null, null, 2, "user")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of())));
        assertThat(used(engine, "Medium")).isEqualTo(1);
        assertThat(used(engine, "Seats")).isEqualTo(6);
    }

    private static int used(PolicyEngine engine, String plan) {
        TenantFacts facts =
                plecto("t").subscribed(plan, 5).active(1, "2026-11-20").added(2).facts();
        return engine.assess(facts, AS_OF).position().used();
    }

    @Test
    void whoCounts() {
        PolicyTerms terms = TestPolicies.pensero();
        WhoCounts counting = new WhoCounts(Rules.compiled(), terms);
        assertThat(counting.whoCounts(
                        Metric.ADDED_USERS, AccountBuilder.person("a").build(), AS_OF))
                .hasToString("CountingDecision[licences=1, because=added, cell=pensero.xlsx!Who counts!J5]");
        assertThat(counting.whoCounts(
                                Metric.ADDED_USERS,
                                AccountBuilder.person("a").access(Access.ALIAS).build(),
                                AS_OF)
                        .cell())
                .hasToString("pensero.xlsx!Who counts!J6");
    }

    @Test
    void nobodySaysWhetherItCounts() {
        WhoCounts counting = new WhoCounts(Rules.compiled(), TestPolicies.pensero());
        assertThat(counting.whoCounts(
                        Metric.PEAK_DAILY_ACTIVE, AccountBuilder.person("a").build(), AS_OF))
                .isEqualTo(new CountingDecision(0, "no row of the sheet Who counts takes this account", null));
    }

    @Test
    void thePosition() {
        Position position = ENGINE.assess(
                        pensero("t").subscribed("Growth", 3).added(2).facts(), AS_OF)
                .position();
        assertThat(position)
                .isEqualTo(new Position(
                        "s1",
                        "Growth",
                        Metric.ADDED_USERS,
                        2,
                        Licences.of(3),
                        2,
                        Status.COMPLIANT,
                        null,
                        null,
                        new Money(new BigDecimal("150.00"), Currency.getInstance("USD")),
                        new Money(new BigDecimal("0.00"), Currency.getInstance("USD")),
                        Currency.getInstance("USD"),
                        null,
                        null,
                        "Active seats used: 2/3",
                        AddingBeyond.DENY,
                        "There is room.",
                        List.of(),
                        null,
                        Cell.parseAll("pensero.xlsx!Over the limit!G5 pensero.xlsx!Plans!A6 pensero.xlsx!Settings!C5"
                                + " pensero.xlsx!Who counts!J5"),
                        1,
                        true));
    }

    @Test
    void aTenantAskedAboutTwiceIsRefused() {
        TenantFacts facts = pensero("t").subscribed("Growth", 3).facts();
        assertThatThrownBy(() -> ENGINE.assess(List.of(facts, facts), AS_OF))
                .hasMessage("tenant t is asked about twice");
    }
}
