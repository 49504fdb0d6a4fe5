package org.trueup.spreadsheets.policybook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.outcome.Status;
import org.trueup.rules.terms.PlanTerms;
import org.trueup.rules.terms.PolicyTerms;
import org.trueup.rules.terms.Setting;
import org.trueup.spreadsheets.check.WorkbookCheck;
import org.trueup.spreadsheets.policybook.PolicyReading.Accepted;

/** The workbook that {@code trueup new-policy} writes. */
class TemplateWorkbookTest {
    private static final Vendor ACME = new Vendor("acme");

    private static PolicyTerms terms() {
        PolicyReading reading = PolicyBook.read(ACME, 1, PolicyBook.template());
        assertThat(reading).as(reading.toString()).isInstanceOf(Accepted.class);
        assertThat(((Accepted) reading).warnings()).isEmpty();
        return ((Accepted) reading).terms();
    }

    @Test
    void theTemplateIsTakenAsItStandsWithoutAWarning() {
        PolicyTerms terms = terms();
        PlanTerms plan = terms.plan("Standard").orElseThrow();
        assertThat(plan.metric()).isEqualTo(Metric.ADDED_USERS);
        assertThat(plan.price()).isEqualByComparingTo("10");
        assertThat(plan.minimum()).isEqualTo(5);
        assertThat(terms.overLimit())
                .extracting(row -> row.status())
                .containsExactly(Status.COMPLIANT, Status.AT_LIMIT, Status.WARNING);
        assertThat(terms.counting()).extracting(row -> row.licences()).containsExactly(1, 0, 0, 0, 0);
    }

    @Test
    void itIsNotShippedAsAVendorsPolicy() {
        assertThat(PolicyBook.shipped().values()).noneMatch(shipped -> Arrays.equals(shipped, PolicyBook.template()));
    }

    @Test
    void itsListsOfferEveryChoice() throws IOException {
        try (XSSFWorkbook workbook = open()) {
            List<String> metrics =
                    Stream.of(Metric.values()).map(Metric::code).sorted().toList();
            assertThat(choices(workbook, "Plans", "B5")).isEqualTo(metrics);
            assertThat(choices(workbook, "Who counts", "A5")).isEqualTo(metrics);
            assertThat(choices(workbook, "Over the limit", "M5"))
                    .isEqualTo(
                            Stream.of(Status.values()).map(Enum::name).sorted().toList());
            assertThat(choices(workbook, "Settings", "A5"))
                    .isEqualTo(Stream.of(Setting.values())
                            .map(Setting::title)
                            .sorted()
                            .toList());
        }
    }

    @Test
    void everySheetThatAPolicyMayHaveIsThereWithEveryColumn() throws IOException {
        try (XSSFWorkbook workbook = open()) {
            assertThat(SheetNames.TERMS)
                    .allSatisfy(sheet ->
                            assertThat(workbook.getSheet(sheet)).as(sheet).isNotNull());
            assertThat(headers(workbook, "Plans")).isEqualTo(names(PlansSheet.COLUMNS));
            assertThat(headers(workbook, "Over the limit")).isEqualTo(names(new OverLimitSheet(List.of()).columns()));
            assertThat(headers(workbook, "Who counts")).isEqualTo(names(WhoCountsSheet.COLUMNS));
            assertThat(headers(workbook, "Exemption accounts")).isEqualTo(names(ExemptionSheet.COLUMNS));
            assertThat(headers(workbook, "Add-ons")).isEqualTo(names(new AddOnsSheet(List.of()).columns()));
            assertThat(headers(workbook, "Support plans")).isEqualTo(names(new SupportPlansSheet(List.of()).columns()));
            assertThat(headers(workbook, "Entitlements"))
                    .isEqualTo(names(new EntitlementsSheet(List.of(), List.of(), List.of()).columns()));
            assertThat(headers(workbook, "Settings")).isEqualTo(names(new SettingsSheet(List.of()).columns()));
        }
    }

    @Test
    void theSheetOfScenariosHasColumnsForCommonTestsAndNoRows() throws IOException {
        List<Column<?>> known = new ScenariosSheet(ACME, List.of(), List.of(), List.of(), List.of()).columns();
        try (XSSFWorkbook workbook = open()) {
            assertThat(names(known)).containsAll(headers(workbook, "Scenarios"));
            assertThat(headers(workbook, "Scenarios")).contains("Plan", "Licences", "Users", "Status", "Findings");
        }
        assertThat(WorkbookCheck.of(ACME, PolicyBook.template()).scenarios()).isEmpty();
    }

    @Test
    void everyTableIsFrozenProtectedAndExplained() throws IOException {
        try (XSSFWorkbook workbook = open()) {
            assertThat(workbook.getSheetName(0)).isEqualTo("Read me");
            assertThat(workbook.getActiveSheetIndex()).isZero();
            for (int i = 1; i < workbook.getNumberOfSheets(); i++) {
                XSSFSheet sheet = workbook.getSheetAt(i);
                XSSFTable table = sheet.getTables().get(0);
                assertThat(sheet.getProtect()).as(sheet.getSheetName()).isTrue();
                assertThat(sheet.isAutoFilterLocked()).isFalse();
                assertThat(sheet.getPaneInformation().getHorizontalSplitPosition())
                        .isEqualTo((short) 4);
                for (int column = 0; column < table.getColumnCount(); column++) {
                    assertThat(sheet.getCellComment(new CellAddress(3, column)))
                            .as(sheet.getSheetName() + " column " + column)
                            .isNotNull();
                    for (int row = 4; row <= table.getEndRowIndex(); row++) {
                        assertThat(sheet.getRow(row)
                                        .getCell(column)
                                        .getCellStyle()
                                        .getLocked())
                                .isFalse();
                    }
                }
            }
        }
    }

    private static XSSFWorkbook open() throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(PolicyBook.template()));
    }

    private static List<String> names(List<Column<?>> columns) {
        return columns.stream().map(column -> column.header()).toList();
    }

    private static List<String> headers(XSSFWorkbook workbook, String sheet) {
        XSSFTable table = workbook.getSheet(sheet).getTables().get(0);
        return table.getColumns().stream().map(column -> column.getName()).toList();
    }

    private static List<String> choices(XSSFWorkbook workbook, String sheet, String cell) {
        CellAddress address = new CellAddress(cell);
        XSSFDataValidation list = workbook.getSheet(sheet).getDataValidations().stream()
                .filter(validation -> Stream.of(validation.getRegions().getCellRangeAddresses())
                        .anyMatch(range -> range.isInRange(address.getRow(), address.getColumn())))
                .findFirst()
                .orElseThrow();
        return Stream.of(list.getValidationConstraint().getExplicitListValues())
                .sorted()
                .toList();
    }
}
