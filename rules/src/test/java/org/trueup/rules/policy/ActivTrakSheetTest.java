package org.trueup.rules.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trueup.rules.AccountBuilder.person;
import static org.trueup.rules.TenantBuilder.activtrak;
import static org.trueup.rules.TenantBuilder.tenantOf;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.trueup.rules.TenantBuilder;
import org.trueup.rules.TenantBuilder.SubscriptionBuilder;
import org.trueup.rules.TestPolicies;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.outcome.Entitlement;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.outcome.Status;
import org.trueup.rules.terms.AddOnTerms;
import org.trueup.rules.terms.AddOnTerms.LicencesMustEqual;
import org.trueup.rules.terms.Bounds;
import org.trueup.rules.terms.CountingTerms;
import org.trueup.rules.terms.EntitlementTerms;
import org.trueup.rules.terms.OverLimitConditions;
import org.trueup.rules.terms.OverLimitTerms;
import org.trueup.rules.terms.PlanTerms;
import org.trueup.rules.terms.PolicyTerms;
import org.trueup.rules.terms.Setting;
import org.trueup.rules.terms.SettingTerms;
import org.trueup.rules.terms.SupportPlanTerms;

/** What an analyst changes in ActivTrak's sheets changes what is decided. */
class ActivTrakSheetTest {
    private static final LocalDate AS_OF = LocalDate.parse("2026-11-21");
    private static final PolicyTerms SHIPPED = TestPolicies.activtrak();

    private static Position position(PolicyTerms terms, TenantBuilder tenant) {
        return new DroolsPolicyEngine(List.of(terms))
                .assess(tenant.facts(), AS_OF)
                .position();
    }

    private static List<String> codes(PolicyTerms terms, TenantBuilder tenant) {
        return new DroolsPolicyEngine(List.of(terms))
                .assess(tenant.facts(), AS_OF).findings().stream()
                        .map(Finding::code)
                        .toList();
    }

    private static PlanTerms plan(
            PlanTerms plan, String price, @Nullable Integer minimum, @Nullable Integer maximum, boolean free) {
        return new PlanTerms(
                plan.at(),
                plan.plan(),
                plan.metric(),
                new BigDecimal(price),
                plan.currency(),
                minimum,
                maximum,
                null,
                null,
                null,
                true,
                free);
    }

    private static PolicyTerms settings(Setting changed, @Nullable String plan, String value) {
        List<SettingTerms> rows = new ArrayList<>(SHIPPED.settings());
        rows.replaceAll(row -> row.setting() == changed ? new SettingTerms(row.at(), changed, plan, value) : row);
        return ActivTrakSheets.withSettings(rows);
    }

    private static PolicyTerms overLimit(UnaryOperator<OverLimitTerms> change) {
        return ActivTrakSheets.of(
                SHIPPED.plans(),
                SHIPPED.overLimit().stream().map(change).toList(),
                SHIPPED.settings(),
                SHIPPED.addOns(),
                SHIPPED.entitlements(),
                SHIPPED.supportPlans());
    }

    private static OverLimitTerms grace(
            OverLimitTerms row, @Nullable LocalDate from, int days, @Nullable Status thenStatus) {
        return row.graceDays() == null
                ? row
                : new OverLimitTerms(
                        row.at(),
                        from == null ? row.when() : startedFrom(row.when(), from),
                        row.status(),
                        days,
                        thenStatus,
                        row.addingBeyond(),
                        row.whatHappens());
    }

    private static OverLimitConditions startedFrom(OverLimitConditions when, LocalDate from) {
        return new OverLimitConditions(
                when.plan(),
                when.term(),
                when.nonprofit(),
                when.licensed(),
                new Bounds<>(from, when.started().atMost()),
                when.overBy(),
                when.overByPercent(),
                when.overForDays());
    }

    @Test
    void pricesMinimumsAndCapsAreCells() {
        PolicyTerms changed = ActivTrakSheets.withPlans(plan -> plan(plan, "20", 6, 9, plan.freeAfterTrial()));
        TenantBuilder tenant = activtrak("t").subscribed("Professional", 5).withHistory(10);
        assertThat(position(SHIPPED, tenant).monthlyAmount()).hasToString("95.00 USD");
        assertThat(position(changed, tenant).monthlyAmount()).hasToString("120.00 USD");
        assertThat(codes(SHIPPED, tenant)).containsExactly("GRACE_STARTED", "TRUE_UP");
        assertThat(codes(changed, tenant))
                .containsExactly("ABOVE_PLAN_CAP", "BELOW_PLAN_MINIMUM", "GRACE_STARTED", "TRUE_UP");
    }

    @Test
    void thePlanThatFollowsATrialIsACell() {
        PolicyTerms changed = ActivTrakSheets.withPlans(plan ->
                plan(plan, "10", plan.minimum(), plan.maximum(), plan.plan().equals("Essentials")));
        assertThat(position(SHIPPED, activtrak("t")).plan()).isEqualTo("Free");
        assertThat(position(changed, activtrak("t")).plan()).isEqualTo("Essentials");
        PolicyTerms none = ActivTrakSheets.withPlans(plan -> plan(plan, "10", plan.minimum(), plan.maximum(), false));
        assertThat(codes(none, activtrak("t"))).containsExactly("NO_SUBSCRIPTION");
        PolicyTerms all = ActivTrakSheets.withPlans(plan -> plan(plan, "10", null, null, true));
        assertThat(position(all, activtrak("t")).plan()).as("the upper row").isEqualTo("Free");
    }

    @Test
    void theTrialsDaysAndPlanAreCells() {
        TenantBuilder dayFifteen = activtrak("t").signedUpOn("2026-11-07");
        assertThat(position(SHIPPED, dayFifteen).plan()).isEqualTo("Free");
        assertThat(position(settings(Setting.TRIAL_DAYS, "Premium", "15"), dayFifteen)
                        .plan())
                .isEqualTo("Premium");
        assertThat(position(settings(Setting.TRIAL_DAYS, null, "15"), dayFifteen)
                        .plan())
                .as("no plan is tried")
                .isEqualTo("Free");
        assertThat(codes(
                        settings(Setting.TRIAL_DAYS, null, "15"), activtrak("t").signedUpOn("2020-01-01")))
                .isEmpty();
    }

    @Test
    void theDaysThatMonthsAreAreCells() {
        TenantBuilder six = activtrak("t").subscribed("Essentials", 5).storedHistoryDays(184);
        TenantBuilder twelve = activtrak("t").subscribed("Professional", 5).storedHistoryDays(366);
        assertThat(codes(SHIPPED, six)).containsExactly("STORAGE_OVER_LIMIT");
        assertThat(codes(settings(Setting.DAYS_IN_6_MONTHS, null, "184"), six)).isEmpty();
        assertThat(codes(SHIPPED, twelve)).containsExactly("STORAGE_OVER_LIMIT");
        assertThat(codes(settings(Setting.DAYS_IN_12_MONTHS, null, "366"), twelve))
                .isEmpty();
    }

    @Test
    void graceDaysTheirDatesAndWhatFollowsAreCells() {
        TenantBuilder dayTen = activtrak("t")
                .subscribed("Professional", 5)
                .withHistory(6)
                .earlierNight("2026-11-20", "2026-11-12", "Professional");
        assertThat(codes(SHIPPED, dayTen)).containsExactly("GRACE_RUNNING", "TRUE_UP");
        assertThat(codes(overLimit(row -> grace(row, null, 10, Status.BLOCKED)), dayTen))
                .containsExactly("GRACE_RUNNING", "TRUE_UP");
        assertThat(codes(overLimit(row -> grace(row, null, 9, Status.BLOCKED)), dayTen))
                .containsExactly("ACCESS_BLOCKED", "TRUE_UP");
        assertThat(codes(overLimit(row -> grace(row, null, 9, null)), dayTen))
                .as("nothing follows")
                .containsExactly("TRUE_UP");
        assertThat(codes(
                        overLimit(row -> grace(
                                row,
                                row.when().started().atLeast() == null ? null : LocalDate.parse("2026-11-13"),
                                30,
                                null)),
                        dayTen))
                .as("it began before the rows for it: the row above them takes it, and AT_LIMIT is tolerated")
                .isEmpty();
    }

    @Test
    void whatAnIdentityCountsIsACell() {
        List<CountingTerms> rows = SHIPPED.counting().stream()
                .map(row -> new CountingTerms(
                        row.at(),
                        row.metric(),
                        null,
                        null,
                        null,
                        row.history(),
                        null,
                        null,
                        null,
                        null,
                        row.licences() * 2,
                        null))
                .toList();
        PolicyTerms doubled = new PolicyTerms(
                SHIPPED.vendor(),
                1,
                SHIPPED.plans(),
                SHIPPED.overLimit(),
                rows,
                List.of(),
                SHIPPED.settings(),
                SHIPPED.addOns(),
                SHIPPED.entitlements(),
                SHIPPED.supportPlans());
        TenantBuilder tenant = activtrak("t")
                .subscribed("Professional", 9)
                .with(person("a").named("Eva").withHistory())
                .with(person("b").named("Eva").untracked().withHistory());
        assertThat(position(SHIPPED, tenant).used()).isEqualTo(2);
        assertThat(position(doubled, tenant).used()).isEqualTo(4);
        assertThat(new DroolsPolicyEngine(List.of(doubled))
                        .assess(tenant.facts(), AS_OF)
                        .findings())
                .extracting(Finding::message)
                .satisfiesExactly(
                        message -> assertThat(message).startsWith("2 licences could be reclaimed by deleting"),
                        message -> assertThat(message).startsWith("2 licences could be reclaimed by merging"));
    }

    @Test
    void addOnsAndSupportPlansAreEligibleByCells() {
        TenantBuilder tenant = activtrak("t")
                .with(SubscriptionBuilder.to("Professional", 5).support("Premier"))
                .addOn("Data History", 5);
        assertThat(codes(SHIPPED, tenant)).isEmpty();
        PolicyTerms changed = ActivTrakSheets.of(
                SHIPPED.plans(),
                SHIPPED.overLimit(),
                SHIPPED.settings(),
                SHIPPED.addOns().stream()
                        .map(row -> new AddOnTerms(
                                row.at(), row.addOn(), row.plan(), false, LicencesMustEqual.ANY_NUMBER, null))
                        .toList(),
                SHIPPED.entitlements(),
                SHIPPED.supportPlans().stream()
                        .map(row -> new SupportPlanTerms(
                                row.at(),
                                row.supportPlan(),
                                row.plan(),
                                row.supportPlan().equals("Digital") && row.plan() == null,
                                row.supportPlan().equals("Digital") && row.plan() == null))
                        .toList());
        assertThat(codes(changed, tenant)).containsExactly("ADD_ON_NOT_ELIGIBLE", "SUPPORT_NOT_ELIGIBLE");
        assertThat(position(changed, tenant).entitlements())
                .filteredOn(granted -> granted.name().equals("Email answer"))
                .extracting(Entitlement::value)
                .as("another support plan comes with the plan")
                .containsExactly("12");
    }

    @Test
    void everyEntitlementIsACell() {
        PolicyTerms changed = ActivTrakSheets.of(
                SHIPPED.plans(),
                SHIPPED.overLimit(),
                SHIPPED.settings(),
                SHIPPED.addOns(),
                SHIPPED.entitlements().stream()
                        .map(row -> new EntitlementTerms(
                                row.at(),
                                row.plan(),
                                row.supportPlan(),
                                row.addOn(),
                                row.entitlement(),
                                row.value() + "?",
                                row.unit()))
                        .toList(),
                SHIPPED.supportPlans());
        for (String plan : List.of("Free", "Essentials", "Premium")) {
            assertThat(position(changed, activtrak("t").subscribed(plan, 5).storedHistoryDays(9_999))
                            .entitlements())
                    .as(plan)
                    .isNotEmpty()
                    .allMatch(granted -> granted.value().endsWith("?"));
        }
        assertThat(codes(changed, activtrak("t").subscribed("Professional", 5).storedHistoryDays(9_999)))
                .as("words are no limit")
                .isEmpty();
    }

    @Test
    void aFifthVendorMadeOfAWorkbookGetsTheSameRules() {
        PolicyTerms fifth = new PolicyTerms(
                new Vendor("fifth"),
                1,
                SHIPPED.plans(),
                SHIPPED.overLimit(),
                SHIPPED.counting(),
                List.of(),
                SHIPPED.settings(),
                SHIPPED.addOns(),
                SHIPPED.entitlements(),
                SHIPPED.supportPlans());
        assertThat(codes(
                        fifth,
                        tenantOf("fifth", "t")
                                .subscribed("Essentials", 5)
                                .withHistory(6)
                                .addOn("Screen Details", 4)
                                .storedHistoryDays(400)))
                .containsExactly("ADD_ON_COUNT_MISMATCH", "GRACE_STARTED", "STORAGE_OVER_LIMIT", "TRUE_UP");
    }
}
