package org.trueup.spreadsheets.policybook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.poi.ss.util.CellAddress;
import org.junit.jupiter.api.Test;
import org.trueup.spreadsheets.check.CheckReport;
import org.trueup.spreadsheets.scenario.ScenarioOutcome;

/** What cannot be taken on a sheet of scenarios, each with its cell and with what to type instead; and what people mean. */
class RefusedScenariosTest {
    private static final String SIMPLE = "Scenario | As of | Plan | Licences | Users | Status";

    @Test
    void aWrongCellIsNamed() {
        List<List<String>> cells = List.of(
                List.of(
                        "Plan",
                        "Mediun",
                        "\"Mediun\" is not a plan of the sheet Plans (Medium, Large, Enterprise); did you mean \"Medium\"?"),
                List.of(
                        "Term",
                        "rented",
                        "\"rented\" is not one of paid, trial, pilot; type it so or pick it from the list"),
                List.of(
                        "Licences",
                        "five",
                        "\"five\" is not a whole number from 0 to 10000000; type the number alone, without separators or units"),
                List.of("Discount (%)", "110 %", "110 % is more than all; type a percentage from 0 to 100"),
                List.of(
                        "Starts on",
                        "31.12.2026",
                        "\"31.12.2026\" is not a day from 2000 to 2199; type the date as 2025-12-31"),
                List.of(
                        "Ends on",
                        "2025-12-31 00",
                        "\"2025-12-31 00\" is not a day from 2000 to 2199; type the date as 2025-12-31"),
                List.of(
                        "Over since",
                        "2026-11-21",
                        "2026-11-21 is not before the as-of date 2026-11-21; type an earlier date, or empty the cell for a first night over"),
                List.of(
                        "Add-ons",
                        "Reports: 5",
                        "\"Reports\" is not an add-on of the sheet Add-ons (which names none yet); type it so or pick it from the list"),
                List.of(
                        "Add-ons",
                        "Reports",
                        "\"Reports\" is not an add-on with its licences; type for example Reports: 5"),
                List.of(
                        "Users",
                        "10001",
                        "\"10001\" is not a whole number from 0 to 10000; type the number alone, without separators or units"),
                List.of(
                        "Kind",
                        "robot",
                        "\"robot\" is not one of person, system, integration; type it so or pick it from the list"),
                List.of(
                        "Active on",
                        "often",
                        "\"often\" is not a day or a range of days; type dates such as 2026-11-02; 2026-11-05 to 2026-11-09, or daily, or never"),
                List.of(
                        "Active on",
                        "2026-11-05 to 2026-11-02",
                        "\"2026-11-05 to 2026-11-02\" is not a range of 1 to 1000 days; type the earlier day first"),
                List.of(
                        "Active on",
                        "2020-01-01 to 2026-11-02",
                        "\"2020-01-01 to 2026-11-02\" is not a range of 1 to 1000 days; type the earlier day first"),
                List.of(
                        "Months active",
                        "0",
                        "\"0\" is not a whole number from 1 to 36; type the number alone, without separators or units"),
                List.of(
                        "Merged into",
                        "Bo",
                        "no account of the rows above in this scenario is called \"Bo\"; type that name under Account name in a row above"),
                List.of(
                        "Findings",
                        "OVER_LICENSED",
                        "\"OVER_LICENSED\" is no finding of the product's rules or of the sheet Checks; did you mean \"OVER_LICENSED_COUNT\"?"),
                List.of(
                        "No findings",
                        "UNUSED_LICENCES",
                        "\"UNUSED_LICENCES\" is no finding of the product's rules or of the sheet Checks; did you mean \"UNUSED_LICENSES\"?"),
                List.of("Findings", ";", "\";\" is not codes of findings, separated by commas; type at least one"),
                List.of(
                        "Used",
                        "many",
                        "\"many\" is not a whole number from 0 to 10000000; type the number alone, without separators or units"),
                List.of(
                        "Monthly amount",
                        "9,50",
                        "\"9,50\" is not an amount of money from 0 to 1000000; type the number alone, for example 9.50, without separators or a currency sign"),
                List.of(
                        "Entitlements",
                        "Data history",
                        "\"Data history\" is not an entitlement with its value; type for example Data history: 12 months; User merge: yes"));
        List<String> columns =
                cells.stream().map(cell -> cell.get(0)).distinct().toList();
        List<String> rows = new ArrayList<>(List.of("Scenario|As of|Decided plan|" + String.join("|", columns)));
        List<String> sentences = new ArrayList<>();
        for (List<String> cell : cells) {
            List<String> typed = new ArrayList<>(Collections.nCopies(columns.size(), ""));
            typed.set(columns.indexOf("Plan"), "Medium");
            typed.set(columns.indexOf(cell.get(0)), cell.get(1));
            rows.add(rows.size() + "|2026-11-21|Medium|" + String.join("|", typed));
            String address = new CellAddress(rows.size() - 1, 3 + columns.indexOf(cell.get(0))).formatAsString();
            sentences.add("plecto.xlsx: Scenarios!" + address + ": error: " + cell.get(2));
        }
        CheckReport report = EditedWorkbook.plecto()
                .scenarios("Scenarios", rows.toArray(String[]::new))
                .check();
        assertThat(problems(report)).containsExactlyElementsOf(sentences);
        assertThat(report.scenarios()).isEmpty();
    }

    @Test
    void everythingIsToldAtOnce() {
        assertThat(problems(EditedWorkbook.plecto()
                        .scenarios(
                                "Scenarios",
                                SIMPLE + " | Term | History | Active on | Months active",
                                " | 2026-11-21 | Medium | 5 | 5 | AT_LIMIT",
                                "No date | | Medium | 5 | 5 | AT_LIMIT",
                                "Nothing expected | 2026-11-21 | Medium | 5 | 5 |",
                                "Twice | 2026-11-21 | Medium | 5 | 5 | AT_LIMIT",
                                " | | | 6 | 1 | ",
                                " | | | | 1 | AT_LIMIT",
                                "twice | 2026-11-21 | Medium | 5 | 5 | AT_LIMIT",
                                "No plan | 2026-11-21 | | 5 | 5 | none | paid",
                                "Active and not | 2026-11-21 | Medium | 5 | 5 | AT_LIMIT | | no | daily",
                                "Twice active | 2026-11-21 | Medium | 5 | 5 | AT_LIMIT | | | daily | 2")
                        .check()))
                .containsExactly(
                        "plecto.xlsx: Scenarios!A2: error: the cell is empty; type a name for the scenario",
                        "plecto.xlsx: Scenarios!B3: error: the cell is empty; type a date such as 2025-12-31",
                        "plecto.xlsx: Scenarios!A4: error: the scenario expects nothing; fill at least one green cell of its"
                                + " row, for example Status",
                        "plecto.xlsx: Scenarios!D6: error: a row without a name adds accounts to the scenario \"Twice\" above,"
                                + " and this cell says something else; empty it, or type a name under Scenario",
                        "plecto.xlsx: Scenarios!F7: error: a row without a name adds accounts to the scenario \"Twice\" above,"
                                + " and this cell says something else; empty it, or type a name under Scenario",
                        "plecto.xlsx: Scenarios!A8: error: the scenario \"twice\" stands already in A5; type another name",
                        "plecto.xlsx: Scenarios!C9: error: the cell is empty, though Term is filled; type a plan, or empty"
                                + " both for a tenant without a subscription",
                        "plecto.xlsx: Scenarios!H10: error: an account that was active has history; empty this cell or type"
                                + " never under Active on",
                        "plecto.xlsx: Scenarios!J11: error: Active on is filled too; empty one of the two cells");
    }

    @Test
    void formulasAreRefusedAndUnknownColumnsAreNamed() {
        assertThat(problems(EditedWorkbook.plecto()
                        .scenarios("Scenarios", SIMPLE, "One | 2026-11-21 | Medium | 5 | 5 | AT_LIMIT")
                        .type("Scenarios", "G1", "Licence")
                        .at("Scenarios", "E2", cell -> cell.setCellFormula("2+3"))
                        .check()))
                .containsExactly(
                        "plecto.xlsx: Scenarios!G1: error: \"Licence\" is not a column of this sheet; did you mean"
                                + " \"Licences\"?",
                        "plecto.xlsx: Scenarios!E2: error: the cell holds a formula; type its value instead (copy, then Paste"
                                + " Special, Values)");
    }

    @Test
    void aSheetMissedByALetterIsRefusedWithItsName() {
        assertThat(problems(EditedWorkbook.plecto()
                        .scenarios("Scenario", SIMPLE, "One | 2026-11-21 | Medium | 5 | 5 | AT_LIMIT")
                        .check()))
                .containsExactly(
                        "plecto.xlsx: Scenario: error: a policy workbook has no sheet \"Scenario\"; did you mean"
                                + " \"Scenarios\"?");
    }

    @Test
    void severalSheetsAreReadAndANameStandsOnce() {
        EditedWorkbook workbook = EditedWorkbook.plecto()
                .scenarios("Scenarios", SIMPLE, "One | 2026-11-21 | Medium | 5 | 5 | AT_LIMIT")
                .scenarios("scenarios grace", SIMPLE, "Two | 2026-11-21 | Medium | 5 | 6 | WARNING");
        assertThat(workbook.check().scenarios())
                .extracting(ScenarioOutcome::sheet)
                .containsExactly("Scenarios", "scenarios grace");
        assertThat(problems(EditedWorkbook.plecto()
                        .scenarios("Scenarios", SIMPLE, "One | 2026-11-21 | Medium | 5 | 5 | AT_LIMIT")
                        .scenarios("Scenarios 2", SIMPLE, "One | 2026-11-21 | Medium | 5 | 6 | WARNING")
                        .check()))
                .containsExactly(
                        "plecto.xlsx: Scenarios 2!A2: error: the scenario \"One\" stands already in A2; type another"
                                + " name");
    }

    @Test
    void whatPeopleTypeInnocentlyIsTakenAsMeant() {
        CheckReport report = EditedWorkbook.plecto()
                .withoutScenarios()
                .scenarios(
                        "SCENARIOS ",
                        "status | Users | as of | Plan | Findings | Scenario | Active on",
                        " at limit | ５ | 2026-11-21 | medium | none | One\u00a0 | 2026-11-02 TO 2026-11-03 ,2026-11-05",
                        "",
                        "WARNING | 6 | 2026-11-21 | MEDIUM | over licensed count; | Two |")
                .type("SCENARIOS ", "H1", "Licences")
                .type("SCENARIOS ", "H2", 5)
                .type("SCENARIOS ", "H4", "5.0")
                .check();
        assertThat(problems(report)).isEmpty();
        assertThat(report.scenarios()).extracting(ScenarioOutcome::name).containsExactly("One", "Two");
    }

    @Test
    void soManyAccountsAreToldOnce() {
        List<String> rows = new ArrayList<>(List.of(SIMPLE));
        rows.add("Many | 2026-11-21 | Medium | 5 | 10000 | WARNING");
        for (int i = 0; i < 12; i++) {
            rows.add(" | | | | 10000");
        }
        assertThat(problems(EditedWorkbook.plecto()
                        .scenarios("Scenarios", rows.toArray(String[]::new))
                        .check()))
                .containsExactly(
                        "plecto.xlsx: Scenarios!E12: error: the scenarios make up more than 100000 accounts together;"
                                + " type smaller numbers");
    }

    @Test
    void soManyScenariosAreToldOnce() {
        List<String> rows = new ArrayList<>(List.of(SIMPLE));
        for (int i = 1; i <= 1002; i++) {
            rows.add("Scenario " + i + " | 2026-11-21 | Medium | 5 | 5 | AT_LIMIT");
        }
        assertThat(problems(EditedWorkbook.plecto()
                        .scenarios("Scenarios", rows.toArray(String[]::new))
                        .check()))
                .containsExactly(
                        "plecto.xlsx: Scenarios!A1002: error: the workbook has more than 1000 scenarios; delete some");
    }

    @Test
    void nothingTypedIsEverRun() {
        String code = "\"); java.lang.System.setProperty(\"canary\", \"dead\"); //";
        CheckReport report = EditedWorkbook.plecto()
                .scenarios(
                        "Scenarios",
                        SIMPLE + " | Account name | Message contains",
                        code + " | 2026-11-21 | Medium | 5 | 5 | AT_LIMIT | " + code + " | " + code)
                .check();
        assertThat(problems(report)).hasSize(1).first().asString().startsWith("plecto.xlsx: Scenarios!H2: error: ");
        assertThat(System.getProperty("canary")).isNull();
    }

    private static List<String> problems(CheckReport report) {
        return report.problems().stream().map(Problem::toString).toList();
    }
}
