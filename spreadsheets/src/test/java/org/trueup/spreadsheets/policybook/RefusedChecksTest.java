package org.trueup.spreadsheets.policybook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trueup.spreadsheets.policybook.EditedWorkbook.activtrak;
import static org.trueup.spreadsheets.policybook.EditedWorkbook.plecto;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.trueup.rules.check.CheckTerms;
import org.trueup.spreadsheets.policybook.PolicyReading.Accepted;

/** What the sheet Checks refuses, and where it says so. */
class RefusedChecksTest {
    private static final String SHEET = CheckTerms.SHEET;

    /** A row of checks under the shipped ones. */
    private static EditedWorkbook with(EditedWorkbook book, Map<String, Object> cells) {
        return book.sheet(SHEET, sheet -> {
            Map<String, Integer> columns = columns(sheet);
            XSSFRow row = sheet.getRow(13);
            new TreeMap<>(cells).forEach((header, value) -> {
                var cell = row.getCell(columns.get(header));
                if (value instanceof Number number) {
                    cell.setCellValue(number.doubleValue());
                } else {
                    cell.setCellValue((String) value);
                }
            });
        });
    }

    private static Map<String, Integer> columns(XSSFSheet sheet) {
        Map<String, Integer> columns = new TreeMap<>();
        sheet.getRow(3).forEach(cell -> columns.put(cell.getStringCellValue(), cell.getColumnIndex()));
        return columns;
    }

    private static Map<String, Object> row(Object... more) {
        Map<String, Object> cells = new TreeMap<>(
                Map.of("Code", "LOOK_AT", "Severity", "INFO", "Message", "Look at {tenant}", "Used at least", 3));
        for (int i = 0; i < more.length; i += 2) {
            cells.put((String) more[i], more[i + 1]);
        }
        return cells;
    }

    private static String at(EditedWorkbook book, String header) {
        String[] address = new String[1];
        book.sheet(
                SHEET,
                sheet -> address[0] =
                        CellReference.convertNumToColString(columns(sheet).get(header)) + 14);
        return address[0];
    }

    private static void refused(String header, Object value, String message) {
        String address = at(activtrak(), header);
        assertThat(with(activtrak(), row(header, value)).refusal())
                .containsExactly("activtrak.xlsx: Checks!" + address + ": error: " + message);
    }

    @Test
    void aRowIsTaken() {
        PolicyReading reading = with(activtrak(), row("Plan", "free", "Term", "Paid", "Use at least (%)", "90 %"))
                .read();
        assertThat(reading).as(reading.toString()).isInstanceOf(Accepted.class);
    }

    @Test
    void aCodeIsANameOfItsOwn() {
        String how = " is not a code; type 3 to 60 capital letters, digits and _, beginning with a letter, for example"
                + " USE_AT_90_PERCENT";
        refused("Code", "look at", "\"look at\"" + how);
        refused("Code", "AB", "\"AB\"" + how);
        refused("Code", "9_LIVES", "\"9_LIVES\"" + how);
        refused("Code", "A".repeat(61), "\"" + "A".repeat(60) + "…\"" + how);
        refused("Code", "TRUE_UP", "\"TRUE_UP\" is a finding of the product's own rules; type another code");
    }

    @Test
    void aSeverityIsOneOfThree() {
        refused(
                "Severity",
                "URGENT",
                "\"URGENT\" is not one of INFO, WARNING, VIOLATION; type it so or pick it from the list");
    }

    @Test
    void aMessageNamesKnownPlaceholdersAlone() {
        assertThat(with(activtrak(), row("Message", "{licences} left")).refusal())
                .singleElement()
                .asString()
                .contains(
                        "\"{licences}\" is not a placeholder here; the known ones are {tenant}, {account manager}, {plan},");
        assertThat(with(activtrak(), row("Message", "100 % {used")).refusal()).hasSize(1);
    }

    @Test
    void wordsAreThoseOfTheSheetsAndLists() {
        refused(
                "Plan",
                "Esentials",
                "\"Esentials\" is not a plan of the sheet Plans (Free, Essentials, Essentials Plus, Professional,"
                        + " Advanced, Premium); did you mean \"Essentials\"?");
        refused("Term", "yearly", "\"yearly\" is not one of paid, trial, pilot; type it so or pick it from the list");
        refused(
                "Status",
                "OVER",
                "\"OVER\" is not one of COMPLIANT, AT_LIMIT, WARNING, OVERAGE, GRACE, BLOCKED; did you mean \"OVERAGE\"?");
        refused("Nonprofit", "maybe", "\"maybe\" is not one of yes, no; type it so or pick it from the list");
        assertThat(with(activtrak(), row("Support plan", "Gold")).refusal())
                .singleElement()
                .asString()
                .contains("\"Gold\" is not a support plan of the sheet Support plans (");
    }

    @Test
    void numbersHaveTheirUnits() {
        refused("Used at least", "2.5", "2.5 is not a whole number; type one");
        refused(
                "Used at least",
                "many",
                "\"many\" is not a number from 0 to 1000000000; type the number alone, without separators or units");
        refused("Use at least (%)", "12.3456 %", "12.3456 is not a number of at most 3 decimals; type one");
        refused(
                "Days over at least",
                "-1",
                "\"-1\" is not a number from 0 to 1000000000; type the number alone, without" + " separators or units");
    }

    @Test
    void aRangeHoldsSomething() {
        EditedWorkbook book = with(activtrak(), row("Use at least (%)", "90 %", "Use at most (%)", "50 %"));
        assertThat(book.refusal())
                .containsExactly(
                        "activtrak.xlsx: Checks!" + at(activtrak(), "Use at most (%)")
                                + ": error: 50 is less than 90 under Use at least (%), so that no tenant fits; type a higher number");
    }

    @Test
    void aCheckAsksForSomething() {
        Map<String, Object> cells = row();
        cells.remove("Used at least");
        assertThat(with(plecto(), cells).refusal())
                .containsExactly(
                        "plecto.xlsx: Checks!A14: error: the check has no condition, so that every tenant would"
                                + " have it; fill at least one");
    }

    @Test
    void aCheckStandsOnce() {
        EditedWorkbook twice =
                with(plecto(), row("Code", "DISCOUNT_OF_30_OR_MORE", "Nonprofit", "no", "Discount at least (%)", 0.3));
        twice.clear(SHEET, at(plecto(), "Used at least"));
        assertThat(twice.refusal())
                .containsExactly(
                        "plecto.xlsx: Checks!A14: error: the check DISCOUNT_OF_30_OR_MORE with the same conditions"
                                + " stands already in A8; delete one of the two rows or change its conditions");
    }

    @Test
    void aRowEndsAfterItBegins() {
        EditedWorkbook book = activtrak().sheet(SHEET, sheet -> {
            int next = sheet.getRow(3).getLastCellNum();
            sheet.getRow(3).createCell(next).setCellValue("From");
            sheet.getRow(3).createCell(next + 1).setCellValue("Until");
            sheet.getRow(13).createCell(next).setCellValue("2026-05-01");
            sheet.getRow(13).createCell(next + 1).setCellValue("2026-04-30");
        });
        assertThat(with(book, row()).refusal())
                .singleElement()
                .asString()
                .endsWith("14: error: 2026-04-30 is before 2026-05-01, where the row begins; type a later date");
    }

    @Test
    void moreChecksThanCanBeCompiledInSecondsAreRefused() {
        EditedWorkbook book = plecto().sheet(SHEET, sheet -> {
            Map<String, Integer> columns = columns(sheet);
            for (int i = 0; i <= 500; i++) {
                XSSFRow row = sheet.createRow(30 + i);
                row.createCell(columns.get("Code")).setCellValue("CHECK_" + i);
                row.createCell(columns.get("Used at least")).setCellValue(i);
                row.createCell(columns.get("Severity")).setCellValue("INFO");
                row.createCell(columns.get("Message")).setCellValue("Look");
            }
        });
        List<String> refusal = book.refusal();
        assertThat(refusal)
                .containsExactly(
                        "plecto.xlsx: Checks!A527: error: the sheet has more than 500 checks; delete some, or say"
                                + " with one row what several say");
    }
}
