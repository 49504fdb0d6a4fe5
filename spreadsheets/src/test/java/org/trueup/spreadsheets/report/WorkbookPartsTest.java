package org.trueup.spreadsheets.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Excel is strict about, and what people look for first. */
class WorkbookPartsTest {
    @TempDir
    Path reports;

    private Path night;

    @BeforeEach
    void writeTheNight() {
        night = new NightReports(6, 2, () -> 0).write(VariedTenants.night(), reports, Map.of(), ReportProgress.SILENT);
    }

    @Test
    void everyTableCoversItsHeaderAndRowsAndNamesItsColumnsAsTheHeaderDoes() throws IOException {
        for (Path file : workbooks()) {
            try (XSSFWorkbook book = open(file)) {
                List<String> names = new ArrayList<>();
                List<Long> ids = new ArrayList<>();
                for (XSSFTable table : tables(book)) {
                    XSSFSheet sheet = table.getXSSFSheet();
                    assertThat(table.getStartRowIndex()).isEqualTo(3);
                    assertThat(table.getEndRowIndex())
                            .isEqualTo(sheet.getLastRowNum())
                            .isGreaterThan(3);
                    List<String> header = new ArrayList<>();
                    sheet.getRow(3).forEach(cell -> header.add(cell.getStringCellValue()));
                    assertThat(table.getColumns().stream().map(column -> column.getName()))
                            .isEqualTo(header)
                            .doesNotHaveDuplicates();
                    assertThat(table.getCTTable().getAutoFilter().getRef())
                            .isEqualTo(table.getCTTable().getRef());
                    assertThat(table.getDisplayName()).matches("[A-Za-z_][A-Za-z0-9_]*");
                    names.add(table.getDisplayName());
                    ids.add(table.getCTTable().getId());
                }
                assertThat(names).as(file.toString()).doesNotHaveDuplicates();
                assertThat(ids).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void headersStayInSightAndRepeatOnPaper() throws IOException {
        try (XSSFWorkbook book = open(night.resolve("plecto.xlsx"))) {
            for (XSSFTable table : tables(book)) {
                XSSFSheet sheet = table.getXSSFSheet();
                assertThat(sheet.getPaneInformation().getHorizontalSplitPosition())
                        .isEqualTo((short) 4);
                assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("4:4");
                assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
                assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
                assertThat(sheet.getFooter().getRight()).isEqualTo("Page &P of &N");
                assertThat(sheet.getNumMergedRegions()).isZero();
            }
            assertThat(book.getPrintArea(book.getSheetIndex("Tenants 2"))).isEqualTo("'Tenants 2'!$A$1:$Q$5");
        }
    }

    @Test
    void linksLeadToSheetsThatAreThere() throws IOException {
        try (XSSFWorkbook book = open(night.resolve("plecto.xlsx"))) {
            List<String> targets = book.getSheet("Overview").getHyperlinkList().stream()
                    .map(XSSFHyperlink::getLocation)
                    .toList();
            assertThat(targets)
                    .containsExactly(
                            "'Not decided'!A6",
                            "'Tenants'!A6",
                            "'Act now'!A1",
                            "'Changes'!A1",
                            "'Changes 2'!A1",
                            "'Tenants'!A1",
                            "'Tenants 2'!A1",
                            "'Findings'!A1",
                            "'Findings 2'!A1",
                            "'Usage by month'!A1",
                            "'Users counted'!A1",
                            "'Users counted 2'!A1",
                            "'Renewals'!A1",
                            "'Not decided'!A1",
                            "'Not decided 2'!A1",
                            "'Rules used'!A1");
        }
    }

    @Test
    void aNameLikeAFormulaKeepsItsQuoteAndItsStatusTellsItselfWithoutColour() throws IOException {
        try (XSSFWorkbook book = open(night.resolve("plecto.xlsx"))) {
            XSSFSheet tenants = book.getSheet("Tenants");
            assertThat(tenants.getRow(5).getCell(1).getCellStyle().getQuotePrefixed())
                    .isTrue();
            assertThat(tenants.getRow(4).getCell(1).getCellStyle().getQuotePrefixed())
                    .isFalse();
            assertThat(tenants.getRow(5).getCell(3).getCellStyle().getDataFormatString())
                    .isEqualTo("\"▲ \"@");
            assertThat(tenants.getSheetConditionalFormatting().getNumConditionalFormattings())
                    .as("the status, the bar and the lines")
                    .isEqualTo(3);
        }
    }

    @Test
    void theWorkbookOpensOnTheOverviewAndIsDatedByTheNight() throws IOException {
        try (XSSFWorkbook book = open(night.resolve("account-managers/__x.xlsx"))) {
            assertThat(book.getActiveSheetIndex()).isZero();
            assertThat(book.getProperties().getCoreProperties().getTitle())
                    .isEqualTo("Tenants of ../x: licences as of 2026-11-30");
            assertThat(book.getProperties().getCoreProperties().getCreated().toInstant())
                    .hasToString("2026-11-30T00:00:00Z");
        }
    }

    private List<Path> workbooks() throws IOException {
        try (Stream<Path> all = Files.walk(night)) {
            return all.filter(file -> file.toString().endsWith(".xlsx")).toList();
        }
    }

    private static List<XSSFTable> tables(XSSFWorkbook book) {
        List<XSSFTable> tables = new ArrayList<>();
        book.forEach(sheet -> tables.addAll(((XSSFSheet) sheet).getTables()));
        return tables;
    }

    private static XSSFWorkbook open(Path file) throws IOException {
        return new XSSFWorkbook(Files.newInputStream(file));
    }
}
