package org.trueup.spreadsheets.policybook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.trueup.rules.metric.Metric.IDENTITIES_WITH_HISTORY;
import static org.trueup.rules.outcome.AddingBeyond.ALLOW;
import static org.trueup.rules.outcome.Status.AT_LIMIT;
import static org.trueup.rules.outcome.Status.BLOCKED;
import static org.trueup.rules.outcome.Status.COMPLIANT;
import static org.trueup.rules.outcome.Status.GRACE;
import static org.trueup.rules.terms.AddOnTerms.LicencesMustEqual.ANY_NUMBER;
import static org.trueup.rules.terms.AddOnTerms.LicencesMustEqual.BASE_LICENCES;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trueup.rules.fact.Access;
import org.trueup.rules.fact.AccountKind;
import org.trueup.rules.fact.Term;
import org.trueup.rules.fact.TrackingGroup;
import org.trueup.rules.outcome.Licences;
import org.trueup.rules.terms.AccountProfile;
import org.trueup.rules.terms.AddOnTerms;
import org.trueup.rules.terms.CountingTerms;
import org.trueup.rules.terms.EntitlementTerms;
import org.trueup.rules.terms.LimitProfile;
import org.trueup.rules.terms.OverLimitTerms;
import org.trueup.rules.terms.PlanTerms;
import org.trueup.rules.terms.PolicyTerms;
import org.trueup.rules.terms.SettingTerms;
import org.trueup.rules.terms.SheetRow;
import org.trueup.rules.terms.SupportPlanTerms;

/** ActivTrak's shipped workbook says exactly what its documents say (A1 to A17), each value with its cell. */
class ShippedActivTrakTest {
    private static final PolicyTerms TERMS = EditedWorkbook.activtrak().terms();
    private static final List<String> PAID =
            List.of("Essentials", "Essentials Plus", "Professional", "Advanced", "Premium");
    private static final LocalDate LEGACY_END = LocalDate.parse("2023-12-31");
    private static final String PAID_TEXT =
            "Access to data and reports stays during the grace period, and going over is never charged. When the period"
                    + " ends, data is still collected, but access is blocked for all users until the account is trued"
                    + " up: add licences in the cart, or reclaim some by merging users or by deleting the history of"
                    + " users who are no longer needed.";
    private static final String FREE_TEXT =
            "Free accounts have no grace period: access to data and reports is lost as soon as the 3 free licences are"
                    + " exceeded. To regain it, remove users together with their history, or upgrade to a paid plan.";

    @Test
    void thePlansWithPricesMinimumsAndCaps() {
        assertThat(TERMS.plans())
                .extracting(
                        PlanTerms::plan,
                        plan -> String.valueOf(plan.price()),
                        PlanTerms::minimum,
                        PlanTerms::maximum,
                        PlanTerms::soldUntil,
                        PlanTerms::freeAfterTrial)
                .containsExactly(
                        tuple("Free", "0", null, 3, null, true),
                        tuple("Essentials", "10", 5, null, null, false),
                        tuple("Essentials Plus", "15", 5, null, null, false),
                        tuple("Professional", "19", 5, null, null, false),
                        tuple("Advanced", "10", 5, null, LEGACY_END, false),
                        tuple("Premium", "19", 5, null, LEGACY_END, false));
        assertThat(TERMS.plans()).allSatisfy(plan -> {
            assertThat(plan.metric()).isEqualTo(IDENTITIES_WITH_HISTORY);
            assertThat(plan.currency().getCurrencyCode()).isEqualTo("USD");
            assertThat(plan.soldFrom()).isNull();
            assertThat(plan.fixedTermMonths()).isNull();
            assertThat(plan.shownToCustomers()).isTrue();
        });
        assertThat(TERMS.planAfterTrial().orElseThrow().cell("Free after trial"))
                .hasToString("activtrak.xlsx!Plans!K5");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "4, 5, -, COMPLIANT, -, -, M5",
                "5, 5, -, AT_LIMIT, -, -, M6",
                "6, 5, 2024-12-31, GRACE, 14, BLOCKED, M7",
                "6, 5, 2025-01-01, GRACE, 30, BLOCKED, M8",
                "340, 89, 2026-11-01, GRACE, 30, BLOCKED, M8",
            })
    void theStatusOfEveryPaidPlan(
            int used, int licensed, @Nullable LocalDate since, String status, String days, String then, String cell) {
        for (String plan : PAID) {
            for (Term term : Term.values()) {
                OverLimitTerms row = row(plan, term, used, new Licences(licensed), since);
                assertThat(row.cell("Status").address()).isEqualTo(cell);
                assertThat(row.status()).hasToString(status);
                assertThat(row.graceDays()).isEqualTo(days == null ? null : Integer.valueOf(days));
                assertThat(row.thenStatus() == null ? null : row.thenStatus().name())
                        .isEqualTo(then);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2, -, COMPLIANT, M5",
                "3, -, AT_LIMIT, M9",
                "4, 2024-12-31, BLOCKED, M10",
                "4, 2025-01-01, BLOCKED, M11",
                "50, 2026-11-01, BLOCKED, M11",
            })
    void freeHasNoGracePeriod(int used, @Nullable LocalDate since, String status, String cell) {
        for (Term term : Term.values()) {
            OverLimitTerms row = row("Free", term, used, new Licences(3), since);
            assertThat(row.cell("Status").address()).isEqualTo(cell);
            assertThat(row.status()).hasToString(status);
            assertThat(row.graceDays()).isNull();
        }
    }

    @Test
    void unlimitedLicencesAreCompliant() {
        assertThat(row("Professional", Term.TRIAL, 10_000, new Licences(null), null)
                        .status())
                .isEqualTo(COMPLIANT);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 3, 4, 5, 6, 7})
    void noTwoRowsAreLeftToTheirOrder(int used) {
        for (LocalDate since : List.of(LocalDate.parse("2024-12-31"), LocalDate.parse("2025-01-01"))) {
            for (PlanTerms plan : TERMS.plans()) {
                for (int licensed : new int[] {3, 5}) {
                    LocalDate over = used > licensed ? since : null;

                    OverLimitTerms best = row(plan.plan(), Term.PAID, used, new Licences(licensed), over);

                    assertThat(TERMS.overLimit().stream()
                                    .map(ShippedActivTrakTest::inOtherOrder)
                                    .filter(row -> row.fits(
                                            profile(plan.plan(), Term.PAID, used, new Licences(licensed), over)))
                                    .reduce((a, b) -> b.beats(a) ? b : a)
                                    .orElseThrow()
                                    .whatHappens())
                            .isEqualTo(best.whatHappens());
                }
            }
        }
    }

    @Test
    void goingBeyondIsAllowedAndPeopleAreToldWhatFollows() {
        assertThat(TERMS.overLimit())
                .allSatisfy(row -> assertThat(row.addingBeyond()).isEqualTo(ALLOW));
        assertThat(TERMS.overLimit())
                .extracting(OverLimitTerms::status, OverLimitTerms::whatHappens)
                .containsExactly(
                        tuple(
                                COMPLIANT,
                                "There are free licences. A user takes one as soon as data of them is stored."),
                        tuple(
                                AT_LIMIT,
                                "Every licence is in use. One more user with data stored begins the grace period;"
                                        + " access stays until it ends."),
                        tuple(GRACE, PAID_TEXT),
                        tuple(GRACE, PAID_TEXT),
                        tuple(
                                AT_LIMIT,
                                "All 3 free licences are in use. With one more user all access to data and reports is"
                                        + " blocked at once: remove users first, or upgrade to a paid plan."),
                        tuple(BLOCKED, FREE_TEXT),
                        tuple(BLOCKED, FREE_TEXT));
    }

    /** A9: history decides; the other conditions only choose the words. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "true, true, -, false, J5",
                "true, true, -, true, J6",
                "true, false, -, true, J6",
                "true, false, -, false, J7",
                "true, true, DNT, false, J8",
                "true, false, DNT, false, J8",
                "true, false, DNT, true, J6",
                "false, true, -, false, J9",
                "false, false, DNT, false, J9",
                "false, true, -, true, J9",
                "false, false, -, false, J10",
                "false, false, DELETE, false, J11",
                "false, true, DELETE, true, J11",
            })
    void storedDataTakesALicence(
            boolean history, boolean tracked, @Nullable TrackingGroup group, boolean removed, String cell) {
        for (AccountKind kind : AccountKind.values()) {
            CountingTerms row = TERMS.counting().stream()
                    .filter(terms -> terms.fits(new AccountProfile(
                            IDENTITIES_WITH_HISTORY,
                            kind,
                            Access.ALIAS,
                            tracked,
                            history,
                            group,
                            true,
                            false,
                            removed)))
                    .reduce((a, b) -> b.beats(a) ? b : a)
                    .orElseThrow();
            assertThat(row.cell("Licences counted").address()).isEqualTo(cell);
            assertThat(row.licences()).isEqualTo(history ? 1 : 0);
        }
    }

    @Test
    void addOnsForPaidPlansWithAsManyLicences() {
        assertThat(TERMS.addOns())
                .extracting(
                        AddOnTerms::addOn,
                        AddOnTerms::plan,
                        AddOnTerms::eligible,
                        AddOnTerms::licencesMustEqual,
                        AddOnTerms::price,
                        row -> row.cell("Eligible").address())
                .containsExactly(
                        tuple("ActivConnect API", null, true, BASE_LICENCES, null, "C5"),
                        tuple("Screen Details", null, true, BASE_LICENCES, null, "C6"),
                        tuple("Data History", null, true, BASE_LICENCES, null, "C7"),
                        tuple("ActivConnect API", "Free", false, ANY_NUMBER, null, "C8"),
                        tuple("Screen Details", "Free", false, ANY_NUMBER, null, "C9"),
                        tuple("Data History", "Free", false, ANY_NUMBER, null, "C10"));
    }

    @Test
    void digitalSupportComesWithPaidPlans() {
        assertThat(TERMS.supportPlans())
                .extracting(
                        SupportPlanTerms::supportPlan,
                        SupportPlanTerms::plan,
                        SupportPlanTerms::available,
                        SupportPlanTerms::included,
                        row -> row.cell("Available").address())
                .containsExactly(
                        tuple("Digital", null, true, true, "C5"),
                        tuple("Premier", null, true, false, "C6"),
                        tuple("Signature", null, true, false, "C7"),
                        tuple("Digital", "Free", false, false, "C8"),
                        tuple("Premier", "Free", false, false, "C9"),
                        tuple("Signature", "Free", false, false, "C10"));
    }

    @Test
    void whatPlansAndAddOnsEntitleTo() {
        assertThat(TERMS.entitlements().stream().filter(row -> row.supportPlan() == null))
                .extracting(
                        EntitlementTerms::plan,
                        EntitlementTerms::addOn,
                        EntitlementTerms::entitlement,
                        EntitlementTerms::value,
                        EntitlementTerms::unit)
                .containsExactly(
                        tuple("Free", null, "Data history", "30", "days"),
                        tuple("Essentials", null, "Data history", "6", "months"),
                        tuple("Essentials Plus", null, "Data history", "6", "months"),
                        tuple("Professional", null, "Data history", "12", "months"),
                        tuple("Advanced", null, "Data history", "6", "months"),
                        tuple("Premium", null, "Data history", "12", "months"),
                        tuple(null, "Data History", "Data history", "unlimited", null),
                        tuple("Essentials", null, "Rows per export", "10000", "rows"),
                        tuple("Essentials Plus", null, "Rows per export", "50000", "rows"),
                        tuple("Professional", null, "Rows per export", "50000", "rows"),
                        tuple("Advanced", null, "Rows per export", "50000", "rows"),
                        tuple("Premium", null, "Rows per export", "50000", "rows"),
                        tuple(null, null, "User merge", "yes", null),
                        tuple("Free", null, "User merge", "no", null));
        assertThat(TERMS.entitlements().get(0).cell("Value")).hasToString("activtrak.xlsx!Entitlements!E5");
    }

    @Test
    void theServiceLevelsOfSupport() {
        assertThat(supportedBy("Digital"))
                .containsExactly(
                        tuple("Online onboarding, learning materials and Help Center", "yes", null),
                        tuple("ActivTrak Academy, around the clock", "yes", null),
                        tuple("Live training sessions", "0", "sessions"),
                        tuple("Training vouchers", "0", "a year"),
                        tuple("Email answered in less than", "12", "hours"),
                        tuple("Weekday live chat", "yes", null));
        assertThat(supportedBy("Premier"))
                .containsExactly(
                        tuple("Online onboarding, learning materials and Help Center", "yes", null),
                        tuple("ActivTrak Academy, around the clock", "yes", null),
                        tuple("Live training sessions", "2", "sessions"),
                        tuple("Training vouchers", "2", "a year"),
                        tuple("Email answered in less than", "8", "hours"),
                        tuple("Weekday live chat", "yes", null),
                        tuple("Weekend live chat", "yes", null),
                        tuple("Phone and remote support", "yes", null),
                        tuple("Priority ticket routing", "triage-based", null),
                        tuple("Annual technical health check", "yes", null),
                        tuple("Technical configuration and tuning", "yes", null),
                        tuple("Adoption assurance", "yes", null),
                        tuple("Planning workshop", "yes", null),
                        tuple("Customer success manager", "dedicated", null),
                        tuple("Business reviews", "yes", null),
                        tuple("Productivity snapshots", "2", "snapshots"),
                        tuple("External productivity benchmark comparison", "quarterly benchmarks", null));
        assertThat(supportedBy("Signature"))
                .containsExactly(
                        tuple("Online onboarding, learning materials and Help Center", "yes", null),
                        tuple("ActivTrak Academy, around the clock", "yes", null),
                        tuple("Live training sessions", "4", "sessions"),
                        tuple("Training vouchers", "4", "a year"),
                        tuple("Email answered in less than", "4", "hours"),
                        tuple("Weekday live chat", "yes", null),
                        tuple("Weekend live chat", "yes", null),
                        tuple("24/7 live chat", "yes", null),
                        tuple("Phone and remote support", "yes", null),
                        tuple("Priority ticket routing", "priority", null),
                        tuple("Annual technical health check", "yes", null),
                        tuple("Technical configuration and tuning", "yes", null),
                        tuple("Adoption assurance", "yes", null),
                        tuple("Planning workshop", "yes", null),
                        tuple("Customer success manager", "dedicated", null),
                        tuple("Technical account manager", "dedicated", null),
                        tuple("Business reviews", "quarterly", null),
                        tuple("Productivity assessments", "2", "assessments"),
                        tuple("External productivity benchmark comparison", "industry benchmarks", null),
                        tuple("Data and solution architecture services", "10", "hours"),
                        tuple("Insights to Action workshop", "90-day roadmap", null));
    }

    @Test
    void theSettings() {
        assertThat(TERMS.settings())
                .extracting(
                        row -> row.setting().title(),
                        SettingTerms::plan,
                        SettingTerms::value,
                        row -> row.cell("Value").address())
                .containsExactly(
                        tuple("Usage line", null, "{used}/{licensed}", "C5"),
                        tuple("Trial days", "Professional", "14", "C6"),
                        tuple("Days in 6 months", null, "183", "C7"),
                        tuple("Days in 12 months", null, "365", "C8"));
        assertThat(TERMS.exemptions()).isEmpty();
    }

    private static List<Tuple> supportedBy(String supportPlan) {
        return TERMS.entitlements().stream()
                .filter(row -> supportPlan.equals(row.supportPlan()))
                .map(row -> tuple(row.entitlement(), row.value(), row.unit()))
                .toList();
    }

    private static OverLimitTerms row(String plan, Term term, int used, Licences licensed, @Nullable LocalDate since) {
        return TERMS.overLimit().stream()
                .filter(terms -> terms.fits(profile(plan, term, used, licensed, since)))
                .reduce((a, b) -> b.beats(a) ? b : a)
                .orElseThrow();
    }

    private static LimitProfile profile(
            String plan, Term term, int used, Licences licensed, @Nullable LocalDate since) {
        return LimitProfile.of(plan, term, false, used, licensed, since, LocalDate.parse("2026-11-21"));
    }

    /** The row as if the sheet were sorted from bottom to top. */
    private static OverLimitTerms inOtherOrder(OverLimitTerms row) {
        return new OverLimitTerms(
                new SheetRow(
                        row.at().workbook(),
                        row.at().sheet(),
                        100 - row.at().row(),
                        row.at().columns()),
                row.when(),
                row.status(),
                row.graceDays(),
                row.thenStatus(),
                row.addingBeyond(),
                row.whatHappens());
    }
}
