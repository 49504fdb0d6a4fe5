package org.trueup.batch.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.CellCopyPolicy;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.trueup.batch.store.PolicyVersions;
import org.trueup.batch.store.Publication;
import org.trueup.batch.store.TestStore;
import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.policybook.PolicyBook;

/** Versions that were published before the check found fault with them. */
class DoubtfulVersionsIT {
    private static final TestStore TEST = TestStore.fresh();
    private static final Vendor ACME = new Vendor("acme");
    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 21);
    private static final int LAST_RULE = 7;
    private static final int STATUS = 12;

    @AfterAll
    static void close() {
        TEST.close();
    }

    @Test
    void aVersionInForceGoesOnDecidingAndTheNightTellsWhatTheCheckFinds() throws IOException {
        PolicyVersions versions = new PolicyVersions(TEST.store().dataSource());
        versions.publish(new Publication(ACME, NIGHT.minusDays(20), "Ann", "Ben", ""), contradictingItself());
        PolicyEngines engines = new PolicyEngines(versions);

        assertThat(engines.begin(NIGHT))
                .singleElement()
                .asString()
                .startsWith(
                        "Version 1 of the policy of acme decides, but somebody should look at it: acme.xlsx: Over the"
                                + " limit!M8: error: this row takes the same as row 7 and says otherwise under Status");
        assertThat(engines.inForceOn(NIGHT)).isNotNull();
    }

    @Test
    void aWorkbookThatContradictsItselfIsNotShipped() throws IOException {
        byte[] workbook = contradictingItself();

        assertThatThrownBy(() -> PolicyReader.requireSound(ACME, workbook))
                .isInstanceOf(NightException.class)
                .hasMessageStartingWith(
                        "The policy workbook of acme cannot be used: acme.xlsx: Over the limit!M8: error:");
    }

    @Test
    void whatIsOnlyARemarkIsNoDoubt() {
        PolicyReader.requireSound(ACME, PolicyBook.template());
    }

    /** The template with the last row of Over the limit once more, under another status. */
    private static byte[] contradictingItself() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(PolicyBook.template()))) {
            XSSFSheet sheet = workbook.getSheet("Over the limit");
            XSSFRow rule = sheet.getRow(LAST_RULE - 1);
            XSSFRow again = sheet.getRow(LAST_RULE) == null ? sheet.createRow(LAST_RULE) : sheet.getRow(LAST_RULE);
            again.copyRowFrom(rule, new CellCopyPolicy());
            again.getCell(STATUS).setCellValue("BLOCKED");
            workbook.write(out);
        }
        return out.toByteArray();
    }
}
