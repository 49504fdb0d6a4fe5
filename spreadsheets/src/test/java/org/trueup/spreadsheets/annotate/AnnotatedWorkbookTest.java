package org.trueup.spreadsheets.annotate;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import static org.trueup.spreadsheets.annotate.Books.warning;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.trueup.spreadsheets.parts.Xml;
import org.trueup.spreadsheets.policybook.Problem;
import org.trueup.spreadsheets.policybook.Severity;
import org.w3c.dom.Element;

/** What an annotated workbook says, read back by POI. */
class AnnotatedWorkbookTest {
    private static final String FIVE = "\"five\" is not a whole number from 0 to 10000000;"
            + " type the number alone, without separators or units";

    /** What the sheets of policy workbooks have, as the format's schema orders it. */
    private static final List<String> IN_ORDER = List.of(
            "sheetPr",
            "dimension",
            "sheetViews",
            "sheetFormatPr",
            "cols",
            "sheetData",
            "sheetProtection",
            "conditionalFormatting",
            "dataValidations",
            "hyperlinks",
            "pageMargins",
            "pageSetup",
            "headerFooter",
            "ignoredErrors",
            "drawing",
            "legacyDrawing",
            "tableParts");

    @Test
    void aBadCellIsFilledAndCommented() throws IOException {
        try (XSSFWorkbook book = open(annotated(typed(shipped(), "Plans", "E6", "five")))) {
            XSSFCell bad = cell(book, "Plans", "E6");
            assertThat(bad.getStringCellValue()).isEqualTo("five");
            assertThat(fill(bad)).isEqualTo("FFFFC7CD");
            assertThat(bad.getCellStyle().getFillPattern()).isEqualTo(FillPatternType.SOLID_FOREGROUND);
            assertThat(bad.getCellComment().getString().getString()).endsWith("\nTrueup: error: " + FIVE + listed(5));
            assertThat(cell(book, "Plans", "D6").getCellStyle().getFillPattern())
                    .isEqualTo(FillPatternType.NO_FILL);
        }
    }

    @Test
    void remarksAreCountedApartFromWarnings() throws IOException {
        Problem remark = new Problem("plecto.xlsx", "Plans", "E7", Severity.INFO, "may well be meant");
        try (XSSFWorkbook book = open(annotated(shipped(), report(warning("Plans", "E6", "odd"), remark)))) {
            assertThat(book.getSheet("Problems").getRow(1).getCell(0).getStringCellValue())
                    .startsWith("0 errors, 1 warning and 1 remark: the workbook can be published.");
        }
    }

    @Test
    void theMarkupOfItsSheetsStandsInTheOrderThatExcelAsksFor() {
        PackageParts.of(annotated(typed(shipped(), "Plans", "E6", "five"))).forEach((part, content) -> {
            if (part.startsWith("xl/worksheets/sheet") || part.startsWith("xl/worksheets/trueup")) {
                assertThat(Xml.children(PackageParts.root(content)))
                        .extracting(Element::getLocalName)
                        .as(part)
                        .isSubsetOf(IN_ORDER)
                        .isSortedAccordingTo(Comparator.comparing(IN_ORDER::indexOf));
            }
        });
    }

    @Test
    void aLongTextHasTheHeightThatItTakes() throws IOException {
        String text = "what is wrong here takes more than one line of the sheet, ".repeat(4);
        try (XSSFWorkbook book =
                open(annotated(shipped(), report(error("Plans", "E6", text), error("Plans", "E7", "short"))))) {
            XSSFSheet problems = book.getSheet("Problems");
            assertThat(problems.getRow(4).getHeightInPoints()).isEqualTo(41);
            assertThat(problems.getRow(5).getHeightInPoints()).isEqualTo(15);
        }
    }

    /** The way back from a cell to its line in the list. */
    private static String listed(int row) {
        return " (row " + row + " of the sheet Problems)";
    }

    @Test
    void theRowThatACommentNamesIsTheRowOfItsProblem() throws IOException {
        try (XSSFWorkbook book =
                open(annotated(shipped(), report(error("Plans", "E6", "one"), error("Plans", "E7", "two"))))) {
            assertThat(cell(book, "Plans", "E7").getCellComment().getString().getString())
                    .endsWith("Trueup: error: two (row 6 of the sheet Problems)");
            assertThat(row(book.getSheet("Problems"), 6)).contains("two");
        }
    }

    @Test
    void aWarningIsHatchedSoThatItDiffersWithoutColour() throws IOException {
        byte[] odd = edited(shipped(), book -> cell(book, "Plans", "C6").setCellValue(9.995));
        try (XSSFWorkbook book = open(annotated(odd))) {
            XSSFCell cell = cell(book, "Plans", "C6");
            assertThat(cell.getCellStyle().getFillPattern()).isEqualTo(FillPatternType.THIN_FORWARD_DIAG);
            assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("#,##0.00");
            assertThat(cell.getCellComment().getString().getString())
                    .isEqualTo("Trueup: warning: the cell shows \"10.00\" but holds 9.995, and 9.995 counts;"
                            + " type the number that is meant (row 5 of the sheet Problems)");
        }
    }

    @Test
    void aHeadingsWhiteLettersBecomeDarkOnTheFilling() throws IOException {
        try (XSSFWorkbook book = open(annotated(typed(shipped(), "Plans", "E4", "Minimun")))) {
            assertThat(cell(book, "Plans", "E4")
                            .getCellStyle()
                            .getFont()
                            .getXSSFColor()
                            .getARGBHex())
                    .isEqualTo("FF9C0006");
        }
    }

    @Test
    void anExistingCommentIsKeptAboveOurs() throws IOException {
        byte[] file = shipped();
        String before = comment(file, "Plans", "E4");
        byte[] annotated = annotated(file, report(error("Plans", "E4", "one"), warning("Plans", "E4", "two")));
        assertThat(before).isNotEmpty();
        assertThat(comment(annotated, "Plans", "E4"))
                .isEqualTo(before + "\nTrueup: error: one" + listed(5) + "\nTrueup: warning: two" + listed(6));
    }

    @Test
    void ofTwoProblemsInOneCellTheErrorFillsIt() throws IOException {
        byte[] annotated = annotated(
                shipped(),
                report(
                        warning("Plans", "E7", "a"),
                        error("Plans", "E7", "b"),
                        error("Plans", "E6", "c"),
                        warning("Plans", "E6", "d")));
        try (XSSFWorkbook book = open(annotated)) {
            assertThat(fill(cell(book, "Plans", "E7"))).isEqualTo("FFFFC7CD");
            assertThat(fill(cell(book, "Plans", "E6"))).isEqualTo("FFFFC7CD");
        }
        assertThat(comment(annotated, "Plans", "E6"))
                .endsWith("\nTrueup: error: c" + listed(7) + "\nTrueup: warning: d" + listed(8));
    }

    @Test
    void aCellThatWasNotThereIsMade() throws IOException {
        try (XSSFWorkbook book = open(
                annotated(shipped(), report(error("Plans", "AB3", "far right"), error("Plans", "C400", "far down"))))) {
            assertThat(fill(cell(book, "Plans", "AB3"))).isEqualTo("FFFFC7CD");
            assertThat(fill(cell(book, "Plans", "C400"))).isEqualTo("FFFFC7CD");
            assertThat(cell(book, "Plans", "C400").getCellComment().getString().getString())
                    .isEqualTo("Trueup: error: far down" + listed(6));
        }
    }

    @Test
    void theProblemsSheetOpensFirstAndLeadsToEachCell() throws IOException {
        byte[] bad = typed(typed(shipped(), "Plans", "E5", "five"), "Over the limit", "M5", "WARN");
        try (XSSFWorkbook book = open(annotated(bad))) {
            XSSFSheet sheet = book.getSheet("Problems");
            assertThat(book.getActiveSheetIndex()).isEqualTo(book.getNumberOfSheets() - 1);
            assertThat(book.getSheetAt(book.getActiveSheetIndex())).isSameAs(sheet);
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("2 errors and 0 warnings: the workbook cannot be published."
                            + " Click an address to go there; the next check makes this sheet anew.");
            assertThat(row(sheet, 5)).containsExactly("error", "Plans", "E5", FIVE);
            assertThat(sheet.getHyperlink(5 - 1, 2).getLocation()).isEqualTo("'Plans'!E5");
            assertThat(sheet.getHyperlink(6 - 1, 2).getLocation()).isEqualTo("'Over the limit'!M5");
            assertThat(sheet.getTables())
                    .singleElement()
                    .satisfies(table ->
                            assertThat(table.getArea().formatAsString()).isEqualTo("A4:E6"));
            assertThat(sheet.isColumnHidden(4)).isTrue();
        }
    }

    @Test
    void onlyTheProblemsSheetIsSelectedOrTypingWouldGoIntoTwo() throws IOException {
        try (XSSFWorkbook book = open(annotated(shipped()))) {
            book.forEach(sheet -> assertThat(sheet.isSelected())
                    .isEqualTo(sheet.getSheetName().equals("Problems")));
        }
    }

    @Test
    void aProblemOfTheWholeFileOrSheetIsListedWithoutACell() throws IOException {
        Problem whole =
                new Problem("plecto.xlsx", null, null, Severity.ERROR, "the sheet \"Settings\" is missing; add it");
        Problem sheet = new Problem("plecto.xlsx", "Who counts", null, Severity.ERROR, "no rows");
        try (XSSFWorkbook book = open(annotated(shipped(), report(whole, sheet)))) {
            XSSFSheet list = book.getSheet("Problems");
            assertThat(row(list, 5)).containsExactly("error", "(the file)", "", whole.message());
            assertThat(list.getHyperlink(5, 1).getLocation()).isEqualTo("'Who counts'!A1");
        }
    }

    @Test
    void aWorkbookWithoutProblemsSaysSo() throws IOException {
        try (XSSFWorkbook book = open(annotated(shipped(), report()))) {
            assertThat(row(book.getSheet("Problems"), 5))
                    .containsExactly("none", "", "", "Nothing is wrong with this workbook.");
        }
    }

    @Test
    void anAnnotatedWorkbookIsReadAsTheOriginal() {
        byte[] bad = typed(shipped(), "Plans", "E5", "five");
        assertThat(check(annotated(bad)).problems()).isEqualTo(check(bad).problems());
        byte[] good = annotated(shipped());
        assertThat(check(good).anyError()).isFalse();
        assertThat(check(good).policy().orElseThrow().terms())
                .isEqualTo(check(shipped()).policy().orElseThrow().terms());
    }

    @Test
    void aSheetOfTheAnalystsOwnCalledProblemsIsKept() throws IOException {
        byte[] own = edited(
                shipped(),
                book -> book.createSheet("Problems").createRow(0).createCell(0).setCellValue("Mine"));
        try (XSSFWorkbook book = open(annotated(annotated(own)))) {
            assertThat(book.getSheet("Problems").getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("Mine");
            assertThat(book.getSheet("Trueup problems").getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("Problems found by Trueup");
            assertThat(book.getNumberOfSheets())
                    .isEqualTo(open(annotated(own)).getNumberOfSheets())
                    .isGreaterThan(open(own).getNumberOfSheets());
        }
    }

    @Test
    void wordsOfMarkupAndFormulasInMessagesAreText() throws IOException {
        String message = "=cmd|'/c calc'!A0 </t><x> & \"quoted\"\nline\u0001";
        byte[] annotated = annotated(shipped(), report(error("Plans", "E6", message)));
        try (XSSFWorkbook book = open(annotated)) {
            assertThat(row(book.getSheet("Problems"), 5).get(3)).isEqualTo(message.replace('\u0001', '?'));
        }
        assertThat(comment(annotated, "Plans", "E6"))
                .endsWith("Trueup: error: " + message.replace('\u0001', '?') + listed(5));
        assertThat(comment(annotated(shipped(), report(error("Plans", "E4", message))), "Plans", "E4"))
                .endsWith(message.replace('\u0001', '?') + listed(5));
    }

    @Test
    void aFileThatIsNoWorkbookCannotBeAnnotated() {
        assertThat(AnnotatedWorkbook.of("Plan;Metric".getBytes(UTF_8), report()))
                .isEqualTo(new Annotation.NotPossible("nothing can be written into the file: the file is not an Excel"
                        + " workbook; open it in Excel and save it as \"Excel Workbook (*.xlsx)\""));
    }

    @Test
    void aWorkbookThatWasAnnotatedIsKnownAgain() {
        assertThat(AnnotatedWorkbook.isOne(annotated(shipped()))).isTrue();
        assertThat(AnnotatedWorkbook.isOne(shipped())).isFalse();
        assertThat(AnnotatedWorkbook.isOne(new byte[] {1, 2})).isFalse();
    }

    private static String fill(XSSFCell cell) {
        return cell.getCellStyle().getFillForegroundXSSFColor().getARGBHex();
    }

    private static List<String> row(XSSFSheet sheet, int number) {
        return IntStream.range(0, 4)
                .mapToObj(column -> sheet.getRow(number - 1).getCell(column).getStringCellValue())
                .toList();
    }

    private static String comment(byte[] file, String sheet, String cell) throws IOException {
        try (XSSFWorkbook book = open(file)) {
            return cell(book, sheet, cell).getCellComment().getString().getString();
        }
    }
}
