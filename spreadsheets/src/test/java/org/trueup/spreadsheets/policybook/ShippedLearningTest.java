package org.trueup.spreadsheets.policybook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.trueup.rules.metric.Metric.MONTHLY_CREDITS;
import static org.trueup.rules.metric.Metric.MONTHLY_USERS;
import static org.trueup.rules.metric.Metric.SEATS_TAKEN;
import static org.trueup.rules.outcome.AddingBeyond.ALLOW;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trueup.rules.fact.Access;
import org.trueup.rules.fact.AccountKind;
import org.trueup.rules.fact.Term;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.outcome.Licences;
import org.trueup.rules.terms.AccountProfile;
import org.trueup.rules.terms.CountingTerms;
import org.trueup.rules.terms.LimitProfile;
import org.trueup.rules.terms.OverLimitTerms;
import org.trueup.rules.terms.PlanTerms;
import org.trueup.rules.terms.PolicyTerms;
import org.trueup.rules.terms.SettingTerms;

/** The learning platform's shipped workbook says exactly what its document says (L1 to L9), each value with its cell. */
class ShippedLearningTest {
    private static final PolicyTerms TERMS = EditedWorkbook.learning().terms();

    @Test
    void threePlansOfOneYear() {
        assertThat(TERMS.plans())
                .extracting(
                        PlanTerms::plan,
                        PlanTerms::metric,
                        PlanTerms::fixedTermMonths,
                        PlanTerms::shownToCustomers,
                        PlanTerms::freeAfterTrial,
                        plan -> plan.cell("Fixed term in months").address())
                .containsExactly(
                        tuple("Seats", SEATS_TAKEN, 12, true, false, "I5"),
                        tuple("MAUC", MONTHLY_CREDITS, 12, true, false, "I6"),
                        tuple("MAU", MONTHLY_USERS, 12, true, false, "I7"));
        assertThat(TERMS.plans()).allSatisfy(plan -> {
            assertThat(plan.price()).isNull();
            assertThat(plan.currency().getCurrencyCode()).isEqualTo("USD");
            assertThat(plan.minimum()).isNull();
            assertThat(plan.maximum()).isNull();
            assertThat(plan.soldUntil()).isNull();
        });
        assertThat(TERMS.addOns()).isEmpty();
        assertThat(TERMS.supportPlans()).isEmpty();
        assertThat(TERMS.entitlements()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Seats, 9, COMPLIANT, M5",
        "Seats, 10, AT_LIMIT, M6",
        "Seats, 11, WARNING, M8",
        "MAUC, 9, COMPLIANT, M5",
        "MAUC, 10, AT_LIMIT, M9",
        "MAUC, 11, OVERAGE, M10",
        "MAU, 9, COMPLIANT, M5",
        "MAU, 10, AT_LIMIT, M6",
        "MAU, 11, WARNING, M7",
    })
    void theStatusOfEveryPlan(String plan, int used, String status, String cell) {
        LocalDate since = used > 10 ? LocalDate.parse("2026-11-01") : null;
        for (Term term : Term.values()) {
            OverLimitTerms row = TERMS.overLimit().stream()
                    .filter(terms -> terms.fits(LimitProfile.of(
                            plan, term, false, used, new Licences(10), since, LocalDate.parse("2026-11-21"))))
                    .reduce((a, b) -> b.beats(a) ? b : a)
                    .orElseThrow();
            assertThat(row.status()).hasToString(status);
            assertThat(row.cell("Status").address()).isEqualTo(cell);
            assertThat(row.addingBeyond()).isEqualTo(ALLOW);
            assertThat(row.graceDays()).isNull();
            assertThat(row.whatHappens()).isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SEATS_TAKEN, false, 1, J5",
        "SEATS_TAKEN, true, 0, J6",
        "MONTHLY_CREDITS, false, 1, J7",
        "MONTHLY_CREDITS, true, 1, J8",
        "MONTHLY_USERS, false, 1, J9",
        "MONTHLY_USERS, true, 1, J10",
    })
    void aDeactivatedUserFreesASeatOnly(Metric metric, boolean deactivated, int licences, String cell) {
        for (AccountKind kind : AccountKind.values()) {
            for (Access access : Access.values()) {
                CountingTerms row = TERMS.counting().stream()
                        .filter(terms -> terms.fits(
                                new AccountProfile(metric, kind, access, true, false, null, true, deactivated, false)))
                        .reduce((a, b) -> b.beats(a) ? b : a)
                        .orElseThrow();
                assertThat(row.licences()).isEqualTo(licences);
                assertThat(row.cell("Licences counted").address()).isEqualTo(cell);
            }
        }
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
                        tuple("Usage line", "Seats", "{used}/{licensed} seats taken", "C5"),
                        tuple("Usage line", "MAUC", "{used}/{licensed} credits used", "C6"),
                        tuple("Usage line", "MAU", "{used}/{licensed} users this month", "C7"),
                        tuple("Months of the forecast", null, "3", "C8"),
                        tuple("Expiring credits told before", null, "60", "C9"));
    }
}
