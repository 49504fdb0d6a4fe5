package org.trueup.rules.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trueup.rules.TenantBuilder.learning;
import static org.trueup.rules.TenantBuilder.tenantOf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.trueup.rules.TenantBuilder;
import org.trueup.rules.TenantBuilder.SubscriptionBuilder;
import org.trueup.rules.TestPolicies;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.terms.PlanTerms;
import org.trueup.rules.terms.PolicyTerms;
import org.trueup.rules.terms.Setting;
import org.trueup.rules.terms.SettingTerms;
import org.trueup.rules.terms.SheetRow;

/** What an analyst changes in the learning platform's sheets changes what is decided. */
class LearningSheetTest {
    private static final LocalDate AS_OF = LocalDate.parse("2026-06-15");

    private static SettingTerms setting(int row, Setting setting, @Nullable String plan, int value) {
        SheetRow at = TestPolicies.row("learning.xlsx", SettingTerms.SHEET, row, TestPolicies.SETTINGS);
        return new SettingTerms(at, setting, plan, Integer.toString(value));
    }

    private static PolicyEngine with(List<PlanTerms> plans, SettingTerms... settings) {
        return of("learning", TestPolicies.learning(), plans, List.of(settings));
    }

    private static PolicyEngine of(
            String vendor, PolicyTerms terms, List<PlanTerms> plans, List<SettingTerms> settings) {
        return DroolsPolicyEngine.withoutWayBacks(List.of(new PolicyTerms(
                new Vendor(vendor),
                1,
                plans,
                terms.overLimit(),
                terms.counting(),
                terms.exemptions(),
                settings,
                List.of(),
                List.of(),
                List.of())));
    }

    private static List<PlanTerms> plans(@Nullable Integer months, boolean shown) {
        List<PlanTerms> plans = new ArrayList<>();
        for (PlanTerms plan : TestPolicies.learning().plans()) {
            plans.add(new PlanTerms(
                    plan.at(),
                    plan.plan(),
                    plan.metric(),
                    null,
                    plan.currency(),
                    null,
                    null,
                    null,
                    null,
                    months,
                    shown,
                    false));
        }
        return plans;
    }

    private static List<String> messages(PolicyEngine engine, TenantBuilder tenant, String code, LocalDate asOf) {
        return engine.assess(tenant.facts(), asOf).findings().stream()
                .filter(finding -> finding.code().equals(code))
                .map(Finding::message)
                .toList();
    }

    @Test
    void theMonthsOfTheForecastAreACellAndThePlansOwnRowWins() {
        TenantBuilder tenant =
                learning("t").subscribed("MAUC", 20).loggedIn(8, "2026-04-01").loggedIn(2, "2026-05-01");
        List<PlanTerms> plans = TestPolicies.learning().plans();
        Setting months = Setting.FORECAST_MONTHS;
        String code = "CREDITS_RUNNING_OUT";
        assertThat(messages(with(plans, setting(5, months, null, 2)), tenant, code, AS_OF))
                .singleElement()
                .asString()
                .contains("the last 2 full months, 5 credits a month", "ends in 2026-07");
        assertThat(messages(
                        with(plans, setting(5, months, null, 2), setting(6, months, "MAUC", 1)), tenant, code, AS_OF))
                .singleElement()
                .asString()
                .contains("the last 1 full month, 2 credits a month", "ends in 2026-10");
        assertThat(messages(with(plans, setting(5, months, "MAU", 2)), tenant, code, AS_OF))
                .as("no row, nothing told")
                .isEmpty();
    }

    @Test
    void theDaysBeforeTheEndAreACellAndThePlansOwnRowWins() {
        TenantBuilder tenant = learning("t").subscribed("MAUC", 30);
        List<PlanTerms> plans = TestPolicies.learning().plans();
        Setting days = Setting.EXPIRY_TOLD_DAYS;
        String code = "CREDITS_EXPIRING";
        LocalDate tenBefore = LocalDate.parse("2026-12-21");
        assertThat(messages(with(plans, setting(5, days, null, 10)), tenant, code, tenBefore))
                .hasSize(1);
        assertThat(messages(with(plans, setting(5, days, null, 9)), tenant, code, tenBefore))
                .isEmpty();
        assertThat(messages(
                        with(plans, setting(5, days, null, 90), setting(6, days, "MAUC", 9)), tenant, code, tenBefore))
                .as("the row for all plans does not hold")
                .isEmpty();
        assertThat(messages(with(plans), tenant, code, tenBefore)).isEmpty();
    }

    @Test
    void theFixedTermIsACell() {
        TenantBuilder halfYear =
                learning("t").with(SubscriptionBuilder.to("Seats", 3).from("2026-03-31", "2026-09-30"));
        assertThat(messages(with(plans(6, true)), halfYear, "TERM_NOT_ANNUAL", AS_OF))
                .as("September has no 31st")
                .isEmpty();
        assertThat(messages(with(plans(5, true)), halfYear, "TERM_NOT_ANNUAL", AS_OF))
                .singleElement()
                .asString()
                .contains("5 months, so it must end on 2026-08-30");
        assertThat(messages(with(plans(null, true)), halfYear, "TERM_NOT_ANNUAL", AS_OF))
                .isEmpty();
    }

    @Test
    void whetherCustomersSeeAPlanIsACell() {
        TenantBuilder tenant = learning("t").subscribed("Seats", 3);
        assertThat(with(plans(12, true))
                        .assess(tenant.facts(), AS_OF)
                        .position()
                        .shownToCustomers())
                .isTrue();
        assertThat(with(plans(12, false))
                        .assess(tenant.facts(), AS_OF)
                        .position()
                        .shownToCustomers())
                .isFalse();
    }

    @Test
    void anyVendorWhoseWorkbookNamesTheMetricGetsItsRules() {
        PolicyTerms learning = TestPolicies.learning();
        PolicyEngine fifth = of("fifth", learning, learning.plans(), learning.settings());
        TenantBuilder seats = tenantOf("fifth", "t").subscribed("Seats", 1).loggedIn(2, "2026-06-01");
        assertThat(messages(fifth, seats, "SEATS_EXCEEDED", AS_OF)).hasSize(1);
        PolicyTerms plecto = TestPolicies.plecto();
        PolicyEngine sixth = of("sixth", plecto, plecto.plans(), plecto.settings());
        TenantBuilder busy = tenantOf("sixth", "t").subscribed("Medium", 5).active(6, "2026-06-01");
        assertThat(messages(sixth, busy, "OVER_LICENSED_COUNT", AS_OF)).hasSize(1);
        TenantBuilder idle = tenantOf("sixth", "t").subscribed("Medium", 6);
        assertThat(messages(sixth, idle, "UNUSED_LICENSES", AS_OF)).hasSize(1);
        PolicyTerms pensero = TestPolicies.pensero();
        PolicyEngine seventh = of("seventh", pensero, pensero.plans(), pensero.settings());
        TenantBuilder full = tenantOf("seventh", "t").subscribed("Growth", 2).added(2);
        assertThat(messages(seventh, full, "SEAT_LIMIT_REACHED", AS_OF)).hasSize(1);
    }
}
