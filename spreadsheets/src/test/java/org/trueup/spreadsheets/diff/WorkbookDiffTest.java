package org.trueup.spreadsheets.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trueup.spreadsheets.diff.DiffResult.Side;
import org.trueup.spreadsheets.diff.DiffResult.Unreadable;
import org.trueup.spreadsheets.diff.Difference.CellChanged;
import org.trueup.spreadsheets.diff.Difference.RowAdded;

/** What an analyst's edits are told as. */
class WorkbookDiffTest {

    @ParameterizedTest
    @ValueSource(strings = {"plecto", "activtrak", "learning", "pensero"})
    void aWorkbookDoesNotDifferFromItself(String vendor) {
        assertThat(Draft.differences(Draft.shipped(vendor), Draft.shipped(vendor)))
                .isEmpty();
    }

    @Test
    void aChangedCellIsToldWithItsRowColumnValuesAndPlace() {
        assertThat(Draft.of("plecto")
                        .type("Plans", "C5", 12)
                        .type("Plans", "E5", 6)
                        .differences())
                .extracting(Difference::toString)
                .containsExactly(
                        "Plans, row \"Medium\": Price per licence and month empty → 12 (C5)",
                        "Plans, row \"Medium\": Minimum 5 → 6 (E5)");
    }

    @Test
    void thePartsOfAChangeAreThereForPrograms() {
        assertThat(Draft.of("plecto").type("Plans", "E5", 6).differences())
                .containsExactly(new CellChanged("Plans", "row \"Medium\"", "Minimum", "5", "6", "E5", "E5"));
    }

    @Test
    void anEmptiedCellIsCalledEmpty() {
        assertThat(Draft.of("plecto").clear("Plans", "E5").told())
                .containsExactly("Plans, row \"Medium\": Minimum 5 → empty (E5)");
    }

    @Test
    void anInsertedRowLeavesTheRowsBelowUnchanged() {
        Draft draft = Draft.of("plecto").insertRows("Plans", 6, 1);
        assertThat(draft.type("Plans", "A6", "Small")
                        .type("Plans", "B6", "peak-daily-active")
                        .type("Plans", "E6", 1)
                        .differences())
                .singleElement()
                .isInstanceOfSatisfying(
                        RowAdded.class,
                        added -> assertThat(added)
                                .hasToString(
                                        "Plans, row \"Small\" added in row 6: Plan \"Small\", Metric \"peak-daily-active\","
                                                + " Minimum 1"));
    }

    @Test
    void aRowThatWasPushedDownAndChangedNamesBothItsPlaces() {
        Draft draft = Draft.of("plecto").insertRows("Plans", 5, 2);
        assertThat(draft.type("Plans", "E8", 9).told())
                .containsExactly("Plans, row \"Large\": Minimum 5 → 9 (E8, before E6)");
    }

    @Test
    void aRemovedRowIsToldWithWhatItSaid() {
        assertThat(Draft.of("activtrak").deleteRow("Settings", 6).told())
                .containsExactly(
                        "Settings, row \"Trial days, Professional\" removed, it was row 6: Name \"Trial days\","
                                + " Plan \"Professional\", Value 14, Unit \"days\"");
    }

    @Test
    void aRowThatChangedItsPlaceAmongItsNeighboursIsMoved() {
        Draft draft = Draft.of("plecto").insertRows("Over the limit", 5, 1).copyRow("Over the limit", 8, 5);
        assertThat(draft.deleteRow("Over the limit", 8).told())
                .containsExactly("Over the limit, row \"Over by at least (licences) 1\" moved from row 7 to row 5");
    }

    @Test
    void aRenamedPlanIsAChangeOfItsRowNotANewOne() {
        assertThat(Draft.of("activtrak").type("Plans", "A5", "Gratis").told())
                .containsExactly("Plans, row \"Free\": Plan \"Free\" → \"Gratis\" (A5)");
    }

    @Test
    void aRowOfConditionsIsKnownByThemWhateverItAnswers() {
        assertThat(Draft.of("plecto")
                        .type("Over the limit", "G5", "WARNING")
                        .type("Over the limit", "G7", "OVERAGE")
                        .told())
                .containsExactly(
                        "Over the limit, row without conditions: Status \"COMPLIANT\" → \"WARNING\" (G5)",
                        "Over the limit, row \"Over by at least (licences) 1\": Status \"WARNING\" → \"OVERAGE\" (G7)");
    }

    @Test
    void aChangedConditionIsAChangeOfTheRowThatOtherwiseSaysTheSame() {
        assertThat(Draft.of("plecto").type("Over the limit", "C7", 3).told())
                .containsExactly("Over the limit, row \"Over by at least (licences) 1\":"
                        + " Over by at least (licences) 1 → 3 (C7)");
    }

    @Test
    void ofALongTextThePlaceWhereItChangedIsShown() {
        Draft draft = Draft.of("plecto")
                .at(
                        "Over the limit",
                        "K7",
                        cell -> cell.setCellValue(
                                cell.getStringCellValue().replace("Nothing is blocked", "Everything is blocked")));
        assertThat(draft.told())
                .singleElement()
                .asString()
                .startsWith("Over the limit, row \"Over by at least (licences) 1\": What happens \"…")
                .contains("Nothing is blocked", " → \"…", "Everything is blocked")
                .endsWith("(K7)")
                .hasSizeLessThan(300);
    }

    @Test
    void columnsInAnotherOrderAreNoDifference() {
        assertThat(Draft.of("plecto").swapColumns("Plans", 2, 4).told()).isEmpty();
    }

    @Test
    void aCellThatChangedInAMovedColumnNamesBothPlaces() {
        assertThat(Draft.of("plecto")
                        .swapColumns("Plans", 2, 4)
                        .type("Plans", "C5", 8)
                        .told())
                .containsExactly("Plans, row \"Medium\": Minimum 5 → 8 (C5, before E5)");
    }

    @Test
    void aRenamedHeadingIsToldOnceAndItsCellsAreNot() {
        assertThat(Draft.of("plecto").type("Plans", "E4", "At least").told())
                .containsExactly("Plans: the column \"Minimum\" is now called \"At least\" (E4)");
    }

    @Test
    void aColumnThatIsGoneIsToldAndEveryValueThatWentWithIt() {
        Draft draft =
                Draft.of("plecto").clear("Plans", "E4").clear("Plans", "E5").clear("Plans", "E6");
        assertThat(draft.clear("Plans", "E7").told())
                .containsExactly(
                        "Plans: the column \"Minimum\" is gone (it was E4)",
                        "Plans, row \"Medium\": Minimum 5 → empty (was E5)",
                        "Plans, row \"Large\": Minimum 5 → empty (was E6)",
                        "Plans, row \"Enterprise\": Minimum 5 → empty (was E7)");
    }

    @Test
    void aNewColumnIsToldAndEveryValueInIt() {
        assertThat(Draft.of("plecto")
                        .type("Plans", "I4", "Fixed term in months")
                        .type("Plans", "I6", 12)
                        .told())
                .containsExactly(
                        "Plans: the column \"Fixed term in months\" is new (I4)",
                        "Plans, row \"Large\": Fixed term in months empty → 12 (I6)");
    }

    @Test
    void textBesideTheTableIsToldByItsCell() {
        assertThat(Draft.of("plecto").type("Plans", "M5", "ask Bo").told())
                .containsExactly("Plans, row \"Medium\": empty → \"ask Bo\" (M5)");
    }

    @Test
    void sheetsThatAreNewGoneOrRenamedAreTold() {
        assertThat(Draft.of("activtrak")
                        .workbook(workbook -> {
                            workbook.createSheet("Notes")
                                    .createRow(0)
                                    .createCell(0)
                                    .setCellValue("a note");
                            workbook.removeSheetAt(workbook.getSheetIndex("Support plans"));
                            workbook.setSheetName(workbook.getSheetIndex("Add-ons"), "Extras");
                        })
                        .told())
                .containsExactly(
                        "Extras: the sheet was called \"Add-ons\"",
                        "Notes: the sheet is new (rows with something in them: 1)",
                        "Support plans: the sheet is gone (rows with something in them: 9)");
    }

    @Test
    void aTabThatIsSpelledOtherwiseIsTheSameSheet() {
        assertThat(Draft.of("plecto")
                        .workbook(workbook -> workbook.setSheetName(workbook.getSheetIndex("Plans"), "PLANS "))
                        .told())
                .isEmpty();
    }

    @Test
    void readMeIsComparedAsText() {
        assertThat(Draft.of("plecto").type("Read me", "B5", "New text").told())
                .singleElement()
                .asString()
                .startsWith("Read me: \"The plans and what each counts, its price")
                .endsWith("…\" → \"New text\" (B5)");
    }

    @Test
    void aNewLineOfChangesIsARow() {
        assertThat(Draft.of("plecto")
                        .type("Changes", "A6", LocalDate.of(2026, 12, 1))
                        .type("Changes", "B6", "Ada Lind")
                        .type("Changes", "C6", "A price")
                        .told())
                .containsExactly("Changes, row 6 added: Date 2026-12-01, Who \"Ada Lind\", What changed \"A price\"");
    }

    @Test
    void aTitleIsComparedByItsCell() {
        assertThat(Draft.of("plecto").type("Plans", "A1", "Our plans").told())
                .containsExactly("Plans: \"Plans\" → \"Our plans\" (A1)");
    }

    @Test
    void theSameValueTypedOtherwiseIsNoDifference() {
        assertThat(Draft.of("plecto")
                        .type("Plans", "E5", " 5 ")
                        .type("Plans", "E6", "５")
                        .type("Plans", "A7", "Enterprise\u00a0 ")
                        .type("Checks", "F5", "90 %")
                        .type("Checks", "J8", "30")
                        .type("Changes", "A5", "2026-11-22")
                        .told())
                .isEmpty();
    }

    @Test
    void aPercentageIsToldAsPeopleSeeIt() {
        assertThat(Draft.of("plecto").type("Checks", "F5", 0.85).told())
                .containsExactly("Checks, row \"USE_AT_90_PERCENT\": Use at least (%) 90 % → 85 % (F5)");
    }

    @Test
    void looksAreNoDifference() {
        assertThat(Draft.of("plecto")
                        .at("Plans", "E5", cell -> {
                            CellStyle red = cell.getSheet().getWorkbook().createCellStyle();
                            red.setFillForegroundColor(IndexedColors.RED.getIndex());
                            red.setFillPattern(FillPatternType.SOLID_FOREGROUND);
                            red.setDataFormat((short) 4);
                            cell.setCellStyle(red);
                            cell.getSheet().setColumnHidden(4, true);
                        })
                        .told())
                .isEmpty();
    }

    @Test
    void aWorkbookFullOfErrorsIsComparedByWhatIsTyped() {
        Draft draft = Draft.of("plecto")
                .at("Plans", "E5", cell -> cell.setCellFormula("2+3"))
                .at("Plans", "E6", cell -> cell.setCellErrorValue((byte) 42))
                .type("Plans", "B7", "number-of-hats");
        assertThat(draft.told())
                .containsExactly(
                        "Plans, row \"Medium\": Minimum 5 → the formula =2+3 (E5)",
                        "Plans, row \"Large\": Minimum 5 → #N/A (E6)",
                        "Plans, row \"Enterprise\": Metric \"peak-daily-active\" → \"number-of-hats\" (B7)");
    }

    @Test
    void twoFormulasDifferByTheirText() {
        byte[] first = Draft.of("plecto")
                .at("Plans", "E5", cell -> cell.setCellFormula("2+3"))
                .bytes();
        assertThat(Draft.of(first).told()).isEmpty();
        assertThat(Draft.of(first)
                        .at("Plans", "E5", cell -> cell.setCellFormula("3+3"))
                        .told())
                .containsExactly("Plans, row \"Medium\": Minimum the formula =2+3 → the formula =3+3 (E5)");
    }

    @Test
    void aSheetWithoutHeadingsIsComparedAsText() {
        Draft draft = Draft.of("plecto")
                .workbook(workbook -> workbook.getSheet("Plans")
                        .removeRow(workbook.getSheet("Plans").getRow(3)));
        assertThat(draft.told()).isNotEmpty().allMatch(told -> told.startsWith("Plans"));
    }

    @Test
    void manyEditsAtOnceAreToldSheetBySheet() {
        Draft draft = Draft.of("activtrak")
                .insertRows("Over the limit", 7, 1)
                .type("Over the limit", "A7", "Premium")
                .type("Over the limit", "C7", 5)
                .type("Over the limit", "G7", "WARNING")
                .type("Plans", "A5", "Gratis")
                .type("Plans", "E6", 7)
                .deleteRow("Settings", 6)
                .type("Checks", "O6", "WARNING");
        assertThat(draft.told())
                .containsExactly(
                        "Plans, row \"Free\": Plan \"Free\" → \"Gratis\" (A5)",
                        "Plans, row \"Essentials\": Minimum 5 → 7 (E6)",
                        "Over the limit, row \"Plan Premium, Over by at least (licences) 5\" added in row 7:"
                                + " Plan \"Premium\", Over by at least (licences) 5, Status \"WARNING\"",
                        "Settings, row \"Trial days, Professional\" removed, it was row 6: Name \"Trial days\","
                                + " Plan \"Professional\", Value 14, Unit \"days\"",
                        "Checks, row \"USE_AT_90_PERCENT\": Severity \"INFO\" → \"WARNING\" (O6)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plecto", "activtrak"})
    void aCopySavedByLibreOfficeIsTheSame(String vendor) {
        assertThat(Draft.differences(Draft.kept(vendor + ".xlsx"), Draft.kept(vendor + "-saved-by-libreoffice.xlsx")))
                .isEmpty();
    }

    @Test
    void aFileThatIsNoWorkbookIsRefusedWithItsSide() {
        byte[] text = "no workbook".getBytes(StandardCharsets.UTF_8);
        String refusal =
                "the file is not an Excel workbook; open it in Excel and save it as \"Excel Workbook (*.xlsx)\"";
        assertThat(WorkbookDiff.between(text, Draft.shipped("plecto"))).isEqualTo(new Unreadable(Side.OLD, refusal));
        assertThat(WorkbookDiff.between(Draft.shipped("plecto"), text)).isEqualTo(new Unreadable(Side.NEW, refusal));
    }

    @Test
    void aSheetThatIsTooLargeIsRefusedByName() {
        byte[] large = Draft.of("plecto")
                .workbook(workbook -> {
                    var sheet = workbook.createSheet("Large");
                    for (int row = 0; row <= 10_000; row++) {
                        sheet.createRow(row).createCell(0).setCellValue(row);
                    }
                })
                .bytes();
        assertThat(WorkbookDiff.between(Draft.shipped("plecto"), large))
                .isEqualTo(new Unreadable(
                        Side.NEW,
                        "the sheet \"Large\": there are more than 10000 rows; say the same with fewer, for example with *"
                                + " in names"));
    }

    @Test
    void thousandsOfChangedRowsAreEachPairedWithTheirOwn() {
        Draft draft = Draft.of("plecto");
        for (int row = 5; row < 2_005; row++) {
            draft.type("Exemption accounts", "B" + row, "account " + row).type("Exemption accounts", "C" + row, 1);
        }
        byte[] before = draft.bytes();
        Draft renamed = Draft.of(before);
        for (int row = 5; row < 2_005; row++) {
            renamed.type("Exemption accounts", "A" + row, "source " + row % 3);
        }
        byte[] after = renamed.bytes();
        assertThat(Draft.differences(before, after))
                .hasSize(2_000)
                .allSatisfy(difference -> assertThat(difference)
                        .isInstanceOfSatisfying(
                                CellChanged.class,
                                changed -> assertThat(changed.cellBefore())
                                        .isEqualTo(changed.cellAfter())
                                        .startsWith("A")));
    }
}
