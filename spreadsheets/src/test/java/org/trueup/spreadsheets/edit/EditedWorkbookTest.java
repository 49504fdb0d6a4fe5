package org.trueup.spreadsheets.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.check.WorkbookCheck;
import org.trueup.spreadsheets.policybook.CellShape;
import org.trueup.spreadsheets.policybook.PolicyBook;

/** What is typed into cells, what becomes of rows, and what is refused. */
class EditedWorkbookTest {
    private static final Vendor PLECTO = new Vendor("plecto");
    private static final byte[] SHIPPED =
            Objects.requireNonNull(PolicyBook.shipped().get(PLECTO));

    @Test
    void numbersAndDatesAreStoredAsExcelStoresThem() throws IOException {
        byte[] edited = RoundTripTest.edit(
                PLECTO, SHIPPED, List.of(cell("Plans", "E5", "7"), cell("Plans", "G5", "2026-12-01")));

        assertThat(poi(edited, "Plans", "E5").getNumericCellValue()).isEqualTo(7);
        assertThat(poi(edited, "Plans", "G5").getLocalDateTimeCellValue()).isEqualTo("2026-12-01T00:00");
        assertThat(typed(edited, "Plans", "G", 5)).isEqualTo("2026-12-01");
    }

    @Test
    void aPercentageIsTypedAsPeopleSayIt() {
        SheetGrid overLimit = grid(SHIPPED, "Over the limit");
        String letters = overLimit.columns().stream()
                .filter(column -> column.shape().kind() == CellShape.Kind.PERCENT)
                .findFirst()
                .orElseThrow()
                .letters();
        for (String way : List.of("5 %", "5", "5%")) {
            byte[] edited = RoundTripTest.edit(PLECTO, SHIPPED, List.of(cell("Over the limit", letters + "5", way)));
            assertThat(typed(edited, "Over the limit", letters, 5)).startsWith("5");
            assertThat(WorkbookCheck.of(PLECTO, edited).problems())
                    .noneMatch(problem -> (letters + "5").equals(problem.cell())
                            && problem.message().contains("percentage"));
        }
    }

    @Test
    void whatDoesNotFitIsKeptAsTypedForTheCheckToTell() {
        byte[] edited = RoundTripTest.edit(PLECTO, SHIPPED, List.of(cell("Plans", "E5", "five")));

        assertThat(typed(edited, "Plans", "E", 5)).isEqualTo("five");
        assertThat(WorkbookCheck.of(PLECTO, edited).problems())
                .anyMatch(problem ->
                        "E5".equals(problem.cell()) && problem.message().startsWith("\"five\" is not"));
    }

    @Test
    void aFormulaThatIsTypedIsATextAndNothingIsCalculated() throws IOException {
        byte[] edited = RoundTripTest.edit(PLECTO, SHIPPED, List.of(cell("Plans", "A5", "=1+1")));

        assertThat(poi(edited, "Plans", "A5").getCellType()).isEqualTo(CellType.STRING);
        assertThat(typed(edited, "Plans", "A", 5)).isEqualTo("=1+1");
    }

    @Test
    void anyCharacterComesBackAsItWasTyped() {
        for (String odd : List.of("a <b> & \"c\"", "two\nlines", "_x0041_ stays", " spaces around ", "Zoë ☂ 𝄞")) {
            byte[] edited = RoundTripTest.edit(PLECTO, SHIPPED, List.of(cell("Plans", "A5", odd)));
            assertThat(typed(edited, "Plans", "A", 5)).isEqualTo(odd);
        }
    }

    @Test
    void aNewRowFillsTheFirstFreeOneAndKeepsItsLook() {
        int next = grid(SHIPPED, "Plans").nextRow();
        byte[] edited = RoundTripTest.edit(
                PLECTO,
                SHIPPED,
                List.of(new Edit.AddRow(
                        "Plans", Map.of("Plan", "Tiny", "Metric", "peak-daily-active", "Minimum", "1"))));

        assertThat(typed(edited, "Plans", "A", next)).isEqualTo("Tiny");
        assertThat(typed(edited, "Plans", "E", next)).isEqualTo("1");
        assertThat(grid(edited, "Plans").nextRow()).isEqualTo(next + 1);
    }

    @Test
    void aRowBelowThePreparedOnesMakesTheTableAndItsListsLonger() throws IOException {
        byte[] full = SHIPPED;
        int prepared = lastTableRow(SHIPPED);
        while (grid(full, "Plans").nextRow() <= prepared) {
            full = RoundTripTest.edit(PLECTO, full, List.of(new Edit.AddRow("Plans", Map.of("Plan", "Filler"))));
        }
        byte[] edited = RoundTripTest.edit(
                PLECTO, full, List.of(new Edit.AddRow("Plans", Map.of("Plan", "Tiny", "Sold from", "2026-12-01"))));

        assertThat(lastTableRow(edited)).isEqualTo(prepared + 1);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(edited))) {
            assertThat(book.getSheet("Plans").getDataValidations())
                    .isNotEmpty()
                    .allSatisfy(list -> assertThat(
                                    list.getRegions().getCellRangeAddresses()[0].getLastRow() + 1)
                            .isEqualTo(prepared + 1));
        }
        assertThat(poi(edited, "Plans", "G" + (prepared + 1)).getLocalDateTimeCellValue())
                .as("shown as a date, as the rows above are")
                .isEqualTo("2026-12-01T00:00");
    }

    @Test
    void aDeletedRowIsEmptyAndTheRowsBelowStayWhereTheyAre() {
        SheetGrid before = grid(SHIPPED, "Plans");
        byte[] edited = RoundTripTest.edit(PLECTO, SHIPPED, List.of(new Edit.DeleteRow("Plans", 5)));

        assertThat(grid(edited, "Plans").rows())
                .isEqualTo(before.rows().subList(1, before.rows().size()));
    }

    @Test
    void aFormulaIsReplacedByItsValueWithoutATrace() {
        byte[] formula = Zipped.edited(
                SHIPPED, book -> book.getSheet("Plans").getRow(4).getCell(4).setCellFormula("1+1"));
        assertThat(typed(formula, "Plans", "E", 5)).isEqualTo("=1+1");

        byte[] edited = RoundTripTest.edit(PLECTO, formula, List.of(cell("Plans", "E5", "2")));

        assertThat(typed(edited, "Plans", "E", 5)).isEqualTo("2");
        assertThat(Zipped.parts(edited)).doesNotContainKey("xl/calcChain.xml");
        assertThat(new String(Zipped.parts(edited).get("[Content_Types].xml"), StandardCharsets.UTF_8))
                .doesNotContain("calcChain");
    }

    @Test
    void whatIsNoCellOfATableIsRefusedAndNothingIsChanged() {
        assertRefused(
                cell("Plans", "A4", "Title"), "Plans!A4 stands above the rows of the table; they begin in row 5.");
        assertRefused(cell("Plans", "Z5", "x"), "Plans!Z5 stands under no column of the table.");
        assertRefused(cell("Plans", "A900", "x"), "Plans!A900 stands below the table; the next row is row ");
        assertRefused(cell("Plans", "A5:B6", "x"), "\"A5:B6\" is no cell; name one as Excel does, for example E5.");
        assertRefused(cell("Nowhere", "A5", "x"), "There is no table on a sheet \"Nowhere\" that could be edited.");
        assertRefused(new Edit.AddRow("Plans", Map.of("Colour", "blue")), "The sheet Plans has no column \"Colour\".");
        assertRefused(cell("Plans", "A5", "x".repeat(40_000)), "A cell holds at most 32767 characters");
    }

    @Test
    void editsAreDoneTogetherOrNotAtAll() {
        EditResult result = EditedWorkbook.of(
                SHIPPED,
                RoundTripTest.grid(PLECTO, SHIPPED),
                List.of(cell("Plans", "E5", "7"), cell("Plans", "A1", "x")));

        assertThat(result)
                .isInstanceOfSatisfying(
                        EditResult.NotPossible.class,
                        refused -> assertThat(refused.edit()).isEqualTo(1));
    }

    @Test
    void whatWasDoneIsToldCellByCell() {
        EditResult result = EditedWorkbook.of(
                SHIPPED,
                RoundTripTest.grid(PLECTO, SHIPPED),
                List.of(cell("Plans", "E5", "7"), cell("Plans", "F5", "")));

        assertThat(((EditResult.Edited) result).changes()).containsExactly("Plans!E5: 5 → 7");
    }

    @Test
    void theGridTellsTypesAndChoices() {
        SheetGrid plans = grid(SHIPPED, "Plans");
        assertThat(plans.columns().get(1).shape().choices()).contains("peak-daily-active");
        assertThat(plans.columns().get(4).shape().kind()).isEqualTo(CellShape.Kind.NUMBER);
        assertThat(grid(SHIPPED, "Over the limit").columns().get(0).shape().choices())
                .contains("Medium", "Large", "Enterprise");
        assertThat(grid(SHIPPED, "Scenarios").columns())
                .anySatisfy(column -> assertThat(column.header()).isEqualTo("As of"));
    }

    private static void assertRefused(Edit edit, String sentence) {
        assertThat(EditedWorkbook.of(SHIPPED, RoundTripTest.grid(PLECTO, SHIPPED), List.of(edit)))
                .isInstanceOfSatisfying(
                        EditResult.NotPossible.class,
                        refused -> assertThat(refused.sentence()).startsWith(sentence));
    }

    private static Edit cell(String sheet, String cell, String typed) {
        return new Edit.SetCell(sheet, cell, typed);
    }

    private static SheetGrid grid(byte[] workbook, String sheet) {
        return RoundTripTest.grid(PLECTO, workbook).sheet(sheet).orElseThrow();
    }

    private static String typed(byte[] workbook, String sheet, String letters, int row) {
        return grid(workbook, sheet).typed(letters, row);
    }

    private static int lastTableRow(byte[] workbook) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            return book.getSheet("Plans").getTables().get(0).getEndRowIndex() + 1;
        }
    }

    private static XSSFCell poi(byte[] workbook, String sheet, String cell) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            CellReference place = new CellReference(cell);
            return book.getSheet(sheet).getRow(place.getRow()).getCell(place.getCol());
        }
    }
}
