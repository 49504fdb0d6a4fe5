package org.trueup.spreadsheets.policybook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trueup.rules.fact.Vendor;

/** The shipped workbooks are made for people: tables, lists, comments and protection are where they should be. */
class ShippedWorkbooksTest {
    private static final List<String> FREE_TEXT = List.of("Read me", "Changes");
    private static final Map<String, List<String>> PLANS = Map.of(
            "plecto", List.of("Medium", "Large", "Enterprise"),
            "activtrak", List.of("Free", "Essentials", "Essentials Plus", "Professional", "Advanced", "Premium"),
            "learning", List.of("Seats", "MAUC", "MAU"),
            "pensero", List.of("Starter", "Growth", "Enterprise"));

    @ParameterizedTest
    @ValueSource(strings = {"plecto", "activtrak", "learning", "pensero"})
    void theWorkbookOpensOnReadMeAndListsItsSheetsInOrder(String vendor) throws IOException {
        try (XSSFWorkbook workbook = open(vendor)) {
            assertThat(workbook.getActiveSheetIndex()).isZero();
            assertThat(workbook.getSheetName(0)).isEqualTo("Read me");
            assertThat(workbook.getSheetName(workbook.getNumberOfSheets() - 1)).isEqualTo("Changes");
            assertThat(workbook.getName("PlanNames").getRefersToFormula()).startsWith("Plans!$A$5:");
            assertThat(workbook.getProperties().getCoreProperties().getTitle()).endsWith(" licensing policy");
            Map<String, String> listed = listedOnReadMe(workbook.getSheetAt(0));
            assertThat(listed.keySet()).containsExactlyElementsOf(sheetsAfterReadMe(workbook));
            assertThat(listed.values()).doesNotHaveDuplicates().doesNotContain("");
        }
    }

    private static Map<String, String> listedOnReadMe(XSSFSheet readMe) {
        Map<String, String> listed = new LinkedHashMap<>();
        int row = 4;
        assertThat(readMe.getRow(row - 1).getCell(0).getStringCellValue()).isEqualTo("The sheets");
        while (readMe.getRow(row) != null && readMe.getRow(row).getCell(0) != null) {
            String name = readMe.getRow(row).getCell(0).getStringCellValue();
            if (name.isEmpty()) {
                break;
            }
            listed.put(name, readMe.getRow(row).getCell(1).getStringCellValue());
            row++;
        }
        return listed;
    }

    private static List<String> sheetsAfterReadMe(XSSFWorkbook workbook) {
        return IntStream.range(1, workbook.getNumberOfSheets())
                .mapToObj(workbook::getSheetName)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plecto", "activtrak", "learning", "pensero"})
    void everyTermsSheetIsAFrozenProtectedTableWithListsAndComments(String vendor) throws IOException {
        try (XSSFWorkbook workbook = open(vendor)) {
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                XSSFSheet sheet = workbook.getSheetAt(i);
                assertThat(sheet.getProtect()).as(sheet.getSheetName()).isTrue();
                if (FREE_TEXT.contains(sheet.getSheetName())) {
                    continue;
                }
                XSSFTable table = sheet.getTables().get(0);
                assertThat(table.getStartRowIndex()).as(sheet.getSheetName()).isEqualTo(3);
                assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
                assertThat(sheet.getPaneInformation().getHorizontalSplitPosition())
                        .isEqualTo((short) 4);
                assertThat(sheet.getDataValidations()).as(sheet.getSheetName()).isNotEmpty();
                assertThat(sheet.isAutoFilterLocked()).isFalse();
                assertThat(sheet.getRow(0).getCell(0).getCellStyle().getLocked())
                        .isTrue();
                eachHeaderHasACommentAndTheCellsBelowAreOpen(sheet, table);
            }
        }
    }

    @Test
    void ourOwnReadingsAreMarkedAtTheirCells() throws IOException {
        try (XSSFWorkbook plecto = open("plecto");
                XSSFWorkbook pensero = open("pensero")) {
            assertThat(comment(plecto, "Plans", "E5"))
                    .startsWith("Our reading: ")
                    .contains("Source: Plecto, \"Pricing and Licenses\".");
            assertThat(comment(plecto, "Plans", "A6")).startsWith("Our reading: ");
            assertThat(comment(pensero, "Who counts", "J8"))
                    .startsWith("Our reading: ")
                    .contains("Source: Pensero, \"Seats\".");
            assertThat(comment(pensero, "Who counts", "J9")).startsWith("Our reading: ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "activtrak, Plans, B5, the newer licence guide",
        "activtrak, Plans, E9, Subscription and Support Plans",
        "activtrak, Plans, H10, Subscription and Support Plans",
        "activtrak, Over the limit, F7, the newer licence guide",
        "activtrak, Over the limit, E8, the newer licence guide",
        "activtrak, Over the limit, Q8, the newer licence guide",
        "activtrak, Support plans, C8, Subscription and Support Plans",
        "activtrak, Entitlements, E12, Subscription and Support Plans",
        "activtrak, Settings, B6, Subscription and Support Plans",
        "activtrak, Settings, C7, Subscription and Support Plans",
        "activtrak, Settings, C8, Subscription and Support Plans",
        "learning, Plans, B6, Usage Details",
        "learning, Plans, B7, Usage Details",
        "learning, Who counts, J6, Usage Details",
        "learning, Settings, C8, Usage Details",
        "learning, Settings, C9, Usage Details",
    })
    void ourReadingsSaySoAndNameTheDocument(String vendor, String sheet, String cell, String document)
            throws IOException {
        try (XSSFWorkbook workbook = open(vendor)) {
            assertThat(comment(workbook, sheet, cell)).contains("Our reading: ", document);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plecto", "activtrak", "learning", "pensero"})
    void aSecondReaderFindsTheSamePlans(String vendor) throws IOException {
        byte[] bytes = EditedWorkbook.shipped(new Vendor(vendor));
        List<String> plans;
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            List<Row> rows = workbook.findSheet("Plans").orElseThrow().read();
            plans = rows.stream()
                    .filter(row -> row.getRowNum() >= 5)
                    .flatMap(row -> row.getCellAsString(0).stream())
                    .filter(text -> !text.isEmpty())
                    .toList();
        }
        assertThat(plans).isEqualTo(PLANS.get(vendor));
    }

    @Test
    void theWorkbooksOfAJarAreFoundWithoutAList(@TempDir Path folder) throws Exception {
        Path jar = folder.resolve("trueup with a space.jar");
        String classFile = Problem.class.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            put(
                    zip,
                    classFile,
                    Problem.class.getResourceAsStream("/" + classFile).readAllBytes());
            put(zip, "policies/acme.xlsx", new byte[] {1, 2, 3});
            put(zip, "policies/readme.txt", new byte[] {4});
            put(zip, "policies/old/acme.xlsx", new byte[] {5});
        }
        URL[] jars = {jar.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(jars, ClassLoader.getPlatformClassLoader())) {
            Map<Vendor, byte[]> found = ShippedWorkbooks.find(loader.loadClass(Problem.class.getName()));
            assertThat(found).containsOnlyKeys(new Vendor("acme"));
            assertThat(found.get(new Vendor("acme"))).containsExactly(1, 2, 3);
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
    }

    private static void eachHeaderHasACommentAndTheCellsBelowAreOpen(XSSFSheet sheet, XSSFTable table) {
        for (int column = 0; column < table.getColumnCount(); column++) {
            assertThat(sheet.getCellComment(new CellAddress(3, column)))
                    .as(sheet.getSheetName() + " column " + column)
                    .isNotNull();
            for (int row = 4; row <= table.getEndRowIndex(); row++) {
                assertThat(sheet.getRow(row).getCell(column).getCellStyle().getLocked())
                        .isFalse();
            }
        }
    }

    private static String comment(XSSFWorkbook workbook, String sheet, String cell) {
        return workbook.getSheet(sheet)
                .getCellComment(new CellAddress(cell))
                .getString()
                .getString();
    }

    private static XSSFWorkbook open(String vendor) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(EditedWorkbook.shipped(new Vendor(vendor))));
    }
}
