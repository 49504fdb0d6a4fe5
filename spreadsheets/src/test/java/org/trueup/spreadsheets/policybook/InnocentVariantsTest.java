package org.trueup.spreadsheets.policybook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trueup.spreadsheets.policybook.EditedWorkbook.activtrak;
import static org.trueup.spreadsheets.policybook.EditedWorkbook.learning;
import static org.trueup.spreadsheets.policybook.EditedWorkbook.pensero;
import static org.trueup.spreadsheets.policybook.EditedWorkbook.plecto;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trueup.rules.outcome.Status;
import org.trueup.rules.terms.AddOnTerms;
import org.trueup.rules.terms.OverLimitTerms;
import org.trueup.rules.terms.PlanTerms;
import org.trueup.rules.terms.PolicyTerms;

/** What people do without harm is taken as it is meant, without a word. */
class InnocentVariantsTest {

    @ParameterizedTest
    @ValueSource(strings = {"7", " 7 ", "\u00A07\u00A0", "\uFF17", "7.0", "+7", "\u200B7"})
    void aWholeNumberMayBeTypedAsText(String typed) {
        assertThat(plan(plecto().type("Plans", "E5", typed), 0).minimum()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 200", "1\u00A0200", "1\u202F200"})
    void thousandsMayBeSetApartBySpaces(String typed) {
        assertThat(plan(plecto().type("Plans", "E5", typed), 0).minimum()).isEqualTo(1200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10 %", "10%", "10", "10.0 %", "\uFF11\uFF10\uFF05", "10\u00A0%"})
    void aPercentageMayBeTypedAsText(String typed) {
        assertThat(limit(plecto().type("Over the limit", "D7", typed), 2)
                        .when()
                        .overByPercent()
                        .atLeast())
                .isEqualTo("10");
    }

    @Test
    void aPercentageIsReadAsItShows() {
        assertThat(limit(plecto().type("Over the limit", "D7", 0.1, "0%"), 2)
                        .when()
                        .overByPercent()
                        .atLeast())
                .isEqualTo("10");
        assertThat(limit(plecto().type("Over the limit", "D7", 10, "0"), 2)
                        .when()
                        .overByPercent()
                        .atLeast())
                .isEqualTo("10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-12-31", " 2025-12-31", "\uFF12025-12-31"})
    void aDateMayBeTypedAsText(String typed) {
        assertThat(plan(plecto().type("Plans", "H5", typed), 0).soldUntil()).isEqualTo("2025-12-31");
    }

    @Test
    void aDateMayBeShownInAnyWay() {
        assertThat(plan(plecto().type("Plans", "H5", 46022, "d mmmm yyyy"), 0).soldUntil())
                .isEqualTo("2025-12-31");
    }

    @Test
    void aWorkbookThatCountsFrom1904IsReadRight() {
        EditedWorkbook edited = plecto().workbook(
                        book -> book.getCTWorkbook().getWorkbookPr().setDate1904(true))
                .at("Plans", "H5", cell -> cell.setCellValue(LocalDate.of(2025, 12, 31)));
        assertThat(plan(edited, 0).soldUntil()).isEqualTo("2025-12-31");
    }

    @Test
    void aPriceMayHaveACurrencyFormatAndManyDecimals() {
        assertThat(plan(plecto().type("Plans", "C5", 1234.5, "[$$-409]#,##0.00"), 0)
                        .price())
                .isEqualTo("1234.5");
        assertThat(plan(plecto().type("Plans", "C5", 0.1 + 0.2, "General"), 0).price())
                .isEqualTo("0.3");
    }

    @Test
    void wordsOfListsMayBeWrittenInAnyCase() {
        PolicyTerms terms = plecto().type("Over the limit", "M6", " at limit ")
                .type("Over the limit", "P6", "ALLOW")
                .type("Over the limit", "A6", "large")
                .type("Plans", "B5", "Peak Daily Active")
                .type("Plans", "D5", "eur")
                .type("Who counts", "D5", "YES")
                .at("Who counts", "E5", cell -> cell.setCellValue(false))
                .terms();
        assertThat(terms.overLimit().get(1).status()).isEqualTo(Status.AT_LIMIT);
        assertThat(terms.overLimit().get(1).when().plan()).isEqualTo("Large");
        assertThat(terms.plans().get(0).currency()).isEqualTo(Currency.getInstance("EUR"));
        assertThat(terms.counting().get(0).tracked()).isTrue();
        assertThat(terms.counting().get(0).history()).isFalse();
    }

    @Test
    void anEmptyCurrencyIsUsDollars() {
        assertThat(plan(pensero().clear("Plans", "D6"), 1).currency()).isEqualTo(Currency.getInstance("USD"));
    }

    @Test
    void namesLoseTheSpacesAroundThemAndNumbersMayBeNames() {
        PolicyTerms terms = plecto().type("Plans", "A5", "\u00A0Medium  plan ")
                .type("Plans", "A6", 365)
                .workbook(book -> book.removeSheetAt(book.getSheetIndex("Scenarios")))
                .terms();
        assertThat(terms.plans()).extracting(PlanTerms::plan).containsExactly("Medium plan", "365", "Enterprise");
    }

    @Test
    void placeholdersMayBeWrittenInAnyCase() {
        assertThat(pensero()
                        .type("Settings", "C5", "{Used} of { licensed }")
                        .terms()
                        .settings()
                        .get(0)
                        .value())
                .isEqualTo("{used} of {licensed}");
    }

    @Test
    void blankRowsBetweenRowsDoNoHarm() {
        EditedWorkbook edited = plecto().sheet("Plans", sheet -> {
            dropTables(sheet);
            sheet.shiftRows(5, 6, 3);
        });
        List<PlanTerms> plans = edited.terms().plans();
        assertThat(plans).extracting(PlanTerms::plan).containsExactly("Medium", "Large", "Enterprise");
        assertThat(plans).extracting(plan -> plan.at().row()).containsExactly(5, 9, 10);
    }

    @Test
    void columnsMayStandInAnotherOrderHiddenOrBeLeftOut() {
        EditedWorkbook edited = plecto().sheet("Plans", sheet -> {
            dropTables(sheet);
            for (Row row : sheet) {
                if (row.getRowNum() >= 3) {
                    swap(row, 0, 4);
                    for (int left : new int[] {2, 5, 6, 7}) {
                        row.getCell(left).setBlank();
                    }
                }
            }
            sheet.setColumnHidden(1, true);
        });
        PlanTerms medium = edited.terms().plans().get(0);
        assertThat(medium.plan()).isEqualTo("Medium");
        assertThat(medium.cell("Minimum")).hasToString("plecto.xlsx!Plans!A5");
        assertThat(medium.cell("Plan")).hasToString("plecto.xlsx!Plans!E5");
        assertThat(medium.maximum()).isNull();
        // a column that was left out answers with the row's first cell, so that a reason can name the row
        assertThat(medium.cell("Maximum")).hasToString("plecto.xlsx!Plans!A5");
    }

    @Test
    void headersAndSheetsMayBeWrittenInAnyCase() {
        PolicyTerms terms = plecto().workbook(
                        book -> book.setSheetName(book.getSheetIndex("Over the limit"), "OVER THE LIMIT"))
                .type("Plans", "C4", "price per\nlicence  and month")
                .type("Plans", "C5", 9)
                .terms();
        assertThat(terms.plans().get(0).price()).isEqualTo("9");
        assertThat(terms.overLimit().get(0).cell("Status")).hasToString("plecto.xlsx!OVER THE LIMIT!M5");
    }

    @Test
    void theHeaderMayStandFurtherDownAndTitlesMayBeMerged() {
        EditedWorkbook edited = plecto().sheet("Settings", sheet -> {
            dropTables(sheet);
            sheet.shiftRows(3, 15, 5);
            sheet.addMergedRegion(CellRangeAddress.valueOf("A1:D1"));
        });
        assertThat(edited.terms().settings())
                .extracting(setting -> setting.cell("Value").address())
                .containsExactly("C10", "C11");
    }

    @Test
    void optionalSheetsMayBeLeftOutAndFreeTextIsNotRead() {
        PolicyTerms terms = plecto().workbook(book -> {
                    book.removeSheetAt(book.getSheetIndex("Settings"));
                    book.removeSheetAt(book.getSheetIndex("Exemption accounts"));
                })
                .at("Changes", "D9", cell -> cell.setCellFormula("TODAY()"))
                .terms();
        assertThat(terms.settings()).isEmpty();
        assertThat(terms.exemptions()).isEmpty();
    }

    @Test
    void lineBreaksInTextsForPeopleAreKept() {
        assertThat(limit(plecto().type("Over the limit", "Q5", " First line\r\nsecond\u00A0line "), 0)
                        .whatHappens())
                .isEqualTo("First line\nsecond line");
    }

    @Test
    void entitlementsMayBeWrittenInAnyCase() {
        PolicyTerms terms = activtrak()
                .type("Entitlements", "B19", " digital ")
                .type("Entitlements", "C11", "DATA HISTORY")
                .type("Entitlements", "D6", "data  HISTORY")
                .type("Entitlements", "E11", "Unlimited")
                .at("Entitlements", "E17", cell -> cell.setCellValue(true))
                .type("Entitlements", "E12", "10\u00A0000")
                .type("Add-ons", "D5", "Base Licences")
                .terms();
        assertThat(terms.entitlements().get(14).supportPlan()).isEqualTo("Digital");
        assertThat(terms.entitlements().get(6).addOn()).isEqualTo("Data History");
        assertThat(terms.entitlements().get(1).entitlement()).isEqualTo("Data history");
        assertThat(terms.entitlements().get(6).value()).isEqualTo("unlimited");
        assertThat(terms.entitlements().get(12).value()).isEqualTo("yes");
        assertThat(terms.entitlements().get(7).value()).isEqualTo("10000");
        assertThat(terms.addOns().get(0).licencesMustEqual()).isEqualTo(AddOnTerms.LicencesMustEqual.BASE_LICENCES);
    }

    @Test
    void newerColumnsMayStayEmpty() {
        PolicyTerms terms = activtrak()
                .clear("Plans", "K5")
                .clear("Add-ons", "D5")
                .clear("Support plans", "D5")
                .terms();
        assertThat(terms.planAfterTrial()).isEmpty();
        assertThat(terms.addOns().get(0).licencesMustEqual()).isEqualTo(AddOnTerms.LicencesMustEqual.ANY_NUMBER);
        assertThat(terms.supportPlans().get(0).included()).isFalse();
        assertThat(plan(learning().clear("Plans", "I5").clear("Plans", "J5"), 0))
                .satisfies(seats -> assertThat(seats.shownToCustomers()).isTrue())
                .satisfies(seats -> assertThat(seats.fixedTermMonths()).isNull());
        assertThat(plan(learning().type("Plans", "J5", "NO"), 0).shownToCustomers())
                .isFalse();
    }

    private static PlanTerms plan(EditedWorkbook edited, int index) {
        return edited.terms().plans().get(index);
    }

    private static OverLimitTerms limit(EditedWorkbook edited, int index) {
        return edited.terms().overLimit().get(index);
    }

    private static void dropTables(XSSFSheet sheet) {
        List.copyOf(sheet.getTables()).forEach(sheet::removeTable);
    }

    private static void swap(Row row, int one, int other) {
        Cell a = row.getCell(one);
        Cell b = row.getCell(other);
        String text = text(a);
        set(a, text(b));
        set(b, text);
    }

    private static String text(Cell cell) {
        return switch (cell.getCellType()) {
            case STRING -> cell.getStringCellValue();
            case NUMERIC -> String.valueOf((int) cell.getNumericCellValue());
            default -> "";
        };
    }

    private static void set(Cell cell, String text) {
        if (text.isEmpty()) {
            cell.setBlank();
        } else {
            cell.setCellValue(text);
        }
    }
}
