package org.trueup.rules.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.trueup.rules.AccountBuilder.person;
import static org.trueup.rules.TenantBuilder.learning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.trueup.rules.TenantBuilder;
import org.trueup.rules.TenantBuilder.SubscriptionBuilder;
import org.trueup.rules.TestPolicies;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.CountedUser;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.terms.CountingTerms;
import org.trueup.rules.terms.ExemptionTerms;
import org.trueup.rules.terms.NamePattern;
import org.trueup.rules.terms.PolicyTerms;

/** The months of the learning platform's plans, row by row, and accounts that count more or less than one. */
class LearningMonthsTest {
    private static final LocalDate AS_OF = LocalDate.parse("2026-06-15");
    private static final PolicyEngine ENGINE = DroolsPolicyEngine.withoutWayBacks(List.of(TestPolicies.learning()));

    /** Month, consumed, cumulative, remaining, overage. */
    private static List<Tuple> months(PolicyEngine engine, TenantBuilder tenant, String asOf) {
        List<Tuple> rows = new ArrayList<>();
        engine.assess(tenant.facts(), LocalDate.parse(asOf))
                .months()
                .forEach(month -> rows.add(tuple(
                        month.month().toString(),
                        month.consumed(),
                        month.cumulative(),
                        month.remaining(),
                        month.overage())));
        return rows;
    }

    private static List<Tuple> months(TenantBuilder tenant, String asOf) {
        return months(ENGINE, tenant, asOf);
    }

    @Test
    void l7CreditsOfAMonthThePoolLeftAndThePartOfTheMonthBeyondThePool() {
        TenantBuilder tenant = learning("t")
                .with(SubscriptionBuilder.to("MAUC", 10).from("2028-01-15", "2029-01-14"))
                .loggedIn(9, "2028-01-14")
                .loggedIn(4, "2028-01-15", "2028-02-29")
                .loggedIn(5, "2028-04-30")
                .loggedIn(2, "2028-05-01");
        assertThat(months(tenant, "2028-05-31"))
                .containsExactly(
                        tuple("2028-01", 4, 4, 6, 0),
                        tuple("2028-02", 4, 8, 2, 0),
                        tuple("2028-03", 0, 8, 2, 0),
                        tuple("2028-04", 5, 13, 0, 3),
                        tuple("2028-05", 2, 15, 0, 2));
        assertThat(months(tenant, "2028-04-29")).last().isEqualTo(tuple("2028-04", 0, 8, 2, 0));
    }

    @Test
    void l7TheRowsStopAtThePlansEndWhichMayLieInAMonth() {
        TenantBuilder tenant = learning("t")
                .with(SubscriptionBuilder.to("MAUC", 1).from("2026-01-20", "2026-03-10"))
                .with(person("a").loggedInOn("2026-03-10", "2026-03-11"))
                .with(person("b").loggedInOn("2026-03-11", "2026-04-01"));
        assertThat(months(tenant, "2026-06-15"))
                .containsExactly(
                        tuple("2026-01", 0, 0, 1, 0), tuple("2026-02", 0, 0, 1, 0), tuple("2026-03", 1, 1, 0, 0));
    }

    @Test
    void l7MonthlyUsersHaveNoCumulative() {
        TenantBuilder tenant = learning("t")
                .with(SubscriptionBuilder.to("MAU", 3).from("2026-04-10", "2027-04-09"))
                .loggedIn(4, "2026-04-09", "2026-05-01", "2026-05-31")
                .loggedIn(2, "2026-04-10", "2026-06-15")
                .loggedIn(2, "2026-06-16");
        assertThat(months(tenant, "2026-06-15"))
                .containsExactly(
                        tuple("2026-04", 2, null, 1, 0),
                        tuple("2026-05", 4, null, 0, 1),
                        tuple("2026-06", 2, null, 1, 0));
    }

    @Test
    void l7SeatsAreTakenOnceByWhoHoldsOneNow() {
        TenantBuilder tenant = learning("t")
                .with(SubscriptionBuilder.to("Seats", 3).from("2026-03-10", "2027-03-09"))
                .loggedIn(2, "2026-03-09", "2026-05-02", "2026-03-10")
                .loggedIn(2, "2026-05-31", "2026-06-01")
                .with(person("freed").loggedInOn("2026-03-11").deactivatedOn("2026-06-15"));
        assertThat(months(tenant, "2026-06-15"))
                .containsExactly(
                        tuple("2026-03", 2, 2, 1, 0),
                        tuple("2026-04", 0, 2, 1, 0),
                        tuple("2026-05", 2, 4, 0, 1),
                        tuple("2026-06", 0, 4, 0, 1));
        assertThat(months(tenant, "2026-06-14"))
                .as("the day before, the fifth still held one")
                .startsWith(tuple("2026-03", 3, 3, 0, 0));
    }

    @Test
    void l7NothingIsLeftOrBeyondWhereLicencesAreUnlimited() {
        for (String plan : List.of("Seats", "MAUC", "MAU")) {
            TenantBuilder tenant = learning("t")
                    .with(SubscriptionBuilder.to(plan, null).from("2026-06-01", "2027-05-31"))
                    .loggedIn(2, "2026-06-01");
            Integer cumulative = plan.equals("MAU") ? null : (Integer) 2;
            assertThat(months(tenant, "2026-06-15")).containsExactly(tuple("2026-06", 2, cumulative, null, null));
        }
    }

    /** One row counts 2 of each metric; "Kiosk" counts 3 in place of it, "Robot" none. */
    private static PolicyEngine weighted() {
        PolicyTerms terms = TestPolicies.learning();
        String book = "learning.xlsx";
        List<CountingTerms> counting = new ArrayList<>();
        for (Metric metric : List.of(Metric.SEATS_TAKEN, Metric.MONTHLY_CREDITS, Metric.MONTHLY_USERS)) {
            int row = 5 + counting.size();
            counting.add(TestPolicies.counting(book, row, metric, null, null, null, null, 2, "two each"));
            counting.add(TestPolicies.counting(book, row + 1, metric, null, null, null, true, 0, "removed"));
            counting.add(TestPolicies.counting(book, row + 2, metric, null, null, true, null, 0, "deactivated"));
        }
        return DroolsPolicyEngine.withoutWayBacks(List.of(new PolicyTerms(
                terms.vendor(),
                1,
                terms.plans(),
                terms.overLimit(),
                counting,
                List.of(exemption(5, "Kiosk", 3), exemption(6, "Robot", 0)),
                terms.settings(),
                List.of(),
                List.of(),
                List.of())));
    }

    private static ExemptionTerms exemption(int row, String name, int licences) {
        return new ExemptionTerms(
                TestPolicies.row("learning.xlsx", ExemptionTerms.SHEET, row, TestPolicies.EXEMPTIONS),
                null,
                new NamePattern(name),
                licences,
                name + " accounts");
    }

    private static TenantBuilder weightedTenant(String plan) {
        return learning("t")
                .subscribed(plan, 9)
                .with(person("a").loggedInOn("2026-05-01", "2026-06-01"))
                .with(person("kiosk").named("kiosk").loggedInOn("2026-05-02", "2026-06-03", "2026-06-04"))
                .with(person("kiosk-gone")
                        .named("Kiosk")
                        .loggedInOn("2026-05-02", "2026-06-03")
                        .deactivatedOn("2026-06-04"))
                .with(person("kiosk-idle").named("Kiosk"))
                .with(person("leaver").loggedInOn("2026-05-02", "2026-06-03").removedOn("2026-06-04"))
                .with(person("robot").named("Robot").loggedInOn("2026-06-03"));
    }

    private static List<Tuple> counted(Assessment assessment) {
        List<Tuple> counted = new ArrayList<>();
        assessment
                .users()
                .forEach(user -> counted.add(tuple(user.accountId(), user.counted(), user.reason(), user.exempt())));
        assertThat(assessment.users().stream().mapToInt(CountedUser::counted).sum())
                .isEqualTo(assessment.position().used());
        return counted;
    }

    @Test
    void anAccountThatCountsSeveralTakesSeveralSeats() {
        Assessment assessment = weighted().assess(weightedTenant("Seats").facts(), AS_OF);
        assertThat(assessment.position().used()).isEqualTo(5);
        assertThat(counted(assessment))
                .containsExactly(
                        tuple("a", 2, "first login 2026-05-01 took 2 seats (two each)", false),
                        tuple("kiosk", 3, "first login 2026-05-02 took 3 seats (Kiosk accounts)", true),
                        tuple("kiosk-gone", 0, "seat freed: deactivated on 2026-06-04 (deactivated)", false),
                        tuple("kiosk-idle", 0, "no login in the plan yet", false),
                        tuple("leaver", 0, "first login 2026-05-02 took no seat (removed)", false),
                        tuple("robot", 0, "first login 2026-06-03 took no seat (Robot accounts)", true));
        assertThat(months(weighted(), weightedTenant("Seats"), "2026-06-15"))
                .endsWith(tuple("2026-05", 5, 5, 4, 0), tuple("2026-06", 0, 5, 4, 0));
        assertThat(assessment.findings())
                .filteredOn(finding -> finding.code().equals("EXEMPT_ACCOUNT"))
                .extracting(Finding::message)
                .hasSize(2)
                .anyMatch(message -> message.contains("(kiosk) ") && message.endsWith("adds 3 to the licences used."));
    }

    @Test
    void anAccountThatCountsSeveralUsesSeveralCreditsAMonthAndWhatWasUsedStaysUsed() {
        Assessment assessment = weighted().assess(weightedTenant("MAUC").facts(), AS_OF);
        assertThat(counted(assessment))
                .containsExactly(
                        tuple("a", 4, "4 credits for logins in 2 months (two each)", false),
                        tuple("kiosk", 6, "6 credits for logins in 2 months (Kiosk accounts)", true),
                        tuple("kiosk-gone", 6, "6 credits for logins in 2 months (Kiosk accounts)", true),
                        tuple("kiosk-idle", 0, "no login in the plan yet", false),
                        tuple("leaver", 2, "2 credits for logins in 2 months (removed)", false),
                        tuple("robot", 0, "0 credits for logins in 1 month (Robot accounts)", true));
        assertThat(months(weighted(), weightedTenant("MAUC"), "2026-06-15"))
                .endsWith(tuple("2026-05", 10, 10, 0, 1), tuple("2026-06", 8, 18, 0, 8));
        assertThat(assessment.position().cells())
                .extracting(String::valueOf)
                .contains("learning.xlsx!Who counts!J8", "learning.xlsx!Who counts!J9");
    }

    @Test
    void theLatestMonthGivesTheReasonAndTheRowsOfAllMonthsAreNamed() {
        for (boolean reversed : List.of(false, true)) {
            var leaver = person("leaver").loggedInOn("2026-05-02", "2026-06-03").removedOn("2026-06-04");
            TenantBuilder tenant =
                    learning("t").subscribed("MAUC", 9).with(reversed ? leaver.latestMonthFirst() : leaver);
            Assessment assessment = weighted().assess(tenant.facts(), AS_OF);
            assertThat(assessment.users().get(0).reason()).isEqualTo("2 credits for logins in 2 months (removed)");
            assertThat(assessment.users().get(0).firstActiveOn()).isEqualTo("2026-05-02");
            assertThat(assessment.position().cells())
                    .extracting(String::valueOf)
                    .contains("learning.xlsx!Who counts!J8", "learning.xlsx!Who counts!J9");
            assertThat(months(weighted(), tenant, "2026-06-15"))
                    .endsWith(tuple("2026-05", 2, 2, 7, 0), tuple("2026-06", 0, 2, 7, 0));
        }
    }

    @Test
    void anAccountThatCountsSeveralIsSeveralUsersOfTheMonth() {
        Assessment assessment = weighted().assess(weightedTenant("MAU").facts(), AS_OF);
        assertThat(counted(assessment))
                .containsExactly(
                        tuple("a", 2, "logged in on 2026-06-01 (two each)", false),
                        tuple("kiosk", 3, "logged in on 2026-06-03 (Kiosk accounts)", true),
                        tuple("kiosk-gone", 3, "logged in on 2026-06-03 (Kiosk accounts)", true),
                        tuple("kiosk-idle", 0, "no login in the plan yet", false),
                        tuple("leaver", 0, "logged in on 2026-06-03 (removed)", false),
                        tuple("robot", 0, "logged in on 2026-06-03 (Robot accounts)", true));
        assertThat(months(weighted(), weightedTenant("MAU"), "2026-06-15"))
                .endsWith(tuple("2026-05", 10, null, 0, 1), tuple("2026-06", 8, null, 1, 0));
    }
}
