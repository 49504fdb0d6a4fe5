package org.trueup.spreadsheets.policybook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trueup.spreadsheets.policybook.EditedWorkbook.activtrak;
import static org.trueup.spreadsheets.policybook.EditedWorkbook.learning;
import static org.trueup.spreadsheets.policybook.EditedWorkbook.pensero;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must not be typed on Add-ons, Support plans and Entitlements, in Plans' newer columns and the newer settings. */
class RefusedEntitlementsTest {
    private static final String PLANS =
            "is not a plan of the sheet Plans (Free, Essentials, Essentials Plus, Professional, Advanced, Premium)";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Plans|I5|121|\"121\" is not a whole number from 1 to 120; type the number alone, without separators or units",
                "Plans|I5|0|\"0\" is not a whole number from 1 to 120; type the number alone, without separators or units",
                "Plans|J5|hidden|\"hidden\" is not yes or no; type it so or pick it from the list",
                "Plans|K6|yes|the plan that follows a trial stands already in K5; type no in one of the two rows",
                "Add-ons|B5|Profesional|\"Profesional\" " + PLANS + "; did you mean \"Professional\"?",
                "Add-ons|C5|sometimes|\"sometimes\" is not yes or no; type it so or pick it from the list",
                "Add-ons|D5|base licence|\"base licence\" is not one of base licences, any number, none; did you mean \"base licences\"?",
                "Add-ons|E5|$2|\"$2\" is not an amount of money from 0 to 1000000; type the number alone, for example 9.50, without separators or a currency sign",
                "Add-ons|A9|activconnect api|the add-on \"activconnect api\" stands already in A8 for the plan \"Free\"; delete one of the two rows or name another plan",
                "Support plans|A6|digital|the support plan \"digital\" stands already in A5 for every plan; delete one of the two rows or name another plan",
                "Support plans|B8|Fre|\"Fre\" " + PLANS + "; did you mean \"Free\"?",
                "Support plans|D6|yes|the support plan that comes with every plan stands already in D5; type no in one of the two rows",
                "Support plans|D8|yes|a support plan that is not available cannot come with the plan; type no here or yes under Available",
                "Entitlements|A5|Fee|\"Fee\" " + PLANS + "; did you mean \"Free\"?",
                "Entitlements|B19|Digitel|\"Digitel\" is not a support plan of the sheet Support plans (Digital, Premier, Signature); did you mean \"Digital\"?",
                "Entitlements|B19|Gold|\"Gold\" is not a support plan of the sheet Support plans (Digital, Premier, Signature); type it so or pick it from the list",
                "Entitlements|C11|Data Histori|\"Data Histori\" is not an add-on of the sheet Add-ons (ActivConnect API, Screen Details, Data History); did you mean \"Data History\"?",
                "Entitlements|E5|thirty|\"thirty\" is not a number of \"days\"; type a number or unlimited, or empty the cell under Unit",
                "Entitlements|E5|10,000|\"10,000\" is not a number from 0 to 1000000000; type the number alone, without separators or units",
                "Entitlements|E5|30.5|\"30.5\" is not a whole number or unlimited; type one of the two",
                "Entitlements|E6|9|9 months have no length in days; type 6 or 12, or give the number of days",
                "Entitlements|F6|weeks|\"Data history\" is given in \"days\" or \"months\"; type one of the two",
                "Entitlements|E17|perhaps|\"perhaps\" is not yes or no; type one of the two",
                "Settings|C6|0|\"0\" is not a whole number from 1 to 366; type the number alone, without separators or units",
                "Settings|C7|367|\"367\" is not a whole number from 1 to 366; type the number alone, without separators or units",
                "Settings|C8|733|\"733\" is not a whole number from 1 to 732; type the number alone, without separators or units",
                "Settings|D6|months|\"Trial days\" is given in \"days\"; type that or leave the cell empty",
                "Settings|B6|Proffesional|\"Proffesional\" " + PLANS + "; did you mean \"Professional\"?",
            })
    void aWrongTextIsNamedWithWhatToTypeInstead(String sheet, String cell, String typed, String sentence) {
        assertThat(activtrak().type(sheet, cell, typed).refusal())
                .containsExactly("activtrak.xlsx: " + sheet + "!" + cell + ": error: " + sentence);
    }

    @Test
    void anEntitlementStandsOnceForTheSameConditions() {
        assertThat(activtrak().type("Entitlements", "A6", "Free").refusal())
                .containsExactly(
                        "activtrak.xlsx: Entitlements!D6: error: the entitlement \"Data history\" stands already"
                                + " in D5 with the same conditions; delete one of the two rows or name another plan, support"
                                + " plan or add-on");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C8|25|\"25\" is not a whole number from 1 to 24",
                "C8|0|\"0\" is not a whole number from 1 to 24",
                "C9|367|\"367\" is not a whole number from 0 to 366"
            })
    void theSettingsOfCreditsHaveRanges(String cell, String typed, String sentence) {
        assertThat(learning().type("Settings", cell, typed).refusal())
                .containsExactly("learning.xlsx: Settings!" + cell + ": error: " + sentence
                        + "; type the number alone, without separators or units");
    }

    @Test
    void aTrialNamesThePlanThatIsTried() {
        assertThat(activtrak().clear("Settings", "B6").refusal())
                .containsExactly("activtrak.xlsx: Settings!B6: error: the cell is empty; type the plan that is tried");
    }

    @Test
    void onePlanIsTried() {
        assertThat(activtrak()
                        .type("Settings", "A9", "Trial days")
                        .type("Settings", "B9", "Essentials")
                        .type("Settings", "C9", 7)
                        .refusal())
                .containsExactly("activtrak.xlsx: Settings!A9: error: \"Trial days\" stands already in A6;"
                        + " only one plan is tried, delete one of the two rows");
    }

    @Test
    void emptyCellsThatMustBeFilledAreNamed() {
        assertThat(activtrak()
                        .clear("Add-ons", "C5")
                        .clear("Support plans", "C5")
                        .clear("Entitlements", "E5")
                        .clear("Entitlements", "F6")
                        .refusal())
                .containsExactly(
                        "activtrak.xlsx: Add-ons!C5: error: the cell is empty; type yes or no",
                        "activtrak.xlsx: Support plans!C5: error: the cell is empty; type yes or no",
                        "activtrak.xlsx: Entitlements!E5: error: the cell is empty; type a number, yes, no, unlimited"
                                + " or a few words",
                        "activtrak.xlsx: Entitlements!F6: error: \"Data history\" is given in \"days\" or \"months\";"
                                + " type one of the two");
    }

    @Test
    void entitlementsNameSupportPlansAndAddOnsThatStandSomewhere() {
        assertThat(pensero()
                        .workbook(book -> {
                            var sheet = book.createSheet("Entitlements");
                            var header = sheet.createRow(0);
                            header.createCell(0).setCellValue("Add-on");
                            header.createCell(1).setCellValue("Entitlement");
                            header.createCell(2).setCellValue("Value");
                            var row = sheet.createRow(1);
                            row.createCell(0).setCellValue("Extra reports");
                            row.createCell(1).setCellValue("Reports");
                            row.createCell(2).setCellValue("yes");
                        })
                        .refusal())
                .containsExactly("pensero.xlsx: Entitlements!A2: error: \"Extra reports\" is not an add-on of the sheet"
                        + " Add-ons (which names none yet); type it so or pick it from the list");
    }

    @Test
    void aWrongSheetNameIsGuessed() {
        assertThat(activtrak()
                        .workbook(book -> book.setSheetName(book.getSheetIndex("Add-ons"), "Addons"))
                        .refusal())
                .anyMatch(problem -> problem.endsWith("did you mean \"Add-ons\"?"));
    }
}
