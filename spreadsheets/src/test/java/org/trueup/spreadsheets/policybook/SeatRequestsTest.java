package org.trueup.spreadsheets.policybook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.trueup.rules.TenantBuilder.SubscriptionBuilder.to;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.trueup.rules.AccountBuilder;
import org.trueup.rules.TenantBuilder;
import org.trueup.rules.fact.Term;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.Money;
import org.trueup.rules.outcome.Status;
import org.trueup.rules.policy.DroolsPolicyEngine;
import org.trueup.rules.policy.PolicyEngine;
import org.trueup.rules.request.SeatAnswer;
import org.trueup.rules.request.SeatQuote;
import org.trueup.rules.request.SeatRequest;

/** Requests for seats at their boundaries, by the shipped sheets. */
class SeatRequestsTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);
    private static final PolicyEngine ENGINE = DroolsPolicyEngine.withChecks(PolicyBook.shipped().entrySet().stream()
            .map(shipped -> PolicyBook.draft(shipped.getKey(), 1, shipped.getValue())
                    .policy()
                    .orElseThrow())
            .toList());

    private static SeatAnswer add(TenantBuilder tenant, int users) {
        return ENGINE.answer(tenant.facts(), new SeatRequest.Add(users), AS_OF);
    }

    private static SeatAnswer total(TenantBuilder tenant, int licences) {
        return ENGINE.answer(tenant.facts(), new SeatRequest.Total(licences), AS_OF);
    }

    private static String sheet(SeatAnswer answer) {
        Cell cell = answer.cell();
        return cell == null ? "" : cell.workbook() + "!" + cell.sheet();
    }

    // Pensero: 97 of 100 seats

    private static TenantBuilder growth() {
        return TenantBuilder.pensero("t").subscribed("Growth", 100).added(97);
    }

    @Test
    void penseroAllowsTheLastSeat() {
        SeatAnswer answer = add(growth(), 3);
        assertThat(answer.allowed()).isTrue();
        assertThat(answer.after().usageLine()).isEqualTo("Active seats used: 100/100");
        assertThat(answer.follows()).extracting(Finding::code).contains("SEAT_LIMIT_REACHED");
        assertThat(answer.quote().amount()).hasToString("0.00 USD");
    }

    @Test
    void penseroDeniesTheSeatAfterInItsOwnWords() {
        SeatAnswer answer = add(growth(), 4);
        assertThat(answer.allowed()).isFalse();
        assertThat(answer.reason())
                .startsWith("You've reached your seat limit: every seat is in use")
                .contains("Manage seats");
        assertThat(answer.rule()).isEqualTo("Every seat is taken");
        assertThat(answer.cell()).hasToString("pensero.xlsx!Over the limit!P6");
        assertThat(answer.quote().licences()).isEqualTo(1);
        assertThat(answer.quote().amount()).hasToString("69.04 USD");
    }

    @Test
    void penseroDeniesAtTheLimitAndBeyond() {
        TenantBuilder full = TenantBuilder.pensero("t").subscribed("Starter", 5).added(5);
        assertThat(add(full, 1).allowed()).isFalse();
        assertThat(add(full, 1).reason()).contains("every seat is in use");
        SeatAnswer over =
                add(TenantBuilder.pensero("t").subscribed("Starter", 5).added(6), 1);
        assertThat(over.allowed()).isFalse();
        assertThat(over.reason()).contains("more seats are in use than were bought");
        assertThat(over.quote()).as("Starter takes no more seats").isNull();
    }

    @Test
    void penseroTakesAnyTotalThatIsNotBelowTheUsers() {
        assertThat(total(growth(), 97).allowed()).isTrue();
        assertThat(total(growth(), 97).quote().licences()).isEqualTo(-3);
        assertThat(total(growth(), 97).quote().amount()).hasToString("-207.12 USD");
        SeatAnswer below = total(growth(), 96);
        assertThat(below.allowed()).isFalse();
        assertThat(below.reason()).startsWith("97 are in use, 96 licences would be too few: ask for at least 97.");
        assertThat(total(growth(), 120).quote().amount()).hasToString("1380.82 USD");
    }

    @Test
    void starterHasAtMostFiveSeats() {
        TenantBuilder starter =
                TenantBuilder.pensero("t").subscribed("Starter", 3).added(3);
        assertThat(total(starter, 5).allowed()).isTrue();
        assertThat(total(starter, 6).allowed()).isFalse();
        assertThat(total(starter, 6).reason()).contains("at most 5");
        assertThat(sheet(total(starter, 6))).isEqualTo("pensero.xlsx!Plans");
    }

    @Test
    void enterpriseWithoutANumberTakesAnyUsersAndIsByQuote() {
        TenantBuilder enterprise =
                TenantBuilder.pensero("t").subscribed("Enterprise", null).added(500);
        assertThat(add(enterprise, 1_000).allowed()).isTrue();
        TenantBuilder agreed =
                TenantBuilder.pensero("t").subscribed("Enterprise", 500).added(500);
        SeatAnswer more = total(agreed, 510);
        assertThat(more.allowed()).isTrue();
        assertThat(more.quote().amount()).isNull();
        assertThat(more.quote().total()).isNull();
    }

    @Test
    void aTrialIsNotCharged() {
        TenantBuilder trial = TenantBuilder.pensero("t")
                .with(to("Growth", 5).term(Term.TRIAL))
                .added(5);
        assertThat(total(trial, 8).quote().amount()).hasToString("0.00 USD");
    }

    // Plecto: warns, and nothing is blocked

    @Test
    void plectoAllowsBeyondTheLicencesAndWarns() {
        TenantBuilder tenant = TenantBuilder.plecto("t").subscribed("Large", 30).active(30, "2026-11-10");
        SeatAnswer answer = add(tenant, 2);
        assertThat(answer.allowed()).isTrue();
        assertThat(answer.reason()).contains("shows the customer a warning", "Nothing is blocked");
        assertThat(answer.rule()).isEqualTo("More employees tracked than licensed");
        assertThat(answer.after().used()).isEqualTo(32);
        assertThat(answer.follows()).extracting(Finding::code).contains("OVER_LICENSED_COUNT");
        assertThat(answer.quote().licences()).isEqualTo(2);
        assertThat(answer.quote().amount()).as("Plecto's sheet has no price").isNull();
    }

    @Test
    void plectoCountsNewUsersOnThePeakDay() {
        TenantBuilder tenant = TenantBuilder.plecto("t")
                .subscribed("Large", 14)
                .active(8, "2026-11-09", "2026-11-10")
                .active(5, "2026-11-10");
        assertThat(add(tenant, 1).after().used()).isEqualTo(14);
        assertThat(add(tenant, 1).after().status()).isEqualTo(Status.AT_LIMIT);
        assertThat(add(tenant, 2).after().status()).isEqualTo(Status.WARNING);
    }

    @Test
    void plectoWantsTheMinimumOfThePlan() {
        TenantBuilder tenant = TenantBuilder.plecto("t").subscribed("Medium", 8).active(2, "2026-11-10");
        assertThat(total(tenant, 5).allowed()).isTrue();
        SeatAnswer below = total(tenant, 4);
        assertThat(below.allowed()).isFalse();
        assertThat(below.rule()).isEqualTo("Bought below the plan's minimum");
        assertThat(below.cell()).hasToString("plecto.xlsx!Plans!E5");
    }

    // ActivTrak: 211/242 of the document, and a grace period

    @Test
    void activTrakBeginsAGracePeriodWhereAPaidPlanGoesOver() {
        TenantBuilder tenant = TenantBuilder.activtrak("t")
                .with(to("Essentials", 242).discount("20"))
                .withHistory(211);
        assertThat(add(tenant, 31).after().usageLine()).isEqualTo("242/242");
        assertThat(add(tenant, 31).follows()).extracting(Finding::code).doesNotContain("GRACE_STARTED");
        SeatAnswer over = add(tenant, 32);
        assertThat(over.allowed()).isTrue();
        assertThat(over.rule()).isEqualTo("The grace period starts");
        assertThat(over.reason()).contains("stays during the grace period");
        assertThat(over.follows()).extracting(Finding::code).contains("GRACE_STARTED", "TRUE_UP");
        // 1 licence, 10 USD, 12 months, 20 % off, 42 of 365 days
        assertThat(over.quote().amount()).hasToString("11.05 USD");
    }

    @Test
    void activTrakFreeAllowsAndSaysThatAccessWillBeBlocked() {
        TenantBuilder free = TenantBuilder.activtrak("t").subscribed("Free", 3).withHistory(3);
        SeatAnswer answer = add(free, 1);
        assertThat(answer.allowed()).isTrue();
        assertThat(answer.after().status()).isEqualTo(Status.BLOCKED);
        assertThat(answer.reason()).contains("no grace period", "access to data and reports is lost");
        assertThat(answer.rule()).isEqualTo("Access is blocked at once");
        assertThat(answer.quote()).as("there is nothing to buy on Free").isNull();
        assertThat(total(free, 4).allowed()).isFalse();
        assertThat(total(free, 4).quote()).isNull();
        assertThat(sheet(total(free, 4))).isEqualTo("activtrak.xlsx!Plans");
    }

    @Test
    void aTenantThatBoughtNothingHasNoLicencesToChange() {
        TenantBuilder fallen =
                TenantBuilder.activtrak("t").signedUpOn("2026-01-01").withHistory(2);
        SeatAnswer answer = total(fallen, 10);
        assertThat(answer.allowed()).isFalse();
        assertThat(answer.reason()).contains("has to be bought first");
        assertThat(add(fallen, 1).allowed()).isTrue();
        assertThat(add(fallen, 1).quote()).isNull();
    }

    @Test
    void addOnsFollowTheLicencesAndAreByQuoteWhereTheSheetHasNoPrice() {
        TenantBuilder tenant = TenantBuilder.activtrak("t")
                .subscribed("Professional", 10)
                .withHistory(10)
                .addOn("Data History", 10)
                .addOn("Screen Details", 10);
        SeatAnswer answer = total(tenant, 12);
        assertThat(answer.allowed()).isTrue();
        assertThat(answer.follows()).extracting(Finding::code).doesNotContain("ADD_ON_COUNT_MISMATCH");
        assertThat(answer.quote().amount()).hasToString("52.47 USD");
        assertThat(answer.quote().addOns())
                .extracting(SeatQuote.OfAddOn::addOn, SeatQuote.OfAddOn::licences, SeatQuote.OfAddOn::amount)
                .containsExactlyInAnyOrder(tuple("Data History", 2, null), tuple("Screen Details", 2, null));
        assertThat(answer.quote().total()).isNull();
        assertThat(add(tenant, 2).quote().addOns()).hasSize(2);
    }

    @Test
    void activTrakWantsAtLeastFiveLicencesAndNoFewerThanAreUsed() {
        TenantBuilder tenant =
                TenantBuilder.activtrak("t").subscribed("Essentials", 10).withHistory(7);
        assertThat(total(tenant, 7).allowed()).isTrue();
        assertThat(total(tenant, 7).quote().amount())
                .as("nothing is said of a credit")
                .hasToString("0.00 USD");
        assertThat(total(tenant, 6).allowed()).isFalse();
        TenantBuilder small =
                TenantBuilder.activtrak("t").subscribed("Essentials", 10).withHistory(2);
        assertThat(total(small, 5).allowed()).isTrue();
        assertThat(total(small, 4).allowed()).isFalse();
    }

    // Learning: seats, credits, monthly users

    @Test
    void learningAllowsBeyondAndSaysWhatFollows() {
        SeatAnswer seats =
                add(TenantBuilder.learning("t").subscribed("Seats", 2).loggedIn(2, "2026-03-01"), 1);
        assertThat(seats.allowed()).isTrue();
        assertThat(seats.follows()).extracting(Finding::code).contains("SEATS_EXCEEDED");
        assertThat(seats.reason()).contains("More seats are taken than were bought");

        SeatAnswer credits =
                add(TenantBuilder.learning("t").subscribed("MAUC", 4).loggedIn(2, "2026-03-01", "2026-04-01"), 1);
        assertThat(credits.allowed()).isTrue();
        assertThat(credits.after().status()).isEqualTo(Status.OVERAGE);
        assertThat(credits.reason()).contains("overage");

        SeatAnswer monthly =
                add(TenantBuilder.learning("t").subscribed("MAU", 2).loggedIn(2, "2026-11-01"), 1);
        assertThat(monthly.allowed()).isTrue();
        assertThat(monthly.follows()).extracting(Finding::code).contains("MONTHLY_USERS_EXCEEDED");
        assertThat(add(TenantBuilder.learning("t").subscribed("MAU", 3).loggedIn(2, "2026-11-01"), 1)
                        .after()
                        .status())
                .isEqualTo(Status.AT_LIMIT);
    }

    @Test
    void aMonthThatIsOverDoesNotForbidALaterTotalThatIsEnough() {
        TenantBuilder tenant = TenantBuilder.learning("t")
                .subscribed("MAU", 5)
                .loggedIn(4, "2026-02-01")
                .loggedIn(2, "2026-11-01");
        assertThat(total(tenant, 3).allowed()).isTrue();
        assertThat(total(tenant, 1).allowed()).isFalse();
    }

    // whatever the vendor

    @Test
    void withoutAPositionNothingIsAllowedAndTheReasonIsTold() {
        SeatAnswer none = add(TenantBuilder.plecto("t"), 1);
        assertThat(none.allowed()).isFalse();
        assertThat(none.rule()).isNotEmpty();
        assertThat(none.reason()).isNotEmpty();
        assertThat(none.quote()).isNull();
        assertThat(total(TenantBuilder.tenantOf("nobody", "t"), 5).allowed()).isFalse();
    }

    @Test
    void aGracePeriodThatRunsGoesOnAndTheQuoteIsForWhatIsAsked() {
        TenantBuilder tenant = TenantBuilder.activtrak("t")
                .subscribed("Essentials", 5)
                .withHistory(7)
                .feedSaysOverSince("2026-11-11");
        SeatAnswer answer = add(tenant, 1);
        assertThat(answer.rule()).isEqualTo("The grace period runs");
        assertThat(answer.quote().licences()).isEqualTo(1);
        Money whole = answer.after().trueUpAmount();
        assertThat(whole).isNotNull();
    }

    @Test
    void askingChangesNothing() {
        TenantBuilder tenant = growth().with(AccountBuilder.person("x").email("x@example.org"));
        var before = ENGINE.assess(tenant.facts(), AS_OF);
        add(tenant, 50);
        total(tenant, 500);
        assertThat(ENGINE.assess(tenant.facts(), AS_OF)).isEqualTo(before);
    }
}
