package org.trueup.spreadsheets.policybook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trueup.spreadsheets.policybook.EditedWorkbook.plecto;

import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;

/** Sheets and columns that are missing, unknown, doubled or beside the point. */
class RefusedSheetsTest {
    private static final String PLAN_COLUMNS =
            "Plan, Metric, Price per licence and month, Currency, Minimum, Maximum, Sold from, Sold until,"
                    + " Fixed term in months, Shown to customers, Free after trial";

    @Test
    void aMissingSheetIsNamed() {
        List<String> problems = plecto().workbook(book -> {
                    book.removeSheetAt(book.getSheetIndex("Who counts"));
                    book.removeSheetAt(book.getSheetIndex("Over the limit"));
                })
                .refusal();
        assertThat(problems)
                .containsExactly(
                        "plecto.xlsx: error: the sheet \"Over the limit\" is missing; add it",
                        "plecto.xlsx: error: the sheet \"Who counts\" is missing; add it");
    }

    @Test
    void anUnknownSheetIsRefused() {
        assertThat(plecto().workbook(book -> {
                            book.createSheet("My notes");
                            book.createSheet("Setings");
                        })
                        .refusal())
                .containsExactly(
                        "plecto.xlsx: My notes: error: a policy workbook has no sheet \"My notes\";"
                                + " move it to a workbook of its own",
                        "plecto.xlsx: Setings: error: a policy workbook has no sheet \"Setings\";"
                                + " did you mean \"Settings\"?");
    }

    @Test
    void aSheetStandsOnce() {
        assertThat(plecto().workbook(book -> book.createSheet("Over  the limit"))
                        .refusal())
                .containsExactly("plecto.xlsx: Over  the limit: error: the sheet \"Over the limit\" stands twice;"
                        + " delete or rename one of the two");
    }

    @Test
    void anUnknownColumnIsRefusedOnce() {
        assertThat(plecto().type("Plans", "I4", "Discount")
                        .type("Plans", "I5", "10 %")
                        .type("Plans", "I6", "10 %")
                        .type("Plans", "J4", "Minimun")
                        .refusal())
                .containsExactly(
                        "plecto.xlsx: Plans!I4: error: \"Discount\" is not a column of this sheet; the columns are "
                                + PLAN_COLUMNS,
                        "plecto.xlsx: Plans!J4: error: \"Minimun\" is not a column of this sheet;"
                                + " did you mean \"Minimum\"?");
    }

    @Test
    void aColumnStandsOnce() {
        assertThat(plecto().type("Plans", "I4", "MINIMUM ").refusal())
                .containsExactly("plecto.xlsx: Plans!I4: error: the column \"Minimum\" stands twice;"
                        + " delete one of the two");
    }

    @Test
    void aMissingColumnThatMustBeThereIsNamed() {
        assertThat(plecto().sheet("Plans", RefusedSheetsTest::dropTables)
                        .clear("Plans", "B4")
                        .clear("Plans", "B5")
                        .clear("Plans", "B6")
                        .clear("Plans", "B7")
                        .refusal())
                .containsExactly("plecto.xlsx: Plans: error: the column \"Metric\" is missing; add it to row 4");
    }

    @Test
    void textBesideTheTableIsRefusedAtItsCell() {
        assertThat(plecto().type("Plans", "K6", "ask Anna").refusal())
                .containsExactly("plecto.xlsx: Plans!K6: error: this cell stands outside the table, under no column;"
                        + " delete it or move it to the sheet Read me");
    }

    @Test
    void aNoteBelowTheTableIsTakenForAnUnfinishedRow() {
        assertThat(plecto().type("Plans", "A40", "Prices are under review").refusal())
                .containsExactly(
                        "plecto.xlsx: Plans!B40: error: the cell is empty;"
                                + " type one of peak-daily-active, identities-with-history, seats-taken, monthly-credits, monthly-users, added-users");
    }

    @Test
    void aSheetWithoutAHeaderRowIsRefused() {
        assertThat(plecto().sheet("Plans", sheet -> {
                            dropTables(sheet);
                            sheet.removeRow(sheet.getRow(3));
                        })
                        .refusal())
                .containsExactly("plecto.xlsx: Plans: error: there is no header row within the first 30 rows;"
                        + " type one with the columns " + PLAN_COLUMNS);
    }

    @Test
    void aRequiredSheetWithoutRowsIsRefused() {
        assertThat(plecto().clear("Who counts", "A5")
                        .clear("Who counts", "J5")
                        .clear("Who counts", "K5")
                        .refusal())
                .containsExactly(
                        "plecto.xlsx: Who counts: error: there are no rows below the header;" + " type at least one");
    }

    @Test
    void tooManyRowsOrColumnsAreRefused() {
        assertThat(plecto().sheet("Exemption accounts", sheet -> {
                            for (int row = 4; row < 10_005; row++) {
                                Row found = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
                                found.createCell(1).setCellValue("Account");
                            }
                        })
                        .refusal())
                .containsExactly("plecto.xlsx: Exemption accounts: error: there are more than 10000 rows;"
                        + " say the same with fewer, for example with * in names");
        assertThat(plecto().type("Plans", "CW5", "far away").refusal())
                .containsExactly("plecto.xlsx: Plans: error: there are cells to the right of column CV; delete them");
    }

    @Test
    void aFloodOfProblemsIsCutOffWithACount() {
        List<String> problems = plecto().sheet("Exemption accounts", sheet -> {
                    for (int row = 30; row < 630; row++) {
                        sheet.createRow(row).createCell(1).setCellValue("Account");
                    }
                })
                .refusal();
        assertThat(problems).hasSize(501);
        assertThat(problems.get(500)).isEqualTo("plecto.xlsx: error: there are 100 more problems; correct these first");
    }

    private static void dropTables(XSSFSheet sheet) {
        List.copyOf(sheet.getTables()).forEach(sheet::removeTable);
    }
}
