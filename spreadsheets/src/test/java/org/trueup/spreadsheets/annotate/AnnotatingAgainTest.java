package org.trueup.spreadsheets.annotate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trueup.spreadsheets.annotate.Books.annotated;
import static org.trueup.spreadsheets.annotate.Books.cell;
import static org.trueup.spreadsheets.annotate.Books.check;
import static org.trueup.spreadsheets.annotate.Books.edited;
import static org.trueup.spreadsheets.annotate.Books.error;
import static org.trueup.spreadsheets.annotate.Books.open;
import static org.trueup.spreadsheets.annotate.Books.report;
import static org.trueup.spreadsheets.annotate.Books.shipped;
import static org.trueup.spreadsheets.annotate.Books.typed;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.trueup.spreadsheets.check.CheckReport;
import org.trueup.spreadsheets.scenario.RowTouch;
import org.trueup.spreadsheets.scenario.ScenarioOutcome;
import org.trueup.spreadsheets.scenario.ScenarioOutcome.Expectation;

/** An annotation replaces the one before, also when another program saved the workbook in between. */
class AnnotatingAgainTest {
    private static final CheckReport WITH_SCENARIOS = new CheckReport(
            Books.PLECTO,
            Optional.empty(),
            List.of(),
            List.of(
                    new ScenarioOutcome(
                            "Changes",
                            5,
                            "At the limit",
                            List.of(
                                    new Expectation("Used", "C5", "2", "2", true),
                                    new Expectation("Status", "D5", "GRACE", "WARNING", false))),
                    new ScenarioOutcome("Changes", 7, "Below", List.of(new Expectation("Used", "C7", "1", "1", true)))),
            List.of(new RowTouch("Plans", 5, 2), new RowTouch("Plans", 6, 0), new RowTouch("Over the limit", 7, 0)));

    @Test
    void annotatingTwiceIsAnnotatingOnce() {
        byte[] bad = typed(typed(shipped(), "Plans", "E6", "five"), "Plans", "E4", "Minimun");
        byte[] once = annotated(bad);
        assertThat(writtenParts(annotated(once))).isEqualTo(writtenParts(once));
    }

    @Test
    void aMendedCellLooksAsBefore() throws IOException {
        byte[] bad = typed(typed(shipped(), "Plans", "E6", "five"), "Plans", "E4", "Minimun");
        byte[] mended = edited(annotated(bad), book -> {
            cell(book, "Plans", "E6").setCellValue(5);
            cell(book, "Plans", "E4").setCellValue("Minimum");
        });
        try (XSSFWorkbook before = open(shipped());
                XSSFWorkbook after = open(annotated(mended))) {
            for (String place : List.of("E4", "E6")) {
                XSSFCell was = cell(before, "Plans", place);
                XSSFCell is = cell(after, "Plans", place);
                assertThat(is.getCellStyle().getFillPattern())
                        .isEqualTo(was.getCellStyle().getFillPattern());
                assertThat(is.getCellStyle().getFont())
                        .isEqualTo(was.getCellStyle().getFont());
                assertThat(is.getCellComment().getString().getString())
                        .isEqualTo(was.getCellComment().getString().getString());
                assertThat(is.getCellStyle().getDataFormatString())
                        .isEqualTo(was.getCellStyle().getDataFormatString());
            }
        }
    }

    @Test
    void aSheetWithoutCommentsHasNoneAgain() {
        byte[] plain = edited(shipped(), book -> book.getSheet("Read me"));
        byte[] once = annotated(plain, report(error("Read me", "B2", "odd"), error("Read me", "H90", "odd")));
        assertThat(PackageParts.of(once)).containsKeys("xl/comments/trueup1.xml", "xl/drawings/trueup1.vml");
        Map<String, byte[]> after = PackageParts.of(annotated(once, report()));
        assertThat(after).doesNotContainKeys("xl/comments/trueup1.xml", "xl/drawings/trueup1.vml");
        String sheet = "xl/worksheets/sheet1.xml";
        assertThat(PackageParts.written(after.get(sheet), element -> false).replace("tabSelected=0", "tabSelected=1"))
                .isEqualTo(PackageParts.written(PackageParts.of(plain).get(sheet), element -> false)
                        .replace("tabSelected=true", "tabSelected=1"));
    }

    @Test
    void scenarioResultsStandBesideTheExpectations() throws IOException {
        try (XSSFWorkbook book = open(annotated(scenarios(), WITH_SCENARIOS))) {
            XSSFSheet sheet = book.getSheet("Changes");
            assertThat(cell(book, "Changes", "E4").getStringCellValue()).isEqualTo("Trueup: result");
            assertThat(cell(book, "Changes", "F4").getStringCellValue()).isEqualTo("Trueup: got");
            assertThat(cell(book, "Changes", "E5").getStringCellValue()).isEqualTo("failed");
            assertThat(cell(book, "Changes", "F5").getStringCellValue())
                    .isEqualTo("Used: 2; Status: WARNING instead of GRACE");
            assertThat(cell(book, "Changes", "E7").getStringCellValue()).isEqualTo("passed");
            assertThat(cell(book, "Changes", "E7").getCellStyle().getFillPattern())
                    .isEqualTo(FillPatternType.NO_FILL);
            assertThat(sheet.getColumnWidth(5)).isEqualTo(60 * 256);
        }
    }

    @Test
    void coverageListsTheRowsThatNoScenarioTouched() throws IOException {
        try (XSSFWorkbook book = open(annotated(shipped(), WITH_SCENARIOS))) {
            XSSFSheet sheet = book.getSheet("Coverage");
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("1 of 3 rows decide something in a scenario."
                            + " These do not: write a scenario that one of them decides.");
            assertThat(sheet.getRow(4).getCell(1).getStringCellValue()).isEqualTo("row 6");
            assertThat(sheet.getHyperlink(5, 1).getLocation()).isEqualTo("'Over the limit'!A7");
            assertThat(sheet.getLastRowNum()).isEqualTo(5);
        }
    }

    @Test
    void theResultsOfScenariosAreReplacedToo() throws IOException {
        byte[] saved = edited(annotated(scenarios(), WITH_SCENARIOS), book -> book.getSheet("Plans"));
        try (XSSFWorkbook book = open(annotated(saved, report()))) {
            assertThat(book.getSheet("Coverage")).isNull();
            assertThat(book.getSheet("Changes").getRow(3).getLastCellNum()).isEqualTo((short) 4);
            assertThat(book.getSheet("Changes").getColumnWidth(5)).isNotEqualTo(60 * 256);
        }
        byte[] again = annotated(saved, WITH_SCENARIOS);
        try (XSSFWorkbook book = open(again)) {
            assertThat(cell(book, "Changes", "E4").getStringCellValue()).isEqualTo("Trueup: result");
            assertThat(book.getSheet("Changes").getRow(3).getLastCellNum()).isEqualTo((short) 6);
        }
    }

    @Test
    void columnsOfResultsOnASheetThatIsReadArePassedOver() {
        byte[] withResults = edited(shipped(), book -> {
            cell(book, "Plans", "I4").setCellValue("Trueup: result");
            cell(book, "Plans", "I5").setCellValue("failed");
        });
        assertThat(check(withResults).problems()).isEmpty();
    }

    private static byte[] scenarios() {
        return edited(shipped(), book -> {
            for (String place : List.of("A4", "B4", "C4", "D4")) {
                cell(book, "Changes", place).setCellValue("Heading " + place);
            }
        });
    }

    private static Map<String, String> writtenParts(byte[] file) {
        Map<String, String> written = new TreeMap<>();
        PackageParts.of(file).forEach((name, part) -> written.put(name, PackageParts.written(part, element -> false)));
        return written;
    }
}
