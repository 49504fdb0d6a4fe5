package org.trueup.spreadsheets.annotate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trueup.spreadsheets.annotate.Books.annotated;
import static org.trueup.spreadsheets.annotate.Books.cell;
import static org.trueup.spreadsheets.annotate.Books.edited;
import static org.trueup.spreadsheets.annotate.Books.error;
import static org.trueup.spreadsheets.annotate.Books.report;
import static org.trueup.spreadsheets.annotate.Books.shipped;
import static org.trueup.spreadsheets.annotate.Books.warning;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.ComparisonOperator;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trueup.rules.fact.Vendor;
import org.w3c.dom.Element;

/**
 * The whole package before and after: parts that nothing is written into keep their bytes; the others are the same once
 * what was added is left out.
 */
class NothingElseChangesTest {
    /** A comment, a cell without one, a heading, a cell where none is. */
    private static final Set<String> BAD = Set.of("A4", "E6", "B5", "AC99");

    private static final Pattern MAY_CHANGE = Pattern.compile(
            "\\[Content_Types]\\.xml|xl/workbook\\.xml|xl/styles\\.xml"
                    + "|xl/_rels/workbook\\.xml\\.rels|xl/worksheets/(_rels/)?sheet\\d+\\.xml(\\.rels)?|xl/comments.*|xl/drawings/.*vml");

    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};

    @ParameterizedTest
    @ValueSource(strings = {"plecto", "activtrak", "learning", "pensero"})
    void inTheShippedWorkbooks(String vendor) {
        assertNothingElseChanges(shipped(new Vendor(vendor)), "Plans");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plecto", "activtrak", "learning", "pensero"})
    void inWorkbooksSavedByLibreOffice(String vendor) throws IOException {
        String name = "/policybook/" + vendor + "-saved-by-libreoffice.xlsx";
        try (InputStream file = getClass().getResourceAsStream(name)) {
            assertNothingElseChanges(file.readAllBytes(), "Plans");
        }
    }

    @Test
    void inAWorkbookWithAllThatExcelOffers() {
        byte[] rich = edited(shipped(), NothingElseChangesTest::enrich);
        assertThat(PackageParts.of(rich))
                .as("the fixture is what it says")
                .containsKeys("xl/media/image1.png", "xl/charts/chart1.xml", "docProps/custom.xml");
        assertNothingElseChanges(rich, "Plans");
        assertNothingElseChanges(rich, "Changes");
    }

    private static void enrich(XSSFWorkbook book) {
        XSSFSheet sheet = book.getSheet("Changes");
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        int picture = book.addPicture(PICTURE, Workbook.PICTURE_TYPE_PNG);
        XSSFClientAnchor anchor = drawing.createAnchor(0, 0, 0, 0, 6, 1, 9, 9);
        anchor.setAnchorType(ClientAnchor.AnchorType.MOVE_AND_RESIZE);
        drawing.createPicture(anchor, picture);
        var chart = drawing.createChart(drawing.createAnchor(0, 0, 0, 0, 6, 10, 9, 19));
        var pie = chart.createData(ChartTypes.PIE, null, null);
        pie.addSeries(
                XDDFDataSourcesFactory.fromArray(new String[] {"a", "b"}),
                XDDFDataSourcesFactory.fromArray(new Double[] {1.0, 2.0}));
        chart.plot(pie);
        var formats = sheet.getSheetConditionalFormatting();
        var rule = formats.createConditionalFormattingRule(ComparisonOperator.GT, "3");
        rule.createPatternFormatting().setFillBackgroundColor(IndexedColors.LIME.index);
        formats.addConditionalFormatting(new CellRangeAddress[] {CellRangeAddress.valueOf("A5:D9")}, rule);
        sheet.setColumnHidden(2, true);
        sheet.groupRow(20, 25);
        sheet.createFreezePane(1, 5);
        sheet.getHeader().setCenter("Mine");
        cell(book, "Changes", "B30").setCellFormula("SUM(A1:A3)");
        sheet.addMergedRegion(CellRangeAddress.valueOf("A40:B41"));
        sheet.protectSheet("secret");
        var name = book.createName();
        name.setNameName("Mine");
        name.setRefersToFormula("Changes!$A$1");
        book.setSheetVisibility(book.getSheetIndex(book.createSheet("Hidden")), SheetVisibility.VERY_HIDDEN);
        book.getProperties().getCoreProperties().setTitle("Mine");
        book.getProperties().getCustomProperties().addProperty("Department", "Pricing");
    }

    private static void assertNothingElseChanges(byte[] before, String sheet) {
        byte[] after = annotated(
                before,
                report(
                        error(sheet, "A4", "first"),
                        warning(sheet, "E6", "second"),
                        error(sheet, "B5", "third"),
                        error(sheet, "AC99", "fourth")));
        Map<String, byte[]> was = PackageParts.of(before);
        Map<String, byte[]> is = PackageParts.of(after);
        assertThat(is.keySet()).containsAll(was.keySet());
        Set<String> changed = new HashSet<>();
        was.forEach((name, part) -> {
            if (!Arrays.equals(part, is.get(name))) {
                changed.add(name);
                assertThat(plain(name, is.get(name))).as(name).isEqualTo(plain(name, part));
            }
        });
        assertThat(changed).allMatch(name -> MAY_CHANGE.matcher(name).matches()).hasSizeLessThan(10);
    }

    /** A part's markup without what an annotation adds to it. */
    private static String plain(String name, byte[] part) {
        String text = PackageParts.written(part, added(name));
        text = text.replaceAll(
                        "\\n?Trueup: (error|warning): (first|second|third|fourth) \\(row \\d of the sheet Problems\\)",
                        "")
                .replace(";mso-fit-shape-to-text:t", "");
        if (name.equals("xl/workbook.xml")) {
            return text.replaceAll("activeTab=\\d+(, )?", "");
        }
        if (name.equals("xl/styles.xml")) {
            return text.replaceAll("(<\\{[^}]*}(fonts|fills|cellXfs)\\{).*?}", "$1}");
        }
        if (name.startsWith("xl/worksheets/sheet")) {
            // the annotated workbook opens on another sheet; a bad cell's format is another
            return text.replaceAll("tabSelected=\\w+(, )?", "")
                    .replaceAll("(\\br=(" + String.join("|", BAD) + ")), s=\\d+", "$1")
                    .replaceAll("(<[^<]*}row\\{.*)spans=[\\d: ]+(, )?", "$1");
        }
        return text;
    }

    private static Predicate<Element> added(String name) {
        return element -> switch (element.getLocalName()) {
            case "Relationship" -> element.getAttribute("Id").startsWith("trueup");
            case "Override" -> element.getAttribute("PartName").contains("/trueup");
            case "Default" -> element.getAttribute("Extension").equals("vml");
            case "sheet" -> element.getAttribute("name").equals("Problems");
            case "legacyDrawing" ->
                element.getAttributeNS("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "id")
                        .startsWith("trueup");
            case "comment" -> element.getTextContent().startsWith("Trueup: ");
            case "r" -> element.getTextContent().startsWith("\nTrueup: ");
            case "author" -> element.getTextContent().equals("Trueup");
            case "shape" -> element.getAttribute("style").contains("height:78px");
            case "row" -> element.getAttribute("r").equals("99");
            case "c" -> BAD.contains(element.getAttribute("r")) && !element.hasChildNodes();
            case "fonts", "fills", "cellXfs" -> false;
            default -> name.equals("xl/styles.xml") && isNewStyle(element);
        };
    }

    /** Fonts, fills and formats are added behind those that were there, which another test here holds one by one. */
    private static boolean isNewStyle(Element element) {
        return element.getParentNode() instanceof Element parent
                && Set.of("fonts", "fills", "cellXfs").contains(parent.getLocalName());
    }

    @Test
    void formatsAreAddedBehindThoseThatWereThere() {
        Map<String, byte[]> was = PackageParts.of(shipped());
        Map<String, byte[]> is = PackageParts.of(annotated(shipped(), report(error("Plans", "E6", "bad"))));
        for (String list : new String[] {"fonts", "fills", "cellXfs"}) {
            String before = list(was.get("xl/styles.xml"), list);
            assertThat(list(is.get("xl/styles.xml"), list)).startsWith(before).isNotEqualTo(before);
        }
    }

    private static String list(byte[] styles, String name) {
        return PackageParts.written(
                        styles,
                        element -> element.getParentNode() instanceof Element parent
                                && parent.getLocalName().equals("styleSheet")
                                && !element.getLocalName().equals(name))
                .replaceAll("(}" + name + "\\{).*?}", "$1}")
                .replaceAll("/>$", "")
                .replaceAll("/>$", "");
    }
}
