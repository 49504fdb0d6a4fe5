package org.trueup.rules.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.trueup.rules.AccountBuilder.person;
import static org.trueup.rules.TenantBuilder.learning;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trueup.rules.TenantBuilder;
import org.trueup.rules.TenantBuilder.SubscriptionBuilder;
import org.trueup.rules.TestPolicies;
import org.trueup.rules.fact.Term;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.CountedUser;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.MonthUse;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.outcome.Severity;
import org.trueup.rules.outcome.Status;

/** The learning platform's document, rule by rule; months and weights stand in {@link LearningMonthsTest}. */
class LearningPolicyTest {
    private static final LocalDate AS_OF = LocalDate.parse("2026-06-15");
    private static final PolicyEngine ENGINE = DroolsPolicyEngine.withoutWayBacks(List.of(TestPolicies.learning()));

    private static Assessment assess(TenantBuilder tenant) {
        return ENGINE.assess(tenant.facts(), AS_OF);
    }

    private static Position position(TenantBuilder tenant) {
        return position(tenant, AS_OF);
    }

    private static Position position(TenantBuilder tenant, LocalDate asOf) {
        Position position = ENGINE.assess(tenant.facts(), asOf).position();
        assertThat(position).isNotNull();
        return position;
    }

    private static List<Finding> findings(TenantBuilder tenant, String code) {
        return findings(tenant, code, AS_OF);
    }

    private static List<Finding> findings(TenantBuilder tenant, String code, LocalDate asOf) {
        return ENGINE.assess(tenant.facts(), asOf).findings().stream()
                .filter(finding -> finding.code().equals(code))
                .toList();
    }

    @Test
    void l1TheFirstLoginInThePlanTakesASeatThatIsKept() {
        TenantBuilder tenant = learning("t")
                .subscribed("Seats", 5)
                .with(person("first-day").loggedInOn("2026-01-01"))
                .with(person("today").loggedInOn("2026-06-15"))
                .with(person("often").loggedInOn("2026-02-03", "2026-02-04", "2026-05-01"))
                .with(person("before").loggedInOn("2025-12-31"))
                .with(person("tomorrow").loggedInOn("2026-06-16"))
                .with(person("never"))
                .with(person("registers").registeredOn("2026-03-01"));
        Assessment assessment = assess(tenant);
        assertThat(assessment.position().used()).isEqualTo(3);
        assertThat(assessment.position().status()).isEqualTo(Status.COMPLIANT);
        assertThat(assessment.users())
                .extracting(CountedUser::accountId, CountedUser::counted)
                .containsExactly(
                        tuple("before", 0),
                        tuple("first-day", 1),
                        tuple("never", 0),
                        tuple("often", 1),
                        tuple("registers", 0),
                        tuple("today", 1),
                        tuple("tomorrow", 0));
    }

    @Test
    void l1DeactivatingFreesTheSeatFromThatDayEvenWhereTheUserLoggedInLater() {
        TenantBuilder tenant = learning("t")
                .subscribed("Seats", 2)
                .with(person("today").loggedInOn("2026-02-03").deactivatedOn("2026-06-15"))
                .with(person("tomorrow").loggedInOn("2026-02-03").deactivatedOn("2026-06-16"))
                .with(person("later").loggedInOn("2026-02-03", "2026-05-01").deactivatedOn("2026-04-01"))
                .with(person("long ago").loggedInOn("2026-02-03").deactivatedOn("2025-04-01"))
                .with(person("reactivated").loggedInOn("2026-02-03", "2026-05-01"));
        Assessment assessment = assess(tenant);
        assertThat(assessment.position().used()).isEqualTo(2);
        assertThat(assessment.position().status()).isEqualTo(Status.AT_LIMIT);
        assertThat(assessment.users())
                .extracting(CountedUser::accountId, CountedUser::reason)
                .containsExactly(
                        tuple("later", "seat freed: deactivated on 2026-04-01 (may be used again)"),
                        tuple("long ago", "no seat: deactivated on 2025-04-01 (may be used again)"),
                        tuple("reactivated", "first login 2026-02-03 took a seat (kept for the plan's duration)"),
                        tuple("today", "seat freed: deactivated on 2026-06-15 (may be used again)"),
                        tuple("tomorrow", "first login 2026-02-03 took a seat (kept for the plan's duration)"));
    }

    @Test
    void moreSeatsTakenThanBought() {
        TenantBuilder over = learning("t").subscribed("Seats", 3).loggedIn(5, "2026-03-02");
        assertThat(position(over).status()).isEqualTo(Status.WARNING);
        assertThat(findings(over, "SEATS_EXCEEDED"))
                .extracting(Finding::severity, Finding::message, finding -> String.valueOf(finding.cell()))
                .containsExactly(tuple(
                        Severity.VIOLATION,
                        "5 seats held, 3 bought: buy 2 more, or deactivate users who no longer need one. Talk to your"
                                + " customer success manager.",
                        "learning.xlsx!Over the limit!G7"));
        assertThat(findings(learning("t").subscribed("Seats", 5).loggedIn(5, "2026-03-02"), "SEATS_EXCEEDED"))
                .as("as many as bought")
                .isEmpty();
        assertThat(findings(learning("t").subscribed("Seats", null).loggedIn(5, "2026-03-02"), "SEATS_EXCEEDED"))
                .as("unlimited")
                .isEmpty();
        assertThat(findings(learning("t").subscribed("MAU", 3).loggedIn(5, "2026-06-02"), "SEATS_EXCEEDED"))
                .as("another metric")
                .isEmpty();
    }

    @Test
    void l2AUserTakesOneCreditAMonthHoweverOftenAndDeactivatedUsersToo() {
        TenantBuilder tenant = learning("t")
                .subscribed("MAUC", 6)
                .with(person("a").loggedInOn("2026-01-01", "2026-01-02", "2026-01-31", "2026-02-01", "2026-06-15"))
                .with(person("b").loggedInOn("2026-03-01").deactivatedOn("2026-03-02"))
                .with(person("c").loggedInOn("2025-12-31", "2026-06-16"));
        Assessment assessment = assess(tenant);
        assertThat(assessment.position().used()).isEqualTo(4);
        assertThat(assessment.users())
                .extracting(CountedUser::accountId, CountedUser::counted, CountedUser::reason)
                .containsExactly(
                        tuple("a", 3, "3 credits for logins in 3 months (one credit a month)"),
                        tuple("b", 1, "1 credit for logins in 1 month (one credit a month)"),
                        tuple("c", 0, "no login in the plan yet"));
    }

    @Test
    void moreCreditsUsedThanThePoolHolds() {
        TenantBuilder over = learning("t").subscribed("MAUC", 10).loggedIn(12, "2026-01-05");
        assertThat(position(over).status()).isEqualTo(Status.OVERAGE);
        assertThat(findings(over, "CREDITS_OVERAGE"))
                .extracting(Finding::severity, Finding::message, finding -> String.valueOf(finding.cell()))
                .containsExactly(tuple(
                        Severity.WARNING,
                        "12 credits used since 2026-01-01, the pool held 10: 2 beyond it, and each user who logs in"
                                + " before the plan's end on 2026-12-31 adds to that. The overage is settled at the"
                                + " plan's end.",
                        "learning.xlsx!Over the limit!G8"));
        TenantBuilder wholePoolInAMonth = learning("t").subscribed("MAUC", 12).loggedIn(12, "2026-01-05");
        assertThat(position(wholePoolInAMonth).status()).isEqualTo(Status.AT_LIMIT);
        assertThat(findings(wholePoolInAMonth, "CREDITS_OVERAGE")).isEmpty();
    }

    /** 10 users in each of March, April and May, so that the pace is 10 a month; 4 so far in June. */
    private static TenantBuilder paced(int pool) {
        return learning("t")
                .subscribed("MAUC", pool)
                .loggedIn(4, "2026-03-01", "2026-04-30", "2026-05-31", "2026-06-15")
                .loggedIn(6, "2026-03-31", "2026-04-01", "2026-05-01");
    }

    @Test
    void thePoolOfCreditsEndsBeforeThePlan() {
        assertThat(findings(paced(80), "CREDITS_RUNNING_OUT"))
                .extracting(Finding::severity, Finding::message, finding -> String.valueOf(finding.cell()))
                .containsExactly(tuple(
                        Severity.INFO,
                        "34 of 80 credits used; at the pace of the last 3 full months, 10 credits a month, the pool"
                                + " ends in 2026-10, and the plan runs to 2026-12-31. Buy more credits, or expect an"
                                + " overage.",
                        "learning.xlsx!Settings!C5"));
        assertThat(findings(paced(81), "CREDITS_RUNNING_OUT").get(0).message())
                .as("one more lasts into the next month")
                .contains("the pool ends in 2026-11");
        assertThat(findings(paced(99), "CREDITS_RUNNING_OUT").get(0).message()).contains("ends in 2026-12");
        assertThat(findings(paced(100), "CREDITS_RUNNING_OUT"))
                .as("just enough to the end")
                .isEmpty();
        assertThat(findings(paced(34), "CREDITS_RUNNING_OUT").get(0).message())
                .as("used up, not overdrawn")
                .contains("ends in 2026-06");
        assertThat(findings(paced(33), "CREDITS_RUNNING_OUT")).as("overdrawn").isEmpty();
        assertThat(findings(learning("t").subscribed("MAUC", null).loggedIn(9, "2026-05-01"), "CREDITS_RUNNING_OUT"))
                .as("unlimited")
                .isEmpty();
    }

    @Test
    void l2ThePaceIsTakenFromFullMonthsOfThePlanAndFromFewerWhereThereAreFewer() {
        TenantBuilder since20thOfApril = learning("t")
                .with(SubscriptionBuilder.to("MAUC", 30).from("2026-04-20", "2027-04-19"))
                .loggedIn(9, "2026-04-21")
                .loggedIn(3, "2026-05-02");
        assertThat(findings(since20thOfApril, "CREDITS_RUNNING_OUT"))
                .extracting(Finding::message)
                .containsExactly("12 of 30 credits used; at the pace of the last 1 full month, 3 credits a month, the"
                        + " pool ends in 2026-11, and the plan runs to 2027-04-19. Buy more credits, or expect an"
                        + " overage.");
        assertThat(findings(since20thOfApril, "CREDITS_RUNNING_OUT", LocalDate.parse("2026-05-31")))
                .as("no full month yet")
                .isEmpty();
        TenantBuilder nobodySinceMarch = learning("t").subscribed("MAUC", 20).loggedIn(20, "2026-02-01");
        assertThat(findings(nobodySinceMarch, "CREDITS_RUNNING_OUT"))
                .as("a pace of nothing never ends a pool")
                .isEmpty();
        TenantBuilder uneven =
                learning("t").subscribed("MAUC", 20).loggedIn(5, "2026-03-02").loggedIn(9, "2026-06-02");
        assertThat(findings(uneven, "CREDITS_RUNNING_OUT").get(0).message())
                .contains("1.7 credits a month", "ends in 2026-10");
    }

    @Test
    void theSettingsThatCreditsAreToldBy() {
        assertThat(position(paced(500)).cells())
                .extracting(String::valueOf)
                .containsExactly(
                        "learning.xlsx!Over the limit!G5",
                        "learning.xlsx!Plans!A6",
                        "learning.xlsx!Settings!C5",
                        "learning.xlsx!Settings!C6",
                        "learning.xlsx!Who counts!J7");
        assertThat(position(learning("t").subscribed("MAU", 5)).cells())
                .extracting(String::valueOf)
                .containsExactly("learning.xlsx!Over the limit!G5", "learning.xlsx!Plans!A7");
    }

    @Test
    void unusedCreditsExpireSoon() {
        LocalDate sixtyDaysBefore = LocalDate.parse("2026-11-01");
        assertThat(findings(paced(100), "CREDITS_EXPIRING", sixtyDaysBefore))
                .extracting(Finding::severity, Finding::message, finding -> String.valueOf(finding.cell()))
                .containsExactly(tuple(
                        Severity.INFO,
                        "66 credits of 100 unused: they expire with the plan, after 2026-12-31 (in 60 days). Credits"
                                + " roll over from month to month, never to the next plan.",
                        "learning.xlsx!Settings!C6"));
        assertThat(findings(paced(100), "CREDITS_EXPIRING", sixtyDaysBefore.minusDays(1)))
                .as("too early")
                .isEmpty();
        assertThat(findings(paced(35), "CREDITS_EXPIRING", LocalDate.parse("2026-12-31")))
                .extracting(Finding::message)
                .containsExactly("1 credit of 35 unused: they expire with the plan, after 2026-12-31 (today). Credits"
                        + " roll over from month to month, never to the next plan.");
        assertThat(findings(paced(34), "CREDITS_EXPIRING", sixtyDaysBefore))
                .as("nothing left")
                .isEmpty();
        assertThat(findings(paced(33), "CREDITS_EXPIRING", sixtyDaysBefore))
                .as("overdrawn")
                .isEmpty();
        TenantBuilder seats = learning("t").subscribed("Seats", 9);
        assertThat(findings(seats, "CREDITS_EXPIRING", sixtyDaysBefore)).isEmpty();
    }

    @Test
    void l3DistinctUsersOfTheAsOfMonthCountAndTheNextMonthStartsAnew() {
        TenantBuilder tenant = learning("t")
                .subscribed("MAU", 3)
                .loggedIn(5, "2026-05-31")
                .with(person("a").loggedInOn("2026-06-01", "2026-06-02"))
                .with(person("b").loggedInOn("2026-05-01", "2026-06-15").deactivatedOn("2026-06-15"))
                .with(person("c").loggedInOn("2026-06-16"));
        Assessment assessment = assess(tenant);
        assertThat(assessment.position().used()).isEqualTo(2);
        assertThat(assessment.position().status()).isEqualTo(Status.COMPLIANT);
        assertThat(assessment.users().subList(0, 4))
                .extracting(CountedUser::accountId, CountedUser::counted, CountedUser::reason)
                .containsExactly(
                        tuple("a", 1, "logged in on 2026-06-01 (once a month)"),
                        tuple("b", 1, "logged in on 2026-06-15 (once a month)"),
                        tuple("c", 0, "no login in the plan yet"),
                        tuple("u001", 0, "no login in 2026-06 yet"));
        assertThat(position(tenant, LocalDate.parse("2026-07-01")).used()).isZero();
    }

    @Test
    void moreUsersInAMonthThanBought() {
        TenantBuilder tenant = learning("t")
                .subscribed("MAU", 3)
                .loggedIn(4, "2026-02-10", "2026-06-01")
                .loggedIn(2, "2026-02-10")
                .loggedIn(3, "2026-04-10")
                .loggedIn(9, "2026-06-16");
        assertThat(position(tenant).status()).isEqualTo(Status.WARNING);
        assertThat(findings(tenant, "MONTHLY_USERS_EXCEEDED"))
                .extracting(Finding::severity, Finding::message, finding -> String.valueOf(finding.cell()))
                .containsExactly(
                        tuple(
                                Severity.VIOLATION,
                                "4 users in 2026-06, 3 bought a month: 1 too many. Buy more, or limit who logs in.",
                                "learning.xlsx!Over the limit!G7"),
                        tuple(
                                Severity.VIOLATION,
                                "6 users in 2026-02, 3 bought a month: 3 too many. Buy more, or limit who logs in.",
                                "learning.xlsx!Over the limit!G7"));
        LocalDate inMay = LocalDate.parse("2026-05-31");
        assertThat(position(tenant, inMay).status())
                .as("the status is the as-of month's alone")
                .isEqualTo(Status.COMPLIANT);
        assertThat(findings(tenant, "MONTHLY_USERS_EXCEEDED", inMay)).hasSize(1);
        assertThat(findings(tenant, "MONTHLY_USERS_EXCEEDED", LocalDate.parse("2026-02-09")))
                .isEmpty();
        assertThat(findings(learning("t").subscribed("MAU", null).loggedIn(9, "2026-06-01"), "MONTHLY_USERS_EXCEEDED"))
                .as("unlimited")
                .isEmpty();
        assertThat(findings(learning("t").subscribed("MAUC", 1).loggedIn(9, "2026-06-01"), "MONTHLY_USERS_EXCEEDED"))
                .as("another metric")
                .isEmpty();
    }

    @Test
    void l4MonthsAreCutToThePlan() {
        TenantBuilder tenant = learning("t")
                .with(SubscriptionBuilder.to("MAU", 9).from("2026-06-10", "2027-06-09"))
                .with(person("before").loggedInOn("2026-06-09"))
                .with(person("first-day").loggedInOn("2026-06-10"))
                .with(person("last-day").loggedInOn("2027-06-09"))
                .with(person("after").loggedInOn("2027-06-10"));
        assertThat(position(tenant).used()).isEqualTo(1);
        assertThat(position(tenant, LocalDate.parse("2026-06-10")).used()).isEqualTo(1);
        assertThat(position(tenant, LocalDate.parse("2027-06-08")).used()).isZero();
        assertThat(position(tenant, LocalDate.parse("2027-06-09")).used()).isEqualTo(1);
        assertThat(ENGINE.assess(tenant.facts(), LocalDate.parse("2027-06-10")).position())
                .isNull();
    }

    @Test
    void l4TheLoginAt2330PacificTimeOnFebruary29IsOneOfMarch() {
        // facts are by UTC day, so it is a login of March 1, the first day of the plan
        TenantBuilder tenant = learning("t")
                .with(SubscriptionBuilder.to("MAU", 9).from("2028-03-01", "2029-02-28"))
                .with(person("a").loggedInOn("2028-03-01"))
                .with(person("b").loggedInOn("2028-02-29"));
        assertThat(position(tenant, LocalDate.parse("2028-03-01")).used()).isEqualTo(1);
        TenantBuilder before = learning("t")
                .with(SubscriptionBuilder.to("MAU", 9).from("2027-03-01", "2028-02-29"))
                .with(person("a").loggedInOn("2028-03-01"))
                .with(person("b").loggedInOn("2028-02-29"));
        assertThat(position(before, LocalDate.parse("2028-02-29")).used()).isEqualTo(1);
    }

    private static List<Finding> ofTerm(String from, String to, Term term) {
        return findings(
                learning("t")
                        .with(SubscriptionBuilder.to("Seats", 9).from(from, to).term(term)),
                "TERM_NOT_ANNUAL",
                LocalDate.parse(from));
    }

    @Test
    void theTermIsNotThePlansFixedOne() {
        assertThat(ofTerm("2026-03-15", "2027-03-15", Term.PAID))
                .extracting(Finding::severity, Finding::message, finding -> String.valueOf(finding.cell()))
                .containsExactly(tuple(
                        Severity.VIOLATION,
                        "The paid subscription runs from 2026-03-15 to 2027-03-15; the plan Seats is sold for 12"
                                + " months, so it must end on 2027-03-14.",
                        "learning.xlsx!Plans!I5"));
        assertThat(ofTerm("2026-03-15", "2027-03-14", Term.PAID)).isEmpty();
        assertThat(ofTerm("2026-03-15", "2027-03-13", Term.PAID)).hasSize(1);
        assertThat(ofTerm("2028-02-29", "2029-02-28", Term.PAID)).isEmpty();
        assertThat(ofTerm("2028-02-29", "2029-02-27", Term.PAID)).hasSize(1);
        assertThat(ofTerm("2027-03-01", "2028-02-29", Term.PAID)).isEmpty();
        assertThat(ofTerm("2027-03-01", "2028-02-28", Term.PAID)).hasSize(1);
        assertThat(ofTerm("2028-02-28", "2029-02-27", Term.PAID)).isEmpty();
    }

    @Test
    void l5PilotsAndTrialsMayBeShorterAndPilotsStayOutOfWhatCustomersSee() {
        assertThat(ofTerm("2026-03-15", "2026-04-14", Term.PILOT)).isEmpty();
        assertThat(ofTerm("2026-03-15", "2026-04-14", Term.TRIAL)).isEmpty();
        TenantBuilder pilot = learning("t")
                .with(SubscriptionBuilder.to("Seats", 1)
                        .from("2026-06-01", "2026-06-30")
                        .term(Term.PILOT))
                .loggedIn(2, "2026-06-02");
        assertThat(position(pilot).status()).as("evaluated").isEqualTo(Status.WARNING);
        assertThat(position(pilot).shownToCustomers()).isFalse();
        assertThat(position(learning("t").subscribed("Seats", 1)).shownToCustomers())
                .isTrue();
    }

    @Test
    void l6EachSubscriptionIsEvaluatedForItsOwnDatesAndPastYearsStayViewable() {
        TenantBuilder tenant = learning("t")
                .with(SubscriptionBuilder.to("Seats", 2).id("s24").from("2024-04-15", "2025-04-14"))
                .with(SubscriptionBuilder.to("MAUC", 9).id("s25").from("2025-04-15", "2026-04-14"))
                .with(SubscriptionBuilder.to("Seats", 4).id("s26").from("2026-04-15", "2027-04-14"))
                .with(SubscriptionBuilder.to("Seats", 4).id("s27").from("2027-04-15", "2028-04-14"))
                .with(person("a").loggedInOn("2024-04-15", "2025-04-14", "2025-04-15", "2026-04-14", "2026-04-15"))
                .with(person("b").loggedInOn("2025-04-14", "2025-05-01"))
                .with(person("c").loggedInOn("2024-06-01").deactivatedOn("2025-06-01"));
        assertThat(position(tenant, LocalDate.parse("2024-04-15")).used()).isEqualTo(1);
        Position end24 = position(tenant, LocalDate.parse("2025-04-14"));
        assertThat(end24.subscriptionId()).isEqualTo("s24");
        assertThat(end24.used()).isEqualTo(3);
        Position end25 = position(tenant, LocalDate.parse("2026-04-14"));
        assertThat(end25.plan()).isEqualTo("MAUC");
        assertThat(end25.used()).isEqualTo(3);
        assertThat(position(tenant).subscriptionId()).isEqualTo("s26");
        assertThat(position(tenant).used()).isEqualTo(1);
        assertThat(assess(tenant).months())
                .extracting(MonthUse::subscriptionId)
                .as("past ones too, to their own ends; no future one")
                .containsOnly("s24", "s25", "s26");
        assertThat(assess(tenant).months())
                .filteredOn(month -> month.subscriptionId().equals("s24"))
                .last()
                .as("held on its last day, though one was deactivated since")
                .extracting(month -> month.month().toString(), MonthUse::cumulative, MonthUse::overage)
                .containsExactly("2025-04", 3, 1);
    }

    @Test
    void l7TheUsersReportHasALineForEachUserWithFirstLoginAndMonthsActive() {
        TenantBuilder tenant = learning("t")
                .subscribed("MAUC", 9)
                .with(person("a")
                        .loggedInOn("2025-11-01", "2026-03-09", "2026-02-07", "2026-02-05", "2026-06-16")
                        .registeredOn("2026-01-01"))
                .with(person("gone").removedOn("2026-06-15"))
                .with(person("gone-later").removedOn("2026-06-16"))
                .with(person("not-yet").addedOn("2026-06-16"))
                .with(person("removed").loggedInOn("2026-01-31").removedOn("2026-02-01"));
        assertThat(assess(tenant).users())
                .extracting(
                        CountedUser::accountId,
                        CountedUser::counted,
                        user -> String.valueOf(user.firstActiveOn()),
                        CountedUser::monthsActive)
                .containsExactly(
                        tuple("a", 2, "2026-02-05", 2),
                        tuple("gone-later", 0, "null", 0),
                        tuple("removed", 1, "2026-01-31", 1));
    }
}
