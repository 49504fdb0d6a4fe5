package org.trueup.rules.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.trueup.rules.AccountBuilder.person;
import static org.trueup.rules.TenantBuilder.pensero;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trueup.rules.TenantBuilder;
import org.trueup.rules.TenantBuilder.SubscriptionBuilder;
import org.trueup.rules.TestPolicies;
import org.trueup.rules.fact.Access;
import org.trueup.rules.fact.AccountKind;
import org.trueup.rules.fact.Term;
import org.trueup.rules.outcome.AddingBeyond;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.CountedUser;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.MonthUse;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.outcome.Severity;
import org.trueup.rules.outcome.Status;

/** Pensero's document, rule by rule. */
class PenseroPolicyTest {
    private static final LocalDate AS_OF = LocalDate.parse("2026-11-21");
    private static final PolicyEngine ENGINE = DroolsPolicyEngine.withoutWayBacks(List.of(TestPolicies.pensero()));

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
    void n8TheUsageLineReadsActiveSeatsUsed97Of100() {
        Position position = position(pensero("t").subscribed("Growth", 100).added(97));
        assertThat(position.usageLine()).isEqualTo("Active seats used: 97/100");
        assertThat(position.status()).isEqualTo(Status.COMPLIANT);
        assertThat(position.monthlyAmount()).hasToString("5000.00 USD");
    }

    @Test
    void n1StarterTakesUpToFiveSeatsForNothing() {
        Position fifth = position(pensero("t").subscribed("Starter", null).added(5));
        assertThat(fifth.licensed().count()).isEqualTo(5);
        assertThat(fifth.status()).isEqualTo(Status.AT_LIMIT);
        assertThat(fifth.monthlyAmount()).hasToString("0.00 USD");
    }

    @Test
    void n1EnterpriseIsUnlimitedUnlessTheSubscriptionSaysANumber() {
        Position unlimited =
                position(pensero("t").subscribed("Enterprise", null).added(12));
        assertThat(unlimited.licensed().unlimited()).isTrue();
        assertThat(unlimited.usageLine()).isEqualTo("Active seats used: 12/unlimited");
        assertThat(findings(pensero("t").subscribed("Enterprise", null).added(12), "SEAT_LIMIT_REACHED"))
                .isEmpty();
        assertThat(position(pensero("t").subscribed("Enterprise", 11).added(12)).shortBy())
                .isEqualTo(1);
    }

    @Test
    void aboveThePlansCap() {
        assertThat(findings(pensero("t").subscribed("Starter", null).added(6), "ABOVE_PLAN_CAP"))
                .extracting(Finding::severity, Finding::message, finding -> String.valueOf(finding.cell()))
                .containsExactly(tuple(
                        Severity.VIOLATION,
                        "6 used, 5 licensed; the plan Starter takes at most 5.",
                        "pensero.xlsx!Plans!F5"));
        assertThat(findings(pensero("t").subscribed("Starter", 6), "ABOVE_PLAN_CAP"))
                .hasSize(1);
        assertThat(findings(pensero("t").subscribed("Starter", 5).added(5), "ABOVE_PLAN_CAP"))
                .isEmpty();
        assertThat(findings(pensero("t").subscribed("Growth", 5).added(6), "ABOVE_PLAN_CAP"))
                .isEmpty();
    }

    @Test
    void n2ASeatIsUsedFromTheDayOfAddingUntilRemovalOrDeactivation() {
        TenantBuilder tenant = pensero("t")
                .subscribed("Growth", 10)
                .with(person("a").addedOn("2026-11-21"))
                .with(person("b").addedOn("2026-11-22"))
                .with(person("c").removedOn("2026-11-21"))
                .with(person("d").removedOn("2026-11-22"))
                .with(person("e").deactivatedOn("2026-11-21"))
                .with(person("f").deactivatedOn("2026-11-22"))
                .with(person("g").kind(AccountKind.SYSTEM))
                .with(person("h").access(Access.VIEWER).loginDisabled());
        assertThat(assess(tenant).users())
                .extracting(CountedUser::accountId, CountedUser::counted, CountedUser::reason)
                .containsExactly(
                        tuple("a", 1, "added"),
                        tuple("b", 0, "is added on 2026-11-22"),
                        tuple("c", 0, "removed"),
                        tuple("d", 1, "added"),
                        tuple("e", 0, "deactivated"),
                        tuple("f", 1, "added"),
                        tuple("g", 0, "not a person"),
                        tuple("h", 1, "added"));
        assertThat(position(tenant).used()).isEqualTo(4);
    }

    @Test
    void aliasAccessWithoutAnActiveLogin() {
        TenantBuilder tenant = pensero("t")
                .subscribed("Growth", 10)
                .with(person("a").access(Access.ALIAS))
                .with(person("b").access(Access.ALIAS).loginDisabled())
                .with(person("c").access(Access.ALIAS).deactivatedOn("2026-11-21"))
                .with(person("d").access(Access.ALIAS).deactivatedOn("2026-11-22"))
                .with(person("e").access(Access.ALIAS).loginDisabled().removedOn("2026-11-21"))
                .with(person("f").access(Access.ALIAS).loginDisabled().addedOn("2026-11-22"))
                .with(person("g").access(Access.ALIAS).kind(AccountKind.SYSTEM).loginDisabled())
                .with(person("h").loginDisabled());
        assertThat(findings(tenant, "ALIAS_ACCESS_INACTIVE"))
                .extracting(Finding::severity, Finding::message, Finding::cell)
                .containsExactly(
                        tuple(
                                Severity.WARNING,
                                "The alias access of Name of b (b) does not work, because login is disabled; alias"
                                        + " access needs an active login.",
                                null),
                        tuple(
                                Severity.WARNING,
                                "The alias access of Name of c (c) does not work, because the user is deactivated;"
                                        + " alias access needs an active login.",
                                null),
                        tuple(
                                Severity.WARNING,
                                "The alias access of Name of g (g) does not work, because login is disabled; alias"
                                        + " access needs an active login.",
                                null));
        assertThat(position(tenant).used()).as("N3: aliases take no seat").isEqualTo(1);
    }

    @Test
    void inATrialNothingIsCharged() {
        Position trial = position(pensero("t")
                .with(SubscriptionBuilder.to("Growth", 3).term(Term.TRIAL))
                .added(4));
        assertThat(trial.monthlyAmount()).hasToString("0.00 USD");
        assertThat(trial.trueUpAmount()).hasToString("0.00 USD");
        Position paid =
                position(pensero("t").with(SubscriptionBuilder.to("Growth", 3)).added(4));
        assertThat(paid.monthlyAmount()).hasToString("150.00 USD");
        Position trialWithoutNumber = position(
                pensero("t").with(SubscriptionBuilder.to("Enterprise", null).term(Term.TRIAL)));
        assertThat(trialWithoutNumber.monthlyAmount()).hasToString("0.00 USD");
    }

    @Test
    void theMonthlyAmountAndThePriceOfWhatIsShort() {
        Position position = position(pensero("t").subscribed("Growth", 3).added(5));
        // 2 × 50 × 12 × 41 / 365 = 134.794…
        assertThat(position.trueUpAmount()).hasToString("134.79 USD");
        assertThat(position.monthlyAmount()).hasToString("150.00 USD");
    }

    @Test
    void seatsReleasedSinceTheNightBefore() {
        TenantBuilder tenant = pensero("t")
                .subscribed("Growth", 10)
                .earlierNight("2026-11-18", null)
                .with(person("a").named("Zoe").removedOn("2026-11-20"))
                .with(person("b").named("Bo").deactivatedOn("2026-11-21"))
                .with(person("c").removedOn("2026-11-18"))
                .with(person("d").removedOn("2026-11-22"))
                .with(person("e").deactivatedOn("2026-10-01").removedOn("2026-11-20"))
                .with(person("f").access(Access.ALIAS).removedOn("2026-11-20"))
                .with(person("g").addedOn("2026-11-20").removedOn("2026-11-20"));
        // 50 × 12 × (42 + 41) / 365, rounded once
        assertThat(findings(tenant, "SEATS_RELEASED"))
                .extracting(Finding::severity, Finding::message, finding -> String.valueOf(finding.cell()))
                .containsExactly(tuple(
                        Severity.INFO,
                        "2 seats released (Bo, Zoe); 136.44 USD credited up to 2026-12-31. What they did stays visible.",
                        "pensero.xlsx!Who counts!J7"));
        TenantBuilder none = pensero("t")
                .subscribed("Growth", 10)
                .earlierNight("2026-11-20", null)
                .with(person("a").removedOn("2026-11-20"));
        assertThat(findings(none, "SEATS_RELEASED")).isEmpty();
        TenantBuilder noNightBefore = pensero("t")
                .subscribed("Growth", 10)
                .with(person("a").removedOn("2026-11-21"))
                .with(person("b").removedOn("2026-11-20"));
        assertThat(findings(noNightBefore, "SEATS_RELEASED"))
                .extracting(Finding::message)
                .containsExactly("1 seat released (Name of a); 67.40 USD credited up to 2026-12-31. What they did"
                        + " stays visible.");
        TenantBuilder byAgreement =
                pensero("t").subscribed("Enterprise", null).with(person("a").removedOn("2026-11-21"));
        assertThat(findings(byAgreement, "SEATS_RELEASED"))
                .extracting(Finding::message)
                .containsExactly("1 seat released (Name of a); the credit is by agreement, as the price is. What"
                        + " they did stays visible.");
    }

    @Test
    void n3AnAliasTakesNoSeatWhetherItsLoginWorksOrNot() {
        TenantBuilder tenant = pensero("t")
                .subscribed("Growth", 2)
                .added(2)
                .with(person("alias").access(Access.ALIAS))
                .with(person("closed").access(Access.ALIAS).loginDisabled());
        assertThat(position(tenant).used()).isEqualTo(2);
        assertThat(position(tenant).status()).isEqualTo(Status.AT_LIMIT);
        assertThat(findings(tenant, "ALIAS_ACCESS_INACTIVE"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("Name of closed"));
    }

    @Test
    void n4OnTheFirstDayOfThePaidPlanSeatsAreCharged() {
        TenantBuilder tenant = pensero("t")
                .with(SubscriptionBuilder.to("Growth", 4)
                        .id("trial")
                        .term(Term.TRIAL)
                        .from("2026-11-01", "2026-11-21"))
                .added(4);
        assertThat(position(tenant).monthlyAmount()).hasToString("0.00 USD");
        tenant.with(SubscriptionBuilder.to("Growth", 4).id("paid").from("2026-11-21", "2027-11-20"));
        assertThat(position(tenant).monthlyAmount()).hasToString("200.00 USD");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, 2027-11-20, 1200.00 USD",
        "2026-11-20, 2027-11-19, 1196.71 USD",
        "2025-11-22, 2026-11-21, 3.29 USD"
    })
    void n5SeatsAddedArePaidForTheDaysThatAreLeft(String from, String to, String price) {
        // 2 × 50 × 12 × 365, 364 or 1 / 365: today and the last day are among them
        assertThat(position(pensero("t")
                                .with(SubscriptionBuilder.to("Growth", 3).from(from, to))
                                .added(5))
                        .trueUpAmount())
                .hasToString(price);
    }

    @ParameterizedTest
    @CsvSource({"2, false", "3, true", "4, true"})
    void n6TheSeatLimitIsReachedWithTheLastSeatAndNobodyIsAddedBeyond(int users, boolean reached) {
        TenantBuilder tenant = pensero("t").subscribed("Growth", 3).added(users);
        assertThat(position(tenant).addingBeyond()).isEqualTo(AddingBeyond.DENY);
        assertThat(findings(tenant, "SEAT_LIMIT_REACHED"))
                .hasSize(reached ? 1 : 0)
                .allSatisfy(finding -> assertThat(finding.message()).contains("You've reached your seat limit"));
    }

    @ParameterizedTest
    @CsvSource({"2, 0, WARNING", "3, 0, AT_LIMIT", "4, 0, COMPLIANT", "2, 1, AT_LIMIT"})
    void n7TheTotalMayBeAnyNumberNotBelowTheActiveUsers(int total, int deactivated, String status) {
        TenantBuilder tenant = pensero("t").subscribed("Growth", total).added(3 - deactivated);
        for (int i = 0; i < deactivated; i++) {
            tenant.with(person("gone" + i).deactivatedOn("2026-11-21"));
        }
        assertThat(position(tenant).status()).hasToString(status);
        assertThat(position(tenant).required()).isEqualTo(3 - deactivated);
    }

    @Test
    void everySeatIsTaken() {
        assertThat(findings(pensero("t").subscribed("Growth", 3).added(3), "SEAT_LIMIT_REACHED"))
                .extracting(Finding::severity, Finding::message, finding -> String.valueOf(finding.cell()))
                .containsExactly(tuple(
                        Severity.WARNING,
                        "3 of 3 seats used. You've reached your seat limit: add seats.",
                        "pensero.xlsx!Over the limit!J6"));
        assertThat(findings(pensero("t").subscribed("Growth", 3).added(4), "SEAT_LIMIT_REACHED"))
                .hasSize(1);
        assertThat(findings(pensero("t").subscribed("Growth", 3).added(2), "SEAT_LIMIT_REACHED"))
                .isEmpty();
        assertThat(position(pensero("t").subscribed("Growth", 3).added(3)).addingBeyond())
                .isEqualTo(AddingBeyond.DENY);
    }

    @Test
    void theMonthIsTheAsOfMonthAlone() {
        TenantBuilder tenant = pensero("t")
                .with(SubscriptionBuilder.to("Growth", 2).id("new").from("2026-11-10", "2027-11-09"))
                .with(SubscriptionBuilder.to("Growth", 5).id("old").from("2025-11-10", "2026-11-09"))
                .with(SubscriptionBuilder.to("Growth", 5).id("older").from("2024-11-10", "2025-11-09"))
                .with(person("a").addedOn("2026-01-01").removedOn("2026-11-15"))
                .added(3);
        assertThat(assess(tenant).months())
                .extracting(
                        month -> month.month().toString(),
                        MonthUse::subscriptionId,
                        MonthUse::consumed,
                        MonthUse::remaining,
                        MonthUse::overage)
                .containsExactly(tuple("2026-11", "new", 3, 0, 1), tuple("2026-11", "old", 4, 1, 0));
    }
}
