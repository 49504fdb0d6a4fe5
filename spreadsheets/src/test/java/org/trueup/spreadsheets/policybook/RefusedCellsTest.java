package org.trueup.spreadsheets.policybook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trueup.spreadsheets.policybook.EditedWorkbook.pensero;
import static org.trueup.spreadsheets.policybook.EditedWorkbook.plecto;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trueup.spreadsheets.policybook.PolicyReading.Accepted;

/** What an analyst must not type, each with the sentence that comes back. */
class RefusedCellsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Plans|E5|five|\"five\" is not a whole number from 0 to 10000000; type the number alone, without separators or units",
                "Plans|E5|1,000|\"1,000\" is not a whole number from 0 to 10000000; type the number alone, without separators or units",
                "Plans|E5|-1|\"-1\" is not a whole number from 0 to 10000000; type the number alone, without separators or units",
                "Plans|E5|5.5|\"5.5\" is not a whole number from 0 to 10000000; type the number alone, without separators or units",
                "Plans|C5|$50|\"$50\" is not an amount of money from 0 to 1000000; type the number alone, for example 9.50, without separators or a currency sign",
                "Plans|C5|9,50|\"9,50\" is not an amount of money from 0 to 1000000; type the number alone, for example 9.50, without separators or a currency sign",
                "Plans|C5|-1|\"-1\" is not an amount of money from 0 to 1000000; type the number alone, for example 9.50, without separators or a currency sign",
                "Plans|D5|EURO|\"EURO\" is not the three letters of a currency, for example USD; type it so or pick it from the list",
                "Plans|B5|peak-daily-activ|\"peak-daily-activ\" is not one of peak-daily-active, identities-with-history, seats-taken, monthly-credits, monthly-users, added-users; did you mean \"peak-daily-active\"?",
                "Plans|B5|logins|\"logins\" is not one of peak-daily-active, identities-with-history, seats-taken, monthly-credits, monthly-users, added-users; type it so or pick it from the list",
                "Plans|G5|31.12.2025|\"31.12.2025\" is not a day from 2000 to 2199; type the date as 2025-12-31",
                "Plans|G5|0225-12-31|\"0225-12-31\" is not a day from 2000 to 2199; type the date as 2025-12-31",
                "Plans|G5|2025-02-30|\"2025-02-30\" is not a day from 2000 to 2199; type the date as 2025-12-31",
                "Over the limit|A5|Meduim|\"Meduim\" is not a plan of the sheet Plans (Medium, Large, Enterprise); did you mean \"Medium\"?",
                "Over the limit|A5|Larg|\"Larg\" is not a plan of the sheet Plans (Medium, Large, Enterprise); did you mean \"Large\"?",
                "Over the limit|B5|monthly|\"monthly\" is not one of paid, trial, pilot; type it so or pick it from the list",
                "Over the limit|D6|a tenth|\"a tenth\" is not a percentage from 0 to 100000; type for example 10 %",
                "Over the limit|D6|-10 %|\"-10 %\" is not a percentage from 0 to 100000; type for example 10 %",
                "Over the limit|D6|5.1234 %|5.1234 % has more than 3 decimals; type it with fewer, for example 2.5 %",
                "Over the limit|H6|0.0001|0.0001 % has more than 3 decimals; type it with fewer, for example 2.5 %",
                "Over the limit|G5|2.5|\"2.5\" is not a whole number from 0 to 10000000; type the number alone, without separators or units",
                "Over the limit|H5|five|\"five\" is not a percentage from 0 to 100000; type for example 10 %",
                "Over the limit|I5|0|\"0\" is not a whole number from 1 to 100000; type the number alone, without separators or units",
                "Over the limit|J5|maybe|\"maybe\" is not yes or no; type it so or pick it from the list",
                "Over the limit|K5|-1|\"-1\" is not a whole number from 0 to 10000000; type the number alone, without separators or units",
                "Over the limit|L5|small|\"small\" is not a whole number from 0 to 10000000; type the number alone, without separators or units",
                "Over the limit|M5|WARN|\"WARN\" is not one of COMPLIANT, AT_LIMIT, WARNING, OVERAGE, GRACE, BLOCKED; did you mean \"WARNING\"?",
                "Over the limit|P5|maybe|\"maybe\" is not one of allow, deny; type it so or pick it from the list",
                "Over the limit|Q5|You use {used}|\"{used}\" is not a placeholder here; write the text without { and }",
                "Who counts|D5|perhaps|\"perhaps\" is not yes or no; type it so or pick it from the list",
                "Who counts|F5|dnd|\"dnd\" is not one of dnt, delete, none; did you mean \"dnt\"?",
                "Settings|A5|Unused licenses told from|\"Unused licenses told from\" is not one of Unused licences told from, Usage line, Trial days, Days in 6 months, Days in 12 months, Months of the forecast, Expiring credits told before; did you mean \"Unused licences told from\"?",
                "Settings|C5|32|\"32\" is not a whole number from 1 to 31; type the number alone, without separators or units",
                "Settings|C5|0|\"0\" is not a whole number from 1 to 31; type the number alone, without separators or units",
                "Settings|C6|{users} of {licensed}|\"{users}\" is not a placeholder here; the known ones are {used}, {licensed}, {required}, {previous peak}",
                "Settings|C6|{foo} {used} {bar} {foo}|\"{foo}\", \"{bar}\" are not placeholders here; the known ones are {used}, {licensed}, {required}, {previous peak}",
                "Over the limit|A5|Lareg|\"Lareg\" is not a plan of the sheet Plans (Medium, Large, Enterprise); did you mean \"Large\"?",
                "Over the limit|A5|Enter|\"Enter\" is not a plan of the sheet Plans (Medium, Large, Enterprise); did you mean \"Enterprise\"?",
                "Settings|C6|{used of {licensed}|\"{\" is not a placeholder here; the known ones are {used}, {licensed}, {required}, {previous peak}",
                "Settings|B5|Gold|\"Gold\" is not a plan of the sheet Plans (Medium, Large, Enterprise); type it so or pick it from the list",
            })
    void aWrongTextIsNamedWithWhatToTypeInstead(String sheet, String cell, String typed, String sentence) {
        assertThat(plecto().type(sheet, cell, typed).refusal())
                .containsExactly("plecto.xlsx: " + sheet + "!" + cell + ": error: " + sentence);
    }

    @Test
    void aNumberOutOfRangeIsRefused() {
        assertThat(plecto().type("Settings", "C5", 32).refusal())
                .containsExactly("plecto.xlsx: Settings!C5: error: 32 is not a whole number from 1 to 31;"
                        + " type the number alone, without separators or units");
    }

    @Test
    void aPercentageIsNoNumberOfLicences() {
        assertThat(plecto().type("Plans", "E5", 5, "0%").refusal())
                .containsExactly("plecto.xlsx: Plans!E5: error: 500% is not a whole number from 0 to 10000000;"
                        + " type the number alone, without separators or units");
    }

    @Test
    void aNumberIsNoDateAndADateIsNoNumber() {
        assertThat(plecto().type("Plans", "G5", 46022, "General")
                        .type("Plans", "E5", 46022, "yyyy-mm-dd")
                        .refusal())
                .containsExactly(
                        "plecto.xlsx: Plans!E5: error: the date 2025-12-31 is not a whole number from 0 to 10000000;"
                                + " type the number alone, without separators or units",
                        "plecto.xlsx: Plans!G5: error: 46022 is not a day from 2000 to 2199;"
                                + " type the date as 2025-12-31");
    }

    @Test
    void aTimeOfDayIsNoDay() {
        LocalDateTime noon = LocalDateTime.of(2025, 12, 31, 12, 0);
        assertThat(plecto().at("Plans", "G5", cell -> cell.setCellValue(noon)).refusal())
                .containsExactly(
                        "plecto.xlsx: Plans!G5: error: the date 2025-12-31 12:00 is not a day from 2000 to 2199;"
                                + " type the date as 2025-12-31");
    }

    @Test
    void aDateIsNoName() {
        assertThat(plecto().type("Exemption accounts", "B5", 46022, "yyyy-mm-dd")
                        .refusal())
                .containsExactly("plecto.xlsx: Exemption accounts!B5: error: the date 2025-12-31 is not an account's"
                        + " name, with * for any characters; type an apostrophe (') before it to make it text");
    }

    @Test
    void aFormulaIsNotEvaluated() {
        assertThat(plecto().at("Plans", "E6", cell -> cell.setCellFormula("E5+1"))
                        .refusal())
                .containsExactly("plecto.xlsx: Plans!E6: error: the cell holds a formula; type its value instead"
                        + " (copy, then Paste Special, Values)");
    }

    @Test
    void anErrorValueIsRefused() {
        assertThat(plecto().at("Plans", "E6", cell -> cell.setCellErrorValue(FormulaError.NA.getCode()))
                        .refusal())
                .containsExactly("plecto.xlsx: Plans!E6: error: the cell shows the error #N/A;"
                        + " type a whole number from 0 to 10000000");
    }

    @Test
    void mergedCellsOfTheTableAreRefused() {
        assertThat(plecto().sheet("Plans", sheet -> {
                            sheet.removeTable(sheet.getTables().get(0));
                            sheet.addMergedRegion(CellRangeAddress.valueOf("E5:E6"));
                        })
                        .refusal())
                .containsExactly("plecto.xlsx: Plans!E5: error: the cells E5:E6 are merged;"
                        + " unmerge them and fill each cell by itself");
    }

    @Test
    void anEmptyCellThatMustBeFilledIsNamed() {
        assertThat(plecto().clear("Plans", "B6")
                        .clear("Over the limit", "M5")
                        .clear("Exemption accounts", "C5")
                        .refusal())
                .containsExactly(
                        "plecto.xlsx: Plans!B6: error: the cell is empty; type one of peak-daily-active, identities-with-history, seats-taken, monthly-credits, monthly-users, added-users",
                        "plecto.xlsx: Over the limit!M5: error: the cell is empty; type one of COMPLIANT, AT_LIMIT,"
                                + " WARNING, OVERAGE, GRACE, BLOCKED",
                        "plecto.xlsx: Exemption accounts!C5: error: the cell is empty;"
                                + " type a whole number from 0 to 100000");
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        assertThat(plecto().type("Who counts", "K5", "x".repeat(501))
                        .type("Plans", "A5", "y".repeat(191))
                        .withoutScenarios()
                        .refusal())
                .containsExactly(
                        "plecto.xlsx: Plans!A5: error: the name is longer than 190 characters; type a shorter one",
                        "plecto.xlsx: Who counts!K5: error: the text is longer than 500 characters;"
                                + " type a shorter one");
    }

    @Test
    void aPlanStandsOnce() {
        assertThat(pensero().type("Plans", "A7", "growth ").withoutScenarios().refusal())
                .containsExactly("pensero.xlsx: Plans!A7: error: the plan \"growth\" stands already in A6;"
                        + " delete one of the two rows or rename one plan");
    }

    @Test
    void aSettingStandsOnceForAPlan() {
        assertThat(pensero()
                        .type("Settings", "A6", "Usage line")
                        .type("Settings", "C6", "{used}")
                        .type("Settings", "A7", "Usage line")
                        .type("Settings", "B7", "Growth")
                        .type("Settings", "C7", "{used}")
                        .refusal())
                .containsExactly("pensero.xlsx: Settings!A6: error: \"Usage line\" stands already in A5 for every plan;"
                        + " delete one of the two rows or name another plan");
    }

    @Test
    void aRangeThatEndsBeforeItBeginsIsRefused() {
        assertThat(plecto().type("Plans", "F5", 4)
                        .type("Plans", "G6", "2025-01-01")
                        .type("Plans", "H6", "2024-12-31")
                        .type("Over the limit", "E5", "2025-01-01")
                        .type("Over the limit", "F5", "2024-12-31")
                        .refusal())
                .containsExactly(
                        "plecto.xlsx: Plans!F5: error: 4 is below the minimum of 5; type a number not below it",
                        "plecto.xlsx: Plans!H6: error: 2024-12-31 is before the first day of sale, 2025-01-01;"
                                + " type a later date",
                        "plecto.xlsx: Over the limit!F5: error: 2024-12-31 is before 2025-01-01,"
                                + " where the row begins; type a later date");
    }

    @Test
    void graceDaysAndTheStatusAfterThemBelongTogether() {
        assertThat(plecto().type("Over the limit", "N5", 14)
                        .type("Over the limit", "O6", "BLOCKED")
                        .type("Over the limit", "M7", "GRACE")
                        .refusal())
                .containsExactly(
                        "plecto.xlsx: Over the limit!O5: error: the cell is empty, but there are Grace days;"
                                + " type the status that follows them",
                        "plecto.xlsx: Over the limit!N6: error: the cell is empty, but there is a Then status;"
                                + " type after how many days it follows",
                        "plecto.xlsx: Over the limit!N7: error: the cell is empty, but the Status is GRACE;"
                                + " type how many days the grace period has");
    }

    @Test
    void aPercentageOfThreeDecimalsIsTakenAndStoredOnesAreAsLong() {
        assertThat(plecto().type("Over the limit", "D6", "5.125 %")
                        .type("Over the limit", "H6", "7.1250 %")
                        .read())
                .isInstanceOf(Accepted.class);
        assertThat(plecto().type("Over the limit", "H6", 0.0512345, "0.00000%").refusal())
                .containsExactly("plecto.xlsx: Over the limit!H6: error: 5.12345 % has more than 3 decimals; type it"
                        + " with fewer, for example 2.5 %");
    }

    @Test
    void anUpperBoundBelowItsLowerBoundIsRefusedAndAnEqualOneIsNot() {
        assertThat(plecto().type("Over the limit", "G7", 0)
                        .type("Over the limit", "D6", "10 %")
                        .type("Over the limit", "H6", "9.9 %")
                        .type("Over the limit", "K5", 20)
                        .type("Over the limit", "L5", 19)
                        .refusal())
                .containsExactly(
                        "plecto.xlsx: Over the limit!L5: error: 19 is less than 20 under Licensed at least, so that no"
                                + " tenant fits; type a higher number",
                        "plecto.xlsx: Over the limit!H6: error: 9.9 % is less than 10 % under Over by at least (%), so"
                                + " that no tenant fits; type a higher number",
                        "plecto.xlsx: Over the limit!G7: error: 0 is less than 1 under Over by at least (licences), so"
                                + " that no tenant fits; type a higher number");
        assertThat(plecto().type("Over the limit", "G7", 1)
                        .type("Over the limit", "D6", "10 %")
                        .type("Over the limit", "H6", "10 %")
                        .type("Over the limit", "K5", 20)
                        .type("Over the limit", "L5", 20)
                        .read())
                .isInstanceOf(Accepted.class);
    }

    @Test
    void aNumberShownOtherwiseThanStoredIsTakenWithAWarning() {
        PolicyReading reading = plecto().type("Plans", "C5", 9.995, "#,##0.00")
                .type("Over the limit", "D7", 0.125, "0%")
                .read();
        assertThat(reading).isInstanceOf(Accepted.class);
        Accepted accepted = (Accepted) reading;
        assertThat(accepted.warnings())
                .extracting(Problem::toString)
                .containsExactly(
                        "plecto.xlsx: Plans!C5: warning: the cell shows \"10.00\" but holds 9.995, and 9.995 counts;"
                                + " type the number that is meant",
                        "plecto.xlsx: Over the limit!D7: warning: the cell shows \"13%\" but holds 12.5 %,"
                                + " and 12.5 % counts; type the number that is meant");
        assertThat(accepted.terms().plans().get(0).price()).isEqualTo("9.995");
        assertThat(accepted.terms().overLimit().get(2).when().overByPercent().atLeast())
                .isEqualTo("12.5");
    }

    @Test
    void everyProblemIsToldAtOnceInTheOrderOfTheSheets() {
        List<String> problems = plecto().type("Settings", "C5", 0)
                .type("Plans", "E7", "x")
                .type("Plans", "C5", "y")
                .type("Plans", "Z6", "stray")
                .refusal();
        assertThat(problems)
                .extracting(problem -> problem.replaceAll("(.*?: .*?: error): .*", "$1"))
                .containsExactly(
                        "plecto.xlsx: Plans!C5: error",
                        "plecto.xlsx: Plans!Z6: error",
                        "plecto.xlsx: Plans!E7: error",
                        "plecto.xlsx: Settings!C5: error");
    }
}
