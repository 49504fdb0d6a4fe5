package org.trueup.spreadsheets.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Every sentence of the analysis, by the smallest edit that brings it about. */
final class CheckMessagesTest {
    private static final String OVER = "Over the limit";
    private static final String BY = "Over by at least (licences)";
    private static final String ADD_ONS = "Add-ons";
    private static final String ENTITLEMENTS = "Entitlements";
    private static final String SUPPORT_PLANS = "Support plans";
    private static final String PERCENT = "Over by at least (%)";

    private final AcmeWorkbook workbook = new AcmeWorkbook();

    @Test
    void ofTheTemplateWithoutItsExampleThereIsNothingToSay() {
        assertThat(workbook.problems()).isEmpty();
    }

    @Test
    void aGapOfOverTheLimitHasAnExample() {
        assertThat(workbook.empty(OVER, 5).problems())
                .containsExactly("Over the limit!M4: warning: no row takes Standard, paid, 8 used of 10 licences; or"
                        + " Standard, paid, 5 used, unlimited licences, so that nothing could be decided; add a row for"
                        + " that, or empty a condition of a row");
    }

    @Test
    void daysOfWhichNobodyIsTakenAreNamed() {
        workbook.without(OVER)
                .row(OVER, 5, BY, 1, "Period started until", LocalDate.of(2025, 5, 31), "Status", "WARNING")
                .row(OVER, 5, "Adding beyond", "allow")
                .row(OVER, 6, BY, 1, "Period started from", LocalDate.of(2025, 7, 1), "Status", "BLOCKED")
                .row(OVER, 6, "Adding beyond", "allow")
                .row(OVER, 7, "Term", "trial", "Status", "COMPLIANT", "Adding beyond", "allow");

        assertThat(workbook.problems())
                .anySatisfy(
                        problem -> assertThat(problem)
                                .startsWith(
                                        "Over the limit!M4: warning: no row takes the term paid or pilot and periods over the"
                                                + " limit that began from 2025-06-01 to 2025-06-30, for example Standard, paid,"));
    }

    @Test
    void twoEquallySpecificRowsThatDisagreeAreAnErrorWithATenantThatBothTake() {
        workbook.row(OVER, 8, "Plan", "Standard", "Status", "AT_LIMIT", "Adding beyond", "allow")
                .row(OVER, 9, "Term", "trial", "Status", "COMPLIANT", "Adding beyond", "allow");

        assertThat(workbook.problems())
                .anySatisfy(problem -> assertThat(problem)
                        .isEqualTo(
                                "Over the limit!M9: error: this row and row 8 both take Standard, trial, 8 used of 10"
                                        + " licences, and say otherwise under Status; fill one more condition in the row that is to"
                                        + " win"));
    }

    @Test
    void theHigherThresholdWinsSoThatStepsAreNoOverlap() {
        workbook.row(OVER, 8, BY, 3, "Status", "BLOCKED", "Adding beyond", "allow")
                .row(OVER, 9, PERCENT, 0.5, "Status", "OVERAGE", "Adding beyond", "allow");

        assertThat(workbook.problems()).noneMatch(problem -> problem.contains("error"));
    }

    @Test
    void aRowThatIsTakenByOthersFirstIsShadowed() {
        workbook.row(OVER, 8, "Plan", "Standard", BY, 1, "Status", "BLOCKED", "Adding beyond", "allow");

        assertThat(workbook.problems())
                .containsExactly(
                        "Over the limit!M7: warning: this row never decides anything: all that it takes is taken by"
                                + " row 8 first; delete it, or fill more of its conditions");
    }

    @Test
    void theSameConditionsTwiceAreAnErrorWhenTheAnswersDiffer() {
        workbook.row(OVER, 8, BY, 1, "Status", "BLOCKED", "Adding beyond", "allow");

        assertThat(workbook.problems())
                .containsExactly(
                        "Over the limit!M8: error: this row takes the same as row 7 and says otherwise under Status,"
                                + " What happens; delete one of the two, or change its conditions");
    }

    @Test
    void theSameRowTwiceIsAWarning() {
        workbook.row("Who counts", 8, "Kind", "person", "Licences counted", 1, "Because", "A person");

        assertThat(workbook.problems())
                .containsExactly(
                        "Who counts!J8: warning: this row takes and says the same as row 5; delete one of the two");
    }

    @Test
    void aPlanThatNoRowTakesIsAnError() {
        workbook.row("Plans", 6, "Plan", "Gold", "Metric", "seats-taken");
        for (int row = 5; row <= 7; row++) {
            workbook.row(OVER, row, "Plan", "Standard");
        }
        workbook.row("Who counts", 9, "Metric", "added-users").row("Who counts", 5, "Metric", "added-users");

        assertThat(workbook.problems())
                .containsExactly(
                        "Plans!A6: error: no row of the sheet Over the limit takes the plan Gold, so that none of its tenants"
                                + " could be decided; add a row for it there",
                        "Plans!B6: error: no row of the sheet Who counts is for the metric seats-taken, so that no account"
                                + " would count; add a row for it there");
    }

    @Test
    void aGapOfWhoCountsIsSaidInItsColumns() {
        assertThat(workbook.empty("Who counts", 9).problems())
                .containsExactly(
                        "Who counts!J4: warning: no row takes accounts with kind system or integration, for example"
                                + " an account with kind system, deactivated no, removed no, which then count nothing; add a row for"
                                + " that, or empty a condition of a row");
    }

    @Test
    void aCheckThatNobodyCanMeetIsAnError() {
        workbook.row(
                "Checks", 9, "Code", "TOO_EARLY", "Day of month at least", 32, "Severity", "INFO", "Message", "Never");

        assertThat(workbook.problems())
                .containsExactly("Checks!A9: error: nothing can meet the condition on day of month; change or empty it,"
                        + " or delete the row");
    }

    @Test
    void theTwoConditionsThatContradictEachOtherAreNamed() {
        workbook.row("Checks", 9, "Code", "NEVER", "Days over at least", 3, "Grace days left at most", 5)
                .row("Checks", 9, "Use at most (%)", 0.9, "Severity", "INFO", "Message", "Never");

        assertThat(workbook.problems())
                .containsExactly(
                        "Checks!A9: error: nothing can meet the conditions on days over and on use together; change or empty"
                                + " one of them, or delete the row");
    }

    @Test
    void rowsOfAPlanWhoseOwnRowIsWrongAreLeftOut() {
        workbook.row("Plans", 5, "Price per licence and month", "ten")
                .row("Plans", 6, "Plan", "Extra", "Metric", "added-users")
                .row("Over the limit", 9, "Plan", "Standard", "Status", "AT_LIMIT", "Adding beyond", "allow")
                .row("Checks", 9, "Code", "ONLY_STANDARD", "Plan", "Standard", "Severity", "INFO", "Message", "Hello");

        assertThat(workbook.problems())
                .singleElement()
                .asString()
                .startsWith("Plans!C5: error: \"ten\" is not an amount of money");
    }

    @Test
    void conditionsThatATenantCanMeetTogetherAreNoError() {
        workbook.row("Checks", 9, "Code", "HALF", "Use at least (%)", 0.9, "Used at least", 10)
                .row("Checks", 9, "Licensed at least", 20, "Status", "COMPLIANT", "Severity", "INFO", "Message", "Fine")
                .row("Checks", 10, "Code", "OVER_AND_OVER", "Days over at least", 1, "Use at least (%)", 0.1)
                .row("Checks", 10, "Severity", "INFO", "Message", "Fine");

        assertThat(workbook.problems()).isEmpty();
    }

    @Test
    void twoRowsOfOneCodeThatAreEquallySpecificAreAnError() {
        workbook.row("Checks", 9, "Code", "USE_AT_90_PERCENT", "Term", "paid", "Use at least (%)", 0.95)
                .row("Checks", 9, "Severity", "WARNING", "Message", "Nearly full");

        assertThat(workbook.problems())
                .singleElement()
                .asString()
                .startsWith(
                        "Checks!A9: error: this row and row 5 both take a tenant with term paid, status COMPLIANT, 10 used"
                                + " of 10 licences")
                .endsWith(
                        "and say otherwise under Severity, Message; fill one more condition in the row that is to win");
    }

    @Test
    void twoPatternsThatShareAnAccountAreAnError() {
        workbook.row("Exemption accounts", 5, "Account name", "Mark*", "Licences counted", 1)
                .row("Exemption accounts", 6, "Account name", "*ting", "Licences counted", 0);

        assertThat(workbook.problems())
                .singleElement()
                .asString()
                .startsWith("Exemption accounts!B6: error: this row and row 5 both take the account \"mark")
                .endsWith(
                        "and say otherwise under Licences counted; delete one of the two, or write more of the name in the"
                                + " row that is to win");
    }

    @Test
    void entitlementsByPlanAndBySupportPlanMeet() {
        workbook.row("Entitlements", 6, "Plan", "Standard", "Entitlement", "Exports", "Value", 10)
                .row("Entitlements", 7, "Support plan", "Basic", "Entitlement", "Exports", "Value", 20);

        assertThat(workbook.problems())
                .containsExactly(
                        "Entitlements!D7: error: this row and row 6 both take a tenant of the plan Standard with the"
                                + " support plan Basic, and say otherwise under Value; fill one more condition in the row that is to"
                                + " win");
    }

    @Test
    void wrongCellsDoNotHideWhatIsWrongWithTheRest() {
        workbook.row(OVER, 5, "Status", "FINE").row(OVER, 8, BY, 1, "Status", "BLOCKED", "Adding beyond", "allow");

        assertThat(workbook.problems())
                .hasSize(2)
                .anyMatch(problem -> problem.startsWith("Over the limit!M5: error: \"FINE\" is not one of"))
                .anyMatch(problem -> problem.startsWith("Over the limit!M8: error: this row takes the same as row 7"));
    }

    @Test
    void aGapIsNotToldWhileARowCannotBeRead() {
        assertThat(workbook.row(OVER, 5, "Status", "FINE").problems())
                .singleElement()
                .asString()
                .startsWith("Over the limit!M5: error");
    }

    @Test
    void onePlanWithoutARowForAnAddOnMayBeForgotten() {
        threePlans()
                .without(ADD_ONS)
                .row(ADD_ONS, 5, "Add-on", "Export", "Plan", "Standard", "Eligible", "yes")
                .row(ADD_ONS, 6, "Add-on", "Export", "Plan", "Large", "Eligible", "yes");
        assertThat(workbook.problems())
                .containsExactly(
                        "Add-ons!B6: info: of the plans that cost something only Huge has no row for the add-on"
                                + " Export; if that is meant, add one with no under Eligible");
    }

    @Test
    void aPlanThatSaysNoIsNotForgotten() {
        threePlans()
                .without(ADD_ONS)
                .row(ADD_ONS, 5, "Add-on", "Export", "Plan", "Standard", "Eligible", "yes")
                .row(ADD_ONS, 6, "Add-on", "Export", "Plan", "Large", "Eligible", "yes")
                .row(ADD_ONS, 7, "Add-on", "Export", "Plan", "Huge", "Eligible", "no");
        assertThat(workbook.problems()).isEmpty();
    }

    @Test
    void onePlanWithoutARowForAnEntitlementOrASupportPlanMayBeForgotten() {
        threePlans()
                .without(ENTITLEMENTS)
                .row(ENTITLEMENTS, 5, "Plan", "Large", "Entitlement", "Rows", "Value", "100")
                .row(ENTITLEMENTS, 6, "Plan", "Huge", "Entitlement", "Rows", "Value", "200")
                .without(SUPPORT_PLANS)
                .row(SUPPORT_PLANS, 5, "Support plan", "Gold", "Plan", "Standard", "Available", "yes")
                .row(SUPPORT_PLANS, 6, "Support plan", "Gold", "Plan", "Huge", "Available", "yes");
        assertThat(workbook.problems())
                .containsExactlyInAnyOrder(
                        "Entitlements!A6: info: of the plans that cost something only Standard has no row for the"
                                + " entitlement Rows; if that is meant, add one with no under Value",
                        "Support plans!B6: info: of the plans that cost something only Large has no row for the support"
                                + " plan Gold; if that is meant, add one with no under Available");
    }

    @Test
    void aPlanThatCostsNothingMayHaveLess() {
        threePlans()
                .row("Plans", 7, "Price per licence and month", 0)
                .without(ADD_ONS)
                .row(ADD_ONS, 5, "Add-on", "Export", "Plan", "Standard", "Eligible", "yes")
                .row(ADD_ONS, 6, "Add-on", "Export", "Plan", "Large", "Eligible", "yes");
        assertThat(workbook.problems()).isEmpty();
    }

    @Test
    void aRowForEveryPlanForgetsNone() {
        threePlans()
                .without(ADD_ONS)
                .row(ADD_ONS, 5, "Add-on", "Export", "Plan", "Standard", "Eligible", "no")
                .row(ADD_ONS, 6, "Add-on", "Export", "Plan", "Large", "Eligible", "no")
                .row(ADD_ONS, 7, "Add-on", "Export", "Eligible", "yes");
        assertThat(workbook.problems()).isEmpty();
    }

    @Test
    void whatHalfOfThePlansHaveIsMeant() {
        threePlans()
                .row("Plans", 8, "Plan", "Giant", "Metric", "added-users", "Price per licence and month", 9)
                .without(ADD_ONS)
                .row(ADD_ONS, 5, "Add-on", "Export", "Plan", "Standard", "Eligible", "yes")
                .row(ADD_ONS, 6, "Add-on", "Export", "Plan", "Large", "Eligible", "yes");
        assertThat(workbook.problems()).isEmpty();
    }

    private AcmeWorkbook threePlans() {
        return workbook.without("Plans")
                .row("Plans", 5, "Plan", "Standard", "Metric", "added-users", "Price per licence and month", 9)
                .row("Plans", 6, "Plan", "Large", "Metric", "added-users", "Price per licence and month", 9)
                .row("Plans", 7, "Plan", "Huge", "Metric", "added-users", "Price per licence and month", 9);
    }
}
