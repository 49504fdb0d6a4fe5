package org.trueup.batch.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trueup.batch.store.PolicyVersions;
import org.trueup.batch.store.Publication;
import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.policybook.PolicyBook;

/** A waiver that ends between two nights: the finding is told as waived on the first one, and asks to act on the second. */
class WaiversOverNightsIT {
    private static final NightContext CONTEXT = new NightContext();
    private static final Vendor PLECTO = new Vendor("plecto");
    private static final String[][] ROWS = {
        {"Tenant", "Finding code", "Until", "Owner", "Approved by", "Reason"},
        {"acme", "BELOW_PLAN_MINIMUM", "2026-11-21", "Ada Lind", "Bo Ek", "Minimum lifted until the renewal."},
        {"acme", "DISCOUNT_OF_30_OR_MORE", "2026-11-22", "Ada Lind", "Bo Ek", "Agreed for the first year."}
    };

    @TempDir
    Path folder;

    @BeforeEach
    void empty() {
        CONTEXT.clear();
    }

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    /** The shipped workbook with two waivers, in force from long ago. */
    private static void publishWaivers() throws IOException {
        byte[] shipped = PolicyBook.shipped().get(PLECTO);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(shipped));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            if (book.getSheet("Waivers") != null) {
                book.removeSheetAt(book.getSheetIndex("Waivers"));
            }
            XSSFSheet sheet = book.createSheet("Waivers");
            for (int i = 0; i < ROWS.length; i++) {
                XSSFRow row = sheet.createRow(3 + i);
                for (int j = 0; j < ROWS[i].length; j++) {
                    row.createCell(j).setCellValue(ROWS[i][j]);
                }
            }
            book.write(out);
            LocalDate effective = LocalDate.parse("2026-01-01");
            new PolicyVersions(CONTEXT.bean(DataSource.class))
                    .publish(new Publication(PLECTO, effective, "Ada Lind", "Bo Ek", "Waivers"), out.toByteArray());
        }
    }

    /** Two tenants with two licences where the plan asks for five, at a discount; only one of them is waived. */
    private void feed() {
        NightFeed feed = new NightFeed();
        for (String tenant : new String[] {"acme", "beta"}) {
            feed.tenant(tenant, "plecto")
                    .subscription(tenant, "s1", "Medium", "2", "2026-10-01", "2027-09-30", "40")
                    .account(tenant, "a1", Map.of())
                    .registration(tenant, "a1", "2026-11-20");
        }
        feed.load(CONTEXT, folder.resolve("feed"));
    }

    private String[] findings(String asOf, String tenant) throws IOException {
        return new NightFiles(folder)
                .lines(asOf, "findings.csv", tenant, "code", "severity", "cell", "waived_until").stream()
                        .toArray(String[]::new);
    }

    private String position(String asOf, String tenant, String... columns) throws IOException {
        return new NightFiles(folder).line(asOf, "positions.csv", tenant, columns);
    }

    @Test
    void aWaivedFindingReturnsByItselfOnTheDayAfter() throws IOException {
        publishWaivers();
        feed();
        CONTEXT.night("2026-11-21", folder);
        CONTEXT.night("2026-11-22", folder);
        CONTEXT.night("2026-11-23", folder);
        assertThat(findings("2026-11-21", "acme"))
                .containsExactly(
                        "BELOW_PLAN_MINIMUM|VIOLATION|plecto.xlsx!Plans!E5|2026-11-21",
                        "DISCOUNT_OF_30_OR_MORE|WARNING|plecto.xlsx!Checks!A8|2026-11-22");
        assertThat(findings("2026-11-22", "acme"))
                .containsExactly(
                        "BELOW_PLAN_MINIMUM|VIOLATION|plecto.xlsx!Plans!E5|",
                        "DISCOUNT_OF_30_OR_MORE|WARNING|plecto.xlsx!Checks!A8|2026-11-22");
        assertThat(findings("2026-11-23", "acme"))
                .containsExactly(
                        "BELOW_PLAN_MINIMUM|VIOLATION|plecto.xlsx!Plans!E5|",
                        "DISCOUNT_OF_30_OR_MORE|WARNING|plecto.xlsx!Checks!A8|");
        assertThat(findings("2026-11-21", "beta")).isEqualTo(findings("2026-11-23", "acme"));
    }

    @Test
    void theWaiversOfANightAreCitedCountedAndKept() throws IOException {
        publishWaivers();
        feed();
        CONTEXT.night("2026-11-21", folder);
        CONTEXT.night("2026-11-23", folder);
        assertThat(position("2026-11-21", "acme", "cells"))
                .contains("plecto.xlsx!Settings!C6 plecto.xlsx!Waivers!C5 plecto.xlsx!Waivers!C6 ");
        assertThat(position("2026-11-21", "acme", "status", "short", "true_up_amount"))
                .isEqualTo(position("2026-11-23", "acme", "status", "short", "true_up_amount"));
        assertThat(position("2026-11-23", "acme", "cells")).doesNotContain("Waivers");
        assertThat(CONTEXT.sql()
                        .sql(
                                "SELECT CONCAT_WS('|', code, waived_until, waiver_owner, waiver_approved_by, waiver_reason,"
                                        + " waiver_cell) FROM finding WHERE waived_until IS NOT NULL ORDER BY code")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "BELOW_PLAN_MINIMUM|2026-11-21|Ada Lind|Bo Ek|Minimum lifted until the renewal.|"
                                + "plecto.xlsx!Waivers!C5",
                        "DISCOUNT_OF_30_OR_MORE|2026-11-22|Ada Lind|Bo Ek|Agreed for the first year.|"
                                + "plecto.xlsx!Waivers!C6");
        assertThat(Files.readString(folder.resolve("2026-11-21").resolve("findings.csv")))
                .startsWith("tenant_id,vendor,code,severity,message,rule,cell,waived_until,way_back\n");
    }
}
