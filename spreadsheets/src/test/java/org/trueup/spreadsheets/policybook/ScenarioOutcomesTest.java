package org.trueup.spreadsheets.policybook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.check.CheckReport;
import org.trueup.spreadsheets.scenario.RowTouch;
import org.trueup.spreadsheets.scenario.ScenarioOutcome;
import org.trueup.spreadsheets.scenario.ScenarioOutcome.Expectation;

/** Scenarios that are decided: what passes, what fails and with which sentence, and which rows had a say. */
class ScenarioOutcomesTest {

    @Test
    void aPlanLicencesAndUsersAreEnoughForAStatus() {
        CheckReport report = EditedWorkbook.plecto()
                .scenarios(
                        "Scenarios",
                        "Scenario | As of | Plan | Licences | Users | Status",
                        "One free | 2026-11-21 | Medium | 9 | 8 | COMPLIANT",
                        "Full | 2026-11-21 | Medium | 8 | 8 | AT_LIMIT",
                        "One too many | 2026-11-21 | Medium | 8 | 9 | WARNING")
                .check();
        assertThat(report.problems()).isEmpty();
        assertThat(report.scenarios())
                .extracting(ScenarioOutcome::name, ScenarioOutcome::passed)
                .containsExactly(tuple("One free", true), tuple("Full", true), tuple("One too many", true));
    }

    @Test
    void aFailingScenarioIsAnErrorAtTheExpectationsCellAndNamesTheCellThatDecided() {
        CheckReport report = EditedWorkbook.plecto()
                .scenarios(
                        "Scenarios",
                        "Scenario | As of | Plan | Licences | Users | Used | Status",
                        "Five of five | 2026-11-21 | Medium | 5 | 5 | 5 | WARNING")
                .check();
        assertThat(report.anyError()).isTrue();
        assertThat(report.problems())
                .singleElement()
                .asString()
                .matches(
                        "plecto.xlsx: Scenarios!G2: error: the scenario \"Five of five\": expected WARNING, the policy gives"
                                + " AT_LIMIT \\(5 used of 5 on the plan Medium, decided by Over the limit![A-Z]6\\); correct the"
                                + " row that decides, or what is expected here");
        assertThat(report.scenarios().get(0).expectations())
                .containsExactly(
                        new Expectation("Used", "F2", "5", "5", true),
                        new Expectation("Status", "G2", "WARNING", "AT_LIMIT", false));
    }

    /** Each kind of expectation on one tenant: what meets it, what does not, and what the policy gives instead. */
    @Test
    void eachExpectationIsMetOrNot() {
        List<List<String>> kinds = List.of(
                List.of("Decided plan", "Professional", "Essentials", "Professional"),
                List.of("Used", "6", "5", "6"),
                List.of("Licensed", "5", "unlimited", "5"),
                List.of("Required", "6", "5", "6"),
                List.of("Short", "1", "0", "1"),
                List.of("Status", "GRACE", "BLOCKED", "GRACE"),
                List.of("Grace day", "11", "10", "11"),
                List.of("Grace ends on", "2026-12-10", "none", "2026-12-10"),
                List.of("Monthly amount", "85.5", "95", "85.50"),
                List.of("True-up amount", "23.05", "none", "23.05"),
                List.of("Adding beyond", "allow", "deny", "allow"),
                List.of("Usage line", "6/5", "5/5", "6/5"),
                List.of("Entitlements", "data history: 12 months", "Data history: 6 months", "Data history: 12 months"),
                List.of("Findings", "TRUE_UP, grace running", "TRIAL_ENDED", "GRACE_RUNNING, TRUE_UP"),
                List.of("No findings", "ABOVE_PLAN_CAP", "TRUE_UP", "TRUE_UP"));
        StringBuilder header = new StringBuilder("Scenario|As of|Plan|Licences|Discount (%)|Over since|Users");
        kinds.forEach(kind -> header.append('|').append(kind.get(0)));
        List<String> rows = new ArrayList<>(List.of(header.toString()));
        for (int i = 0; i < kinds.size(); i++) {
            String facts = "|2026-11-21|Professional|5|10 %|2026-11-11|6" + "|".repeat(i + 1);
            rows.add("met " + i + facts + kinds.get(i).get(1));
            rows.add("not met " + i + facts + kinds.get(i).get(2));
        }
        CheckReport report = EditedWorkbook.activtrak()
                .scenarios("Scenarios", rows.toArray(String[]::new))
                .check();
        List<ScenarioOutcome> failed =
                report.scenarios().stream().filter(outcome -> !outcome.passed()).toList();
        assertThat(failed).extracting(ScenarioOutcome::name).allMatch(name -> name.startsWith("not met"));
        assertThat(failed)
                .extracting(outcome -> outcome.expectations().get(0).column())
                .containsExactlyElementsOf(
                        kinds.stream().map(kind -> kind.get(0)).toList());
        assertThat(failed)
                .extracting(outcome -> outcome.expectations().get(0).got())
                .containsExactlyElementsOf(
                        kinds.stream().map(kind -> kind.get(3)).toList());
        assertThat(report.problems())
                .extracting(Problem::cell)
                .containsExactlyElementsOf(failed.stream()
                        .map(outcome -> outcome.expectations().get(0).cell())
                        .toList());
    }

    @Test
    void wordsOfAMessageAreFoundInFindingsAndInWhatHappens() {
        CheckReport report = EditedWorkbook.plecto()
                .scenarios(
                        "Scenarios",
                        "Scenario | As of | Plan | Licences | Users | Message contains",
                        "Of a finding | 2026-11-21 | Medium | 5 | 7 | Add 2",
                        "Of the sheet | 2026-11-21 | Medium | 5 | 7 | shows the customer a warning",
                        "Of nothing | 2026-11-21 | Medium | 5 | 7 | add 3")
                .check();
        assertThat(report.problems()).extracting(Problem::cell).containsExactly("F4");
        assertThat(report.problems().get(0).message())
                .contains("7 licences used on 2026-11-21")
                .contains("add 2.");
    }

    @Test
    void noFindingAtAllIsExpectedAsNone() {
        CheckReport report = EditedWorkbook.plecto()
                .scenarios(
                        "Scenarios",
                        "Scenario | As of | Plan | Licences | Users | Findings",
                        "Quiet | 2026-11-21 | Medium | 5 | 5 | none",
                        "Not quiet | 2026-11-21 | Medium | 6 | 5 | none")
                .check();
        assertThat(report.problems()).extracting(Problem::cell).containsExactly("F3");
    }

    @Test
    void aTenantWithoutAPositionAnswersNone() {
        CheckReport report = EditedWorkbook.plecto()
                .scenarios(
                        "Scenarios",
                        "Scenario | As of | Plan | Ends on | Users | Status | Findings",
                        "Ended | 2026-11-21 | Medium | 2026-11-20 | 3 | none | NO_SUBSCRIPTION",
                        "Ends today | 2026-11-21 | Medium | 2026-11-21 | 3 | none |")
                .check();
        assertThat(report.problems()).extracting(Problem::cell).containsExactly("F3");
        CheckReport expectingMore = EditedWorkbook.plecto()
                .scenarios(
                        "Scenarios",
                        "Scenario | As of | Plan | Ends on | Used",
                        "Ended | 2026-11-21 | Medium | 2026-11-20 | 0")
                .check();
        assertThat(expectingMore.problems().get(0).message())
                .contains("expected 0, the policy gives none (nothing could be decided: NO_SUBSCRIPTION)");
    }

    /** The day on which accounts are active by themselves drives every metric. */
    @ParameterizedTest
    @CsvSource({
        "plecto, Medium, Large, Enterprise",
        "activtrak, Professional, Free, Premium",
        "learning, Seats, MAUC, MAU",
        "pensero, Growth, Starter, Enterprise"
    })
    void usersCountByEveryMetric(String vendor, String one, String another, String third) {
        CheckReport report = EditedWorkbook.of(new Vendor(vendor))
                .scenarios(
                        "Scenarios",
                        "Scenario | As of | Plan | Licences | Users | Used",
                        "One | 2026-11-21 | " + one + " | 9 | 3 | 3",
                        "Another | 2026-11-21 | " + another + " | 9 | 3 | 3",
                        "Third | 2026-11-21 | " + third + " | 9 | 3 | 3")
                .check();
        assertThat(report.problems()).isEmpty();
        assertThat(report.scenarios()).hasSize(3);
    }

    @Test
    void rowsWithoutANameAddAccountsToTheScenarioAbove() {
        CheckReport report = EditedWorkbook.plecto()
                .scenarios(
                        "Scenarios",
                        "Scenario | As of | Plan | Licences | Users | Active on | Account name | Used | Status",
                        "Days with 8, 14 and 10 | 2026-11-21 | Medium | 14 | 8 | 2026-11-02 | | 14 | AT_LIMIT",
                        " | | | | 14 | 2026-11-03",
                        " | | | | 10 | 2026-11-04",
                        "Daily, never and after the date | 2026-11-21 | Medium | 30 | 30 | daily | | 30 |",
                        " | | | | 5 | never",
                        " | | | | 5 | 2026-11-22",
                        "A range | 2026-11-21 | Medium | 14 | 8 | 2026-11-02 to 2026-11-06 | | 11 |",
                        " | | | | 3 | 2026-11-06; 2026-11-09")
                .check();
        assertThat(report.problems()).isEmpty();
        assertThat(report.scenarios()).extracting(ScenarioOutcome::row).containsExactly(2, 5, 8);
    }

    @Test
    void creditsAreCountedForEachMonthThatIsTyped() {
        CheckReport report = EditedWorkbook.learning()
                .scenarios(
                        "Scenarios",
                        "Scenario | As of | Plan | Licences | Users | Months active | Deactivated on | Used | Status",
                        "Two users in three months | 2026-11-21 | MAUC | 6 | 2 | 3 | | 6 | AT_LIMIT",
                        "One who left | 2026-11-21 | MAUC | 6 | 1 | 2 | 2026-10-10 | 2 | COMPLIANT",
                        "A seat is freed | 2026-11-21 | Seats | 6 | 1 | | 2026-10-10 | 0 | COMPLIANT",
                        "A month ago is not this month | 2026-11-21 | MAU | 6 | 1 | | 2026-10-10 | 0 | COMPLIANT")
                .check();
        assertThat(report.problems()).isEmpty();
    }

    @Test
    void identitiesAreToldApartByTheLoginsThatAreTyped() {
        String header =
                "Scenario|As of|Plan|Licences|Users|User name|Logon domain|Device|Account name|Merged into|History|Used";
        String facts = "|2026-11-21|Professional|5|";
        CheckReport report = EditedWorkbook.activtrak()
                .scenarios(
                        "Scenarios",
                        header,
                        "Three devices, one login" + facts + "3|ann|ACME|||||1",
                        "Five logins on a device" + facts + "5|||PC-1||||5",
                        "A guest on a standalone machine" + facts + "5|||||||6",
                        "||||1|guest||PC-1",
                        "The same on domain machines" + facts + "4|||||||5",
                        "||||1|ann|ACME|PC-1",
                        "||||1|ann|ACME|PC-2",
                        "Merged" + facts + "1||||Ann A.|||1",
                        "||||1||||Ann Arbor|ann a.",
                        "Nothing recorded yet" + facts + "2||||||no|0")
                .check();
        assertThat(report.problems()).isEmpty();
    }

    @Test
    void whatWasBoughtAndWhatWasBeforeIsTyped() {
        String header = "Scenario|As of|Plan|Term|Licences|Starts on|Support plan|Add-ons|Nonprofit|Signed up on|"
                + "Stored history (days)|Over since|Plan before|Users|Decided plan|Status|Findings|No findings";
        CheckReport report = EditedWorkbook.activtrak()
                .scenarios(
                        "Scenarios",
                        header,
                        "In the trial|2026-11-21||||||||2026-11-08||||9|Professional|COMPLIANT||TRIAL_ENDED",
                        "After the trial|2026-11-21||||||||2026-11-07||||3|Free|AT_LIMIT|TRIAL_ENDED|",
                        "Add-ons|2026-11-21|Essentials||5|||Screen Details: 4; Data History: 5||||||5||AT_LIMIT|ADD_ON_COUNT_MISMATCH|",
                        "Free has none|2026-11-21|Free|||||Screen Details: 3||||||3|||ADD_ON_NOT_ELIGIBLE|ADD_ON_COUNT_MISMATCH",
                        "Support|2026-11-21|Free||||Premier|||||||3|||SUPPORT_NOT_ELIGIBLE|",
                        "Storage|2026-11-21|Free||||||||31|||3|||STORAGE_OVER_LIMIT|",
                        "Blocked|2026-11-21|Essentials||5||||||| 2026-10-22||6||BLOCKED|ACCESS_BLOCKED|GRACE_STARTED",
                        "From Free|2026-11-21|Essentials||5||||||| 2026-10-22|Free|6||GRACE|GRACE_STARTED|ACCESS_BLOCKED",
                        "Late sale|2026-11-21|Premium||5|2024-01-01|||||||||||PLAN_NOT_SOLD|")
                .check();
        assertThat(report.problems()).extracting(Problem::cell).containsExactly("Q10");
        assertThat(report.problems().get(0).message()).contains("the policy gives none (0 used of 3 on the plan Free)");
    }

    @Test
    void coverageCountsTheScenariosInWhichARowDecided() {
        CheckReport report = EditedWorkbook.plecto()
                .scenarios(
                        "Scenarios",
                        "Scenario | As of | Plan | Licences | Users | Account name | Status",
                        "One | 2026-11-21 | Medium | 6 | 5 | | COMPLIANT",
                        "Two | 2026-11-21 | Large | 5 | 5 | | AT_LIMIT",
                        "Three | 2026-11-21 | Large | 5 | 4 | | AT_LIMIT",
                        " | | | | 1 | gitlab |")
                .check();
        assertThat(report.problems()).isEmpty();
        assertThat(touched(report))
                .containsExactly(
                        "Plans 5: 1",
                        "Plans 6: 2",
                        "Plans 7: 0",
                        "Over the limit 5: 1",
                        "Over the limit 6: 2",
                        "Over the limit 7: 0",
                        "Who counts 5: 3",
                        "Exemption accounts 5: 0",
                        "Exemption accounts 6: 0",
                        "Exemption accounts 7: 1",
                        "Exemption accounts 8: 0",
                        "Settings 5: 1",
                        "Settings 6: 3",
                        "Checks 5: 0",
                        "Checks 6: 0",
                        "Checks 7: 0",
                        "Checks 8: 0");
    }

    @Test
    void anAddOnThatIsAsItsRowAsksTouchesTheRow() {
        CheckReport report = EditedWorkbook.activtrak()
                .scenarios(
                        "Scenarios",
                        "Scenario | As of | Plan | Licences | Add-ons | Users | Findings",
                        "As many as the base | 2026-11-21 | Essentials | 5 | Screen Details: 5 | 5 | none")
                .check();
        assertThat(report.problems()).isEmpty();
        assertThat(touched(report)).contains("Add-ons 6: 1", "Add-ons 5: 0", "Add-ons 9: 0", "Entitlements 6: 1");
    }

    @Test
    void aWorkbookWithoutScenariosIsCheckedWithoutThem() {
        CheckReport report = EditedWorkbook.plecto()
                .scenarios("Scenarios", "Scenario | As of | Plan | Status")
                .check();
        assertThat(report.problems()).isEmpty();
        assertThat(report.scenarios()).isEmpty();
        assertThat(report.coverage()).isEmpty();
    }

    private static List<String> touched(CheckReport report) {
        return report.coverage().stream().map(ScenarioOutcomesTest::said).toList();
    }

    private static String said(RowTouch row) {
        return row.sheet() + " " + row.row() + ": " + row.scenarios();
    }
}
