package org.trueup.rules.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.trueup.rules.TenantBuilder.activtrak;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trueup.rules.TenantBuilder;
import org.trueup.rules.TenantBuilder.SubscriptionBuilder;
import org.trueup.rules.TestPolicies;
import org.trueup.rules.fact.Term;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.outcome.Severity;
import org.trueup.rules.outcome.Status;
import org.trueup.rules.terms.AddOnTerms;
import org.trueup.rules.terms.PolicyTerms;

/** ActivTrak's documents: plans, trials, grace, add-ons, support plans and entitlements. */
class ActivTrakPolicyTest {
    private static final LocalDate AS_OF = LocalDate.parse("2026-11-21");
    private static final PolicyEngine ENGINE = DroolsPolicyEngine.withoutWayBacks(List.of(TestPolicies.activtrak()));

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

    private static TenantBuilder over(String overSince) {
        return activtrak("t").subscribed("Essentials", 5).withHistory(7).earlierNight("2026-11-20", overSince);
    }

    @Test
    void a1PricesAreByUserAndMonth() {
        assertThat(position(activtrak("t").subscribed("Professional", 10)).monthlyAmount())
                .hasToString("190.00 USD");
        assertThat(findings(activtrak("t").subscribed("Premium", 10), "PLAN_NOT_SOLD"))
                .extracting(Finding::severity)
                .containsExactly(Severity.VIOLATION);
        TenantBuilder bought =
                activtrak("t").with(SubscriptionBuilder.to("Premium", 10).from("2023-12-31", "2026-12-30"));
        assertThat(findings(bought, "PLAN_NOT_SOLD"))
                .extracting(Finding::severity)
                .containsExactly(Severity.INFO);
        assertThat(findings(activtrak("t").subscribed("Essentials", 5), "PLAN_NOT_SOLD"))
                .isEmpty();
    }

    @Test
    void a2FreeTakesThreeUsersAndAPaidPlanIsAtLeastFive() {
        assertThat(findings(activtrak("t").subscribed("Essentials", 4), "BELOW_PLAN_MINIMUM"))
                .hasSize(1);
        assertThat(findings(activtrak("t").subscribed("Essentials", 5), "BELOW_PLAN_MINIMUM"))
                .isEmpty();
        assertThat(findings(activtrak("t").subscribed("Free", null).withHistory(4), "ABOVE_PLAN_CAP"))
                .hasSize(1);
        assertThat(findings(activtrak("t").subscribed("Free", null).withHistory(3), "ABOVE_PLAN_CAP"))
                .isEmpty();
    }

    @Test
    void anAddonThatThePlanDoesNotTake() {
        TenantBuilder free = activtrak("t").subscribed("Free", null).addOn("Data History", 7);
        assertThat(findings(free, "ADD_ON_NOT_ELIGIBLE"))
                .extracting(Finding::severity, Finding::message, finding -> String.valueOf(finding.cell()))
                .containsExactly(tuple(
                        Severity.VIOLATION,
                        "The add-on Data History (7 licences) cannot be had with the plan Free: end the add-on or choose a"
                                + " plan that takes it.",
                        "activtrak.xlsx!Add-ons!C6"));
        assertThat(findings(free, "ADD_ON_COUNT_MISMATCH")).isEmpty();
        TenantBuilder paid = activtrak("t").subscribed("Essentials", 7).addOn("Data History", 7);
        assertThat(findings(paid, "ADD_ON_NOT_ELIGIBLE")).isEmpty();
    }

    @Test
    void anAddonThatTheSheetDoesNotKnow() {
        assertThat(findings(activtrak("t").subscribed("Essentials", 5).addOn("Time Travel", 5), "ADD_ON_NOT_ELIGIBLE"))
                .extracting(Finding::message)
                .containsExactly("The add-on \"Time Travel\" (5 licences) is not in the sheet Add-ons for the plan"
                        + " Essentials, so it cannot be had with it.");
    }

    @ParameterizedTest
    @CsvSource({"9, 1 too few", "11, 1 too many"})
    void a3AnAddOnHasAsManyLicencesAsTheBase(int licences, String told) {
        TenantBuilder tenant = activtrak("t").subscribed("Essentials", 10).addOn("Screen Details", licences);
        assertThat(findings(tenant, "ADD_ON_COUNT_MISMATCH"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains(told));
    }

    @Test
    void anAddonsLicencesDifferFromTheBaseLicences() {
        assertThat(findings(
                        activtrak("t").subscribed("Essentials", 10).addOn("Screen Details", 10),
                        "ADD_ON_COUNT_MISMATCH"))
                .isEmpty();
        assertThat(findings(
                        activtrak("t").subscribed("Essentials", null).addOn("Screen Details", 3),
                        "ADD_ON_COUNT_MISMATCH"))
                .isEmpty();
        TenantBuilder ended =
                activtrak("t").subscribed("Essentials", 10).addOn("Screen Details", 3, "2026-01-01", "2026-11-20");
        assertThat(findings(ended, "ADD_ON_COUNT_MISMATCH")).isEmpty();
        TenantBuilder lastDay =
                activtrak("t").subscribed("Essentials", 10).addOn("Screen Details", 3, "2026-11-21", "2026-11-21");
        assertThat(findings(lastDay, "ADD_ON_COUNT_MISMATCH")).hasSize(1);
    }

    @Test
    void anAddonThatHasNoLicencesWasBoughtWithSome() {
        PolicyTerms policy = TestPolicies.activtrak();
        AddOnTerms row = policy.addOns().get(0);
        AddOnTerms flat = new AddOnTerms(row.at(), row.addOn(), null, true, AddOnTerms.LicencesMustEqual.NONE, null);
        PolicyEngine engine = DroolsPolicyEngine.withoutWayBacks(List.of(new PolicyTerms(
                policy.vendor(),
                1,
                policy.plans(),
                policy.overLimit(),
                policy.counting(),
                policy.exemptions(),
                policy.settings(),
                List.of(flat),
                policy.entitlements(),
                policy.supportPlans())));
        TenantBuilder one = activtrak("t").subscribed("Essentials", 5).addOn("Data History", 1);
        assertThat(engine.assess(one.facts(), AS_OF).findings())
                .extracting(Finding::code, Finding::message)
                .containsExactly(tuple(
                        "ADD_ON_COUNT_MISMATCH", "The add-on Data History has 1 licence, and takes none: 1 too many."));
        TenantBuilder none = activtrak("t").subscribed("Essentials", 5).addOn("Data History", 0);
        assertThat(engine.assess(none.facts(), AS_OF).findings()).isEmpty();
    }

    @Test
    void aSupportPlanThatThePlanDoesNotTake() {
        TenantBuilder free =
                activtrak("t").with(SubscriptionBuilder.to("Free", null).support("Digital"));
        assertThat(findings(free, "SUPPORT_NOT_ELIGIBLE"))
                .extracting(finding -> String.valueOf(finding.cell()))
                .containsExactly("activtrak.xlsx!Support plans!C6");
        TenantBuilder paid =
                activtrak("t").with(SubscriptionBuilder.to("Essentials", 5).support("Premier"));
        assertThat(findings(paid, "SUPPORT_NOT_ELIGIBLE")).isEmpty();
        assertThat(findings(activtrak("t").subscribed("Free", null), "SUPPORT_NOT_ELIGIBLE"))
                .isEmpty();
    }

    @Test
    void theSupportPlanThatTheTenantHas() {
        assertThat(supportRows(activtrak("t").subscribed("Essentials", 5))).containsExactly("C5");
        assertThat(supportRows(activtrak("t")
                        .with(SubscriptionBuilder.to("Essentials", 5).support("premier"))))
                .containsExactly("C7");
        assertThat(supportRows(activtrak("t").subscribed("Free", null))).isEmpty();
    }

    /** The rows of Support plans that a position names. */
    private static List<String> supportRows(TenantBuilder tenant) {
        return position(tenant).cells().stream()
                .filter(cell -> cell.sheet().equals("Support plans"))
                .map(Cell::address)
                .toList();
    }

    @Test
    void aSupportPlanThatTheSheetDoesNotKnow() {
        TenantBuilder gold =
                activtrak("t").with(SubscriptionBuilder.to("Essentials", 5).support("Gold"));
        assertThat(findings(gold, "SUPPORT_NOT_ELIGIBLE"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.cell()).isNull());
    }

    private static List<String> entitlements(TenantBuilder tenant) {
        return position(tenant).entitlements().stream()
                .map(granted ->
                        granted.name() + " " + granted.value() + (granted.unit() == null ? "" : " " + granted.unit()))
                .toList();
    }

    @Test
    void a4TheSupportPlanEntitlesAndDigitalComesWithEveryPaidPlan() {
        assertThat(entitlements(activtrak("t").subscribed("Essentials", 5))).contains("Email answer 12 hours");
        assertThat(entitlements(activtrak("t")
                        .with(SubscriptionBuilder.to("Essentials", 5).support("Premier"))))
                .contains("Email answer 8 hours")
                .doesNotContain("Email answer 12 hours");
        assertThat(entitlements(activtrak("t").subscribed("Free", null)))
                .containsExactly("Data history 30 days", "User merge no");
        assertThat(entitlements(
                        activtrak("t").with(SubscriptionBuilder.to("Free", null).support("Premier"))))
                .containsExactly("Data history 30 days", "User merge no");
    }

    @Test
    void a5ThePlanEntitlesToHistoryAndExports() {
        assertThat(entitlements(activtrak("t").subscribed("Professional", 5)))
                .containsExactly(
                        "Data history 12 months",
                        "Email answer 12 hours",
                        "Rows per export 50000 rows",
                        "User merge yes");
        assertThat(entitlements(activtrak("t").subscribed("Essentials", 5).addOn("Data History", 5)))
                .contains("Data history unlimited");
        assertThat(position(activtrak("t").subscribed("Essentials", 5))
                        .entitlements()
                        .get(0)
                        .cell())
                .hasToString("activtrak.xlsx!Entitlements!E6");
    }

    @Test
    void aNewAccountTriesAPlan() {
        Position lastDay = position(activtrak("t").signedUpOn("2026-11-08").withHistory(40));
        assertThat(lastDay)
                .extracting(
                        Position::plan,
                        Position::subscriptionId,
                        Position::status,
                        position -> position.licensed().unlimited(),
                        position -> String.valueOf(position.monthlyAmount()))
                .containsExactly("Professional", null, Status.COMPLIANT, true, "0.00 USD");
        assertThat(position(activtrak("t").signedUpOn("2026-11-07")).plan()).isEqualTo("Free");
        assertThat(position(activtrak("t").signedUpOn("2026-11-21")).plan()).isEqualTo("Professional");
    }

    @Test
    void withoutASubscriptionOrATrialATenantIsOnTheFreePlan() {
        Position free = position(activtrak("t").withHistory(3));
        assertThat(free)
                .extracting(Position::plan, Position::subscriptionId, Position::status, Position::used)
                .containsExactly("Free", null, Status.AT_LIMIT, 3);
        assertThat(free.licensed().count()).isEqualTo(3);
        assertThat(free.monthlyAmount()).hasToString("0.00 USD");
        assertThat(position(activtrak("t").signedUpOn("2026-11-22")).plan()).isEqualTo("Free");
        TenantBuilder endedYesterday = activtrak("t")
                .with(SubscriptionBuilder.to("Essentials", 9).from("2025-11-21", "2026-11-20"))
                .withHistory(1);
        assertThat(position(endedYesterday).plan()).isEqualTo("Free");
        assertThat(assess(activtrak("t")).months()).isEmpty();
    }

    @Test
    void theTrialHasEnded() {
        assertThat(findings(activtrak("t").signedUpOn("2026-11-07"), "TRIAL_ENDED"))
                .extracting(Finding::severity, Finding::message, finding -> String.valueOf(finding.cell()))
                .containsExactly(tuple(
                        Severity.INFO,
                        "The trial of Professional ended on 2026-11-20 and no subscription is in force, so the account is on"
                                + " the plan Free.",
                        "activtrak.xlsx!Settings!C5"));
        assertThat(findings(activtrak("t").signedUpOn("2026-11-08"), "TRIAL_ENDED"))
                .isEmpty();
        assertThat(findings(activtrak("t"), "TRIAL_ENDED")).isEmpty();
        assertThat(findings(activtrak("t").signedUpOn("2026-11-01").subscribed("Free", null), "TRIAL_ENDED"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22, Free, false",
        "2026-11-21, Professional, false",
        "2026-11-08, Professional, false",
        "2026-11-07, Free, true"
    })
    void a6FourteenDaysOfProfessionalFromSignUpThenFree(String signedUp, String plan, boolean ended) {
        TenantBuilder tenant = activtrak("t").signedUpOn(signedUp).withHistory(3);
        assertThat(position(tenant).plan()).isEqualTo(plan);
        assertThat(position(tenant).monthlyAmount()).hasToString("0.00 USD");
        assertThat(position(tenant).licensed().unlimited()).isEqualTo(plan.equals("Professional"));
        assertThat(findings(tenant, "TRIAL_ENDED")).hasSize(ended ? 1 : 0);
    }

    @Test
    void aTenantWithoutASubscriptionInForce() {
        assertThat(findings(activtrak("t"), "NO_SUBSCRIPTION")).isEmpty();
    }

    @Test
    void theGracePeriodStarts() {
        TenantBuilder tenant = over(null);
        assertThat(position(tenant).status()).isEqualTo(Status.GRACE);
        assertThat(findings(tenant, "GRACE_STARTED"))
                .extracting(Finding::message, finding -> String.valueOf(finding.cell()))
                .containsExactly(tuple(
                        "7 used of 5 licensed: a grace period of 30 days starts today; its last day is 2026-12-20. Add"
                                + " licences or reclaim some.",
                        "activtrak.xlsx!Over the limit!H8"));
        assertThat(findings(tenant, "GRACE_RUNNING")).isEmpty();
    }

    @Test
    void theGracePeriodRuns() {
        assertThat(findings(over("2026-11-20"), "GRACE_RUNNING"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .contains("day 2 of 30 of the grace period; its last day is 2026-12-19"));
        assertThat(findings(over("2026-10-23"), "GRACE_RUNNING")).hasSize(1);
        assertThat(findings(over("2026-10-22"), "GRACE_RUNNING")).isEmpty();
        assertThat(findings(over("2026-11-20"), "GRACE_STARTED")).isEmpty();
    }

    @Test
    void accessIsBlockedAfterTheGracePeriod() {
        assertThat(position(over("2026-10-23")).status()).isEqualTo(Status.GRACE);
        Position blocked = position(over("2026-10-22"));
        assertThat(blocked.status()).isEqualTo(Status.BLOCKED);
        assertThat(blocked.grace()).satisfies(grace -> {
            assertThat(grace.day()).isEqualTo(31);
            assertThat(grace.days()).isEqualTo(30);
            assertThat(grace.endsOn()).isEqualTo("2026-11-20");
        });
        assertThat(findings(over("2026-10-22"), "ACCESS_BLOCKED"))
                .extracting(Finding::severity, finding -> String.valueOf(finding.cell()))
                .containsExactly(tuple(Severity.VIOLATION, "activtrak.xlsx!Over the limit!I8"));
        assertThat(findings(over("2026-10-23"), "ACCESS_BLOCKED")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2024-12-31, 14", "2025-01-01, 30"})
    void a10TheLengthIsThatOfTheDayOnWhichThePeriodStarted(String overSince, int days) {
        assertThat(position(over(overSince)).grace())
                .satisfies(grace -> assertThat(grace.days()).isEqualTo(days));
    }

    @Test
    void a10AtTheLimitThePeriodStartsAnew() {
        Position atLimit = position(
                activtrak("t").subscribed("Essentials", 5).withHistory(5).earlierNight("2026-11-20", "2026-11-01"));
        assertThat(atLimit.status()).isEqualTo(Status.AT_LIMIT);
        assertThat(atLimit.overSince()).isNull();
        assertThat(atLimit.grace()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"Free, 2026-11-21", "Professional, 2026-11-01", "Essentials, 2026-11-01"})
    void a10OnlyAChangeFromFreeToAPaidPlanStartsThePeriodAnew(String planBefore, String overSince) {
        TenantBuilder tenant = activtrak("t")
                .subscribed("Essentials", 5)
                .withHistory(7)
                .earlierNight("2026-11-20", "2026-11-01", planBefore);
        assertThat(position(tenant).overSince()).isEqualTo(overSince);
    }

    @Test
    void accessIsBlockedAtOnce() {
        TenantBuilder free = activtrak("t").withHistory(4);
        assertThat(position(free).status()).isEqualTo(Status.BLOCKED);
        assertThat(position(free).grace()).isNull();
        assertThat(findings(free, "ACCESS_BLOCKED"))
                .extracting(Finding::message, finding -> String.valueOf(finding.cell()))
                .containsExactly(tuple(
                        "4 used of 3 licensed on the plan Free, which has no grace period: access is blocked. Remove users"
                                + " or upgrade.",
                        "activtrak.xlsx!Over the limit!G9"));
        assertThat(findings(activtrak("t").withHistory(3), "ACCESS_BLOCKED")).isEmpty();
    }

    @Test
    void a11OnFreeAccessIsBlockedAtOnceAndStaysSo() {
        TenantBuilder free =
                activtrak("t").subscribed("Free", null).withHistory(4).earlierNight("2026-11-20", "2026-11-01", "Free");
        assertThat(position(free).status()).isEqualTo(Status.BLOCKED);
        assertThat(position(free).overSince()).isEqualTo("2026-11-01");
    }

    @Test
    void licencesToAddOrToReclaim() {
        assertThat(findings(over(null), "TRUE_UP"))
                .extracting(Finding::severity, Finding::message)
                .containsExactly(tuple(
                        Severity.WARNING,
                        "Over by 2: add 2 licences (26.96 USD up to 2026-12-31), or reclaim as many. Going over is not"
                                + " charged by itself."));
        assertThat(findings(activtrak("t").subscribed("Essentials", 5).withHistory(5), "TRUE_UP"))
                .isEmpty();
        assertThat(findings(activtrak("t").withHistory(4), "TRUE_UP")).isEmpty();
    }

    @Test
    void a13LicencesAddedAreProratedWithTheDiscount() {
        TenantBuilder tenant = activtrak("t")
                .with(SubscriptionBuilder.to("Essentials", 5).discount("50"))
                .withHistory(7);
        assertThat(position(tenant).trueUpAmount()).hasToString("13.48 USD");
        TenantBuilder trial = activtrak("t")
                .with(SubscriptionBuilder.to("Essentials", 5).term(Term.TRIAL))
                .withHistory(7);
        assertThat(position(trial).trueUpAmount()).hasToString("0.00 USD");
    }

    @Test
    void moreHistoryStoredThanThePlanAllows() {
        assertThat(findings(activtrak("t").subscribed("Essentials", 5).storedHistoryDays(184), "STORAGE_OVER_LIMIT"))
                .extracting(Finding::severity, Finding::message, finding -> String.valueOf(finding.cell()))
                .containsExactly(tuple(
                        Severity.VIOLATION,
                        "184 days of history are stored, the plan Essentials allows 6 months (183 days): 1 day too many. The"
                                + " data is hidden until some is deleted, the plan upgraded or more history bought; it is"
                                + " not charged.",
                        "activtrak.xlsx!Entitlements!E6"));
        assertThat(findings(activtrak("t").subscribed("Essentials", 5).storedHistoryDays(183), "STORAGE_OVER_LIMIT"))
                .isEmpty();
        assertThat(findings(activtrak("t").subscribed("Professional", 5).storedHistoryDays(366), "STORAGE_OVER_LIMIT"))
                .hasSize(1);
        assertThat(findings(activtrak("t").storedHistoryDays(31), "STORAGE_OVER_LIMIT"))
                .hasSize(1);
        assertThat(findings(activtrak("t").storedHistoryDays(30), "STORAGE_OVER_LIMIT"))
                .isEmpty();
        TenantBuilder addOn = activtrak("t")
                .subscribed("Essentials", 5)
                .addOn("Data History", 5)
                .storedHistoryDays(5_000);
        assertThat(findings(addOn, "STORAGE_OVER_LIMIT")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Free, 30", "Essentials, 183", "Professional, 365"})
    void a15OneDayOfHistoryMoreThanThePlanAllowsIsToldAndNotCharged(String plan, int days) {
        TenantBuilder within = activtrak("t").subscribed(plan, 5).storedHistoryDays(days);
        TenantBuilder above = activtrak("t").subscribed(plan, 5).storedHistoryDays(days + 1);
        assertThat(findings(within, "STORAGE_OVER_LIMIT")).isEmpty();
        assertThat(findings(above, "STORAGE_OVER_LIMIT")).hasSize(1);
        assertThat(position(above).monthlyAmount()).isEqualTo(position(within).monthlyAmount());
        assertThat(position(above).status()).isEqualTo(position(within).status());
    }

    @Test
    void theDaysThatMonthsOfHistoryAre() {
        assertThat(position(activtrak("t").subscribed("Essentials", 5).storedHistoryDays(3))
                        .cells())
                .extracting(String::valueOf)
                .contains("activtrak.xlsx!Settings!C6");
        assertThat(position(activtrak("t").storedHistoryDays(3)).cells())
                .extracting(String::valueOf)
                .doesNotContain("activtrak.xlsx!Settings!C6", "activtrak.xlsx!Settings!C7");
    }

    @Test
    void a17TheUsageLineReads211Of242() {
        Position position =
                position(activtrak("t").subscribed("Essentials", 242).withHistory(211));
        assertThat(position.usageLine()).isEqualTo("211/242");
        assertThat(position.status()).isEqualTo(Status.COMPLIANT);
    }
}
