package org.trueup.spreadsheets.policybook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.trueup.spreadsheets.policybook.EditedWorkbook.plecto;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.trueup.rules.outcome.FindingCode;
import org.trueup.rules.terms.PolicyTerms;
import org.trueup.rules.terms.WaiverTerms;

/** What the sheet Waivers takes, what it refuses, and where it says so. */
class WaiversSheetTest {
    private static final String SHEET = WaiverTerms.SHEET;
    private static final List<String> COLUMNS =
            List.of("Tenant", "Finding code", "From", "Until", "Owner", "Approved by", "Reason");
    private static final int FIRST_ROW = 5;

    /** A workbook with these rows, each the cells of all columns from A on; an empty one stays blank. */
    private static EditedWorkbook with(String[]... rows) {
        return plecto().workbook(book -> {
            if (book.getSheet(SHEET) != null) {
                book.removeSheetAt(book.getSheetIndex(SHEET));
            }
            XSSFSheet sheet = book.createSheet(SHEET);
            fill(sheet.createRow(FIRST_ROW - 2), COLUMNS.toArray(new String[0]));
            for (int i = 0; i < rows.length; i++) {
                fill(sheet.createRow(FIRST_ROW - 1 + i), rows[i]);
            }
        });
    }

    private static void fill(XSSFRow row, String[] cells) {
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isEmpty()) {
                row.createCell(i).setCellValue(cells[i]);
            }
        }
    }

    private static String[] row(String tenant, String code, String from, String until) {
        return new String[] {tenant, code, from, until, "Ada Lind", "Bo Ek", "Renewal is signed."};
    }

    private static String[] row(String column, String value) {
        String[] cells = row("acme", "BELOW_PLAN_MINIMUM", "", "2026-12-31");
        cells[COLUMNS.indexOf(column)] = value;
        return cells;
    }

    private static void refused(String cell, String message, String[]... rows) {
        assertThat(with(rows).refusal()).containsExactly("plecto.xlsx: Waivers!" + cell + ": error: " + message);
    }

    @Test
    void rowsAreTakenWithTheirCells() {
        PolicyTerms terms = with(
                        row("acme", "below plan minimum", "2026-11-01", "2026-12-31"),
                        row("Acme", "USE_AT_90_PERCENT", "", "2020-01-31"))
                .terms();
        assertThat(terms.waivers())
                .extracting(
                        row -> row.tenant().value(),
                        WaiverTerms::code,
                        row -> row.from() + " " + row.until(),
                        row -> row.owner() + ", " + row.approvedBy() + ": " + row.reason(),
                        row -> row.waiver().cell().toString())
                .containsExactly(
                        tuple(
                                "acme",
                                "BELOW_PLAN_MINIMUM",
                                "2026-11-01 2026-12-31",
                                "Ada Lind, Bo Ek: Renewal is signed.",
                                "plecto.xlsx!Waivers!D5"),
                        tuple(
                                "Acme",
                                "USE_AT_90_PERCENT",
                                "null 2020-01-31",
                                "Ada Lind, Bo Ek: Renewal is signed.",
                                "plecto.xlsx!Waivers!D6"));
    }

    @Test
    void aWorkbookWithoutWaiversWaivesNothing() {
        assertThat(with().terms().waivers()).isEmpty();
    }

    @Test
    void blockedAccessIsNeverWaived() {
        refused(
                "B5",
                "ACCESS_BLOCKED is never waived, since a tenant must hear that it is blocked; delete the row",
                row("Finding code", "access_blocked"));
    }

    @Test
    void anUnknownCodeIsRefusedWithTheOneThatWasMeant() {
        String what = " is not the code of a finding, of the product's own or of the sheet Checks; ";
        refused(
                "B5",
                "\"BELOW_PLAN_MINIMUN\"" + what + "did you mean \"BELOW_PLAN_MINIMUM\"?",
                row("Finding code", "BELOW_PLAN_MINIMUN"));
        refused(
                "B5",
                "\"USE_AT_99_PERCENT\"" + what + "did you mean \"USE_AT_90_PERCENT\"?",
                row("Finding code", "USE_AT_99_PERCENT"));
        refused("B5", "\"FREE\"" + what + "type it so or pick it from the list", row("Finding code", "FREE"));
    }

    @Test
    void everyColumnButFromMustBeFilled() {
        assertThat(with(row("Tenant", ""), row("Finding code", "")).refusal())
                .containsExactly(
                        "plecto.xlsx: Waivers!A5: error: the cell is empty; type a tenant's id, spelled as in the feed",
                        "plecto.xlsx: Waivers!B6: error: the cell is empty; type the code of a finding, of the product's"
                                + " own or of the sheet Checks");
        refused("D5", "the cell is empty; type a date such as 2025-12-31", row("Until", ""));
        refused("E5", "the cell is empty; type the name of who answers for it", row("Owner", ""));
        refused("F5", "the cell is empty; type the name of somebody else who agreed to it", row("Approved by", ""));
        refused("G5", "the cell is empty; type a text of at most 500 characters", row("Reason", ""));
    }

    @Test
    void aWaiverNeedsTwoPeopleHoweverTheirNamesAreTyped() {
        refused(
                "F5",
                "\"ADA LIND\" is the owner too; a waiver needs two people, type who else agreed to it",
                row("Approved by", "ADA\u00a0 LIND"));
    }

    @Test
    void aWaiverEndsAfterItBegins() {
        refused(
                "D5",
                "2026-11-30 is before 2026-12-01, where the waiver begins; type a later date",
                row("acme", "BELOW_PLAN_MINIMUM", "2026-12-01", "2026-11-30"));
        assertThat(with(row("acme", "BELOW_PLAN_MINIMUM", "2026-12-01", "2026-12-01"))
                        .terms()
                        .waivers())
                .hasSize(1);
    }

    @Test
    void twoRowsForTheSameFindingShareNoDay() {
        refused(
                "A6",
                "row 5 waives BELOW_PLAN_MINIMUM for \"acme\" already, until 2026-12-31; delete one of the two rows, or"
                        + " type other days under From and Until",
                row("acme", "BELOW_PLAN_MINIMUM", "", "2026-12-31"),
                row("acme", "BELOW_PLAN_MINIMUM", "2026-12-31", "2027-01-31"));
        refused(
                "A7",
                "row 6 waives BELOW_PLAN_MINIMUM for \"acme\" already, from 2027-01-01 until 2027-01-31; delete one of"
                        + " the two rows, or type other days under From and Until",
                row("acme", "BELOW_PLAN_MINIMUM", "", "2026-12-31"),
                row("acme", "BELOW_PLAN_MINIMUM", "2027-01-01", "2027-01-31"),
                row("acme", "BELOW_PLAN_MINIMUM", "2027-01-15", "2027-02-28"));
    }

    @Test
    void anotherTenantOrAnotherFindingMayBeWaivedOnTheSameDays() {
        assertThat(with(
                                row("acme", "BELOW_PLAN_MINIMUM", "", "2026-12-31"),
                                row("beta", "BELOW_PLAN_MINIMUM", "", "2026-12-31"),
                                row("acme", "OVER_LICENSED_COUNT", "", "2026-12-31"))
                        .terms()
                        .waivers())
                .hasSize(3);
    }

    @Test
    void everyWorkbookOffersAnEmptySheetAndAllFindingsThatCanBeWaived() throws IOException {
        List<byte[]> books = new ArrayList<>(PolicyBook.shipped().values());
        books.add(PolicyBook.template());
        assertThat(books).hasSize(5);
        for (byte[] bytes : books) {
            try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
                List<String> header = new ArrayList<>();
                book.getSheet(SHEET).getRow(FIRST_ROW - 2).forEach(cell -> header.add(cell.getStringCellValue()));
                assertThat(header).isEqualTo(COLUMNS);
                AreaReference list = new AreaReference(
                        book.getName("FindingCodes").getRefersToFormula(), SpreadsheetVersion.EXCEL2007);
                List<String> offered = Arrays.stream(list.getAllReferencedCells())
                        .map(cell -> book.getSheet(cell.getSheetName())
                                .getRow(cell.getRow())
                                .getCell(cell.getCol())
                                .getStringCellValue())
                        .toList();
                assertThat(offered)
                        .containsExactlyInAnyOrderElementsOf(Arrays.stream(FindingCode.values())
                                .map(FindingCode::name)
                                .filter(WaiverTerms::mayWaive)
                                .toList());
            }
        }
    }
}
