package org.trueup.batch.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
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

/**
 * A grace period runs while rows with grace days take the tenant: one over is tolerated, from two over 10 days run and
 * then access is blocked, from four over 20 days and then it is an overage.
 */
class GraceOfItsRowIT {
    private static final NightContext CONTEXT = new NightContext();
    private static final Vendor ACTIVTRAK = new Vendor("activtrak");
    private static final int USERS = 20;
    private static final int TOLERATED = USERS - 1;
    private static final int TEN_DAYS = USERS - 2;
    private static final int TWENTY_DAYS = USERS - 5;

    @TempDir
    Path folder;

    private int feeds;

    @BeforeEach
    void publish() throws IOException {
        CONTEXT.clear();
        CONTEXT.bean(PolicyVersions.class)
                .publish(new Publication(ACTIVTRAK, LocalDate.parse("2026-01-01"), "Ann", "Ben", "Steps"), inSteps());
    }

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    /** The shipped workbook with other rows in the place of those for what is over. */
    private static byte[] inSteps() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(
                        new ByteArrayInputStream(PolicyBook.shipped().get(ACTIVTRAK)));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.getSheet("Over the limit");
            for (int row = 7; row <= 11; row++) {
                sheet.getRow(row - 1).forEach(Cell::setBlank);
            }
            row(sheet, 7, "1", "1", "COMPLIANT", "", "");
            row(sheet, 8, "2", "", "GRACE", "10", "BLOCKED");
            row(sheet, 9, "4", "", "GRACE", "20", "OVERAGE");
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static void row(
            XSSFSheet sheet, int row, String atLeast, String atMost, String status, String days, String then) {
        Map<String, String> cells = Map.of(
                "Over by at least (licences)", atLeast,
                "Over by at most (licences)", atMost,
                "Status", status,
                "Grace days", days,
                "Then status", then,
                "Adding beyond", "allow");
        for (Cell header : sheet.getRow(3)) {
            String text = cells.getOrDefault(header.getStringCellValue(), "");
            if (!text.isEmpty()) {
                sheet.getRow(row - 1)
                        .getCell(header.getColumnIndex(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)
                        .setCellValue(text);
            }
        }
    }

    /** From now on the tenant holds so many licences of a plan. */
    private void holds(String plan, int licences) {
        NightFeed feed = new NightFeed()
                .tenant("t1", "activtrak")
                .subscription("t1", "s1", plan, String.valueOf(licences), "2026-01-01", "2026-12-31");
        for (int i = 1; i <= USERS; i++) {
            feed.account("t1", "u" + i, Map.of("added_on", "2024-01-01", "has_history", "true"));
        }
        feed.load(CONTEXT, folder.resolve("feed" + ++feeds));
    }

    /** Status, since when it is over, day of the grace period, its days and its last day; then codes of the period. */
    private String night(String asOf) throws IOException {
        CONTEXT.night(asOf, folder);
        NightFiles files = new NightFiles(folder);
        List<String> codes = files.lines(asOf, "findings.csv", "t1", "code").stream()
                .filter(code -> Arrays.asList("GRACE_STARTED", "GRACE_RUNNING", "ACCESS_BLOCKED", "TRUE_UP")
                        .contains(code))
                .sorted()
                .toList();
        return files.line(
                        asOf, "positions.csv", "t1", "status", "over_since", "grace_day", "grace_days", "grace_ends_on")
                + " " + String.join(" ", codes);
    }

    @Test
    void itBeginsWithItsRowThoughTheTenantWasOverBefore() throws IOException {
        holds("Essentials", TOLERATED);
        assertThat(night("2026-03-01")).isEqualTo("COMPLIANT|2026-03-01||| ");
        holds("Essentials", TEN_DAYS);
        assertThat(night("2026-03-20")).isEqualTo("GRACE|2026-03-01|1|10|2026-03-29 GRACE_STARTED TRUE_UP");
        assertThat(night("2026-03-29")).isEqualTo("GRACE|2026-03-01|10|10|2026-03-29 GRACE_RUNNING TRUE_UP");
        assertThat(night("2026-03-30")).isEqualTo("BLOCKED|2026-03-01|11|10|2026-03-29 ACCESS_BLOCKED TRUE_UP");
    }

    @Test
    void backInTheToleranceItEndsAndTheNextOneBeginsAnew() throws IOException {
        holds("Essentials", TEN_DAYS);
        assertThat(night("2026-03-01")).startsWith("GRACE|2026-03-01|1|10|2026-03-10 ");
        assertThat(night("2026-03-04")).startsWith("GRACE|2026-03-01|4|10|2026-03-10 ");
        holds("Essentials", TOLERATED);
        assertThat(night("2026-03-05")).isEqualTo("COMPLIANT|2026-03-01||| ");
        holds("Essentials", TEN_DAYS);
        assertThat(night("2026-03-06")).isEqualTo("GRACE|2026-03-01|1|10|2026-03-15 GRACE_STARTED TRUE_UP");
        assertThat(night("2026-03-15")).startsWith("GRACE|2026-03-01|10|10|2026-03-15 ");
        assertThat(night("2026-03-16")).startsWith("BLOCKED|2026-03-01|11|10|2026-03-15 ");
    }

    @Test
    void itGoesOnCountingWhenAnotherRowWithGraceDaysTakesTheTenant() throws IOException {
        holds("Essentials", TEN_DAYS);
        assertThat(night("2026-03-01")).isEqualTo("GRACE|2026-03-01|1|10|2026-03-10 GRACE_STARTED TRUE_UP");
        holds("Essentials", TWENTY_DAYS);
        assertThat(night("2026-03-05")).isEqualTo("GRACE|2026-03-01|5|20|2026-03-20 GRACE_RUNNING TRUE_UP");
        assertThat(night("2026-03-11")).startsWith("GRACE|2026-03-01|11|20|2026-03-20 ");
        holds("Essentials", TEN_DAYS);
        assertThat(night("2026-03-12")).isEqualTo("BLOCKED|2026-03-01|12|10|2026-03-10 ACCESS_BLOCKED TRUE_UP");
        holds("Essentials", TWENTY_DAYS);
        assertThat(night("2026-03-21")).isEqualTo("OVERAGE|2026-03-01|21|20|2026-03-20 TRUE_UP");
    }

    @Test
    void aNightThatDecidesNothingHandsItOn() throws IOException {
        holds("Essentials", TOLERATED);
        assertThat(night("2026-03-01")).startsWith("COMPLIANT|2026-03-01|||");
        holds("Essentials", TEN_DAYS);
        assertThat(night("2026-03-03")).startsWith("GRACE|2026-03-01|1|10|2026-03-12 ");
        undecided("2026-03-05");
        undecided("2026-03-06");
        holds("Essentials", TEN_DAYS);
        assertThat(night("2026-03-07")).isEqualTo("GRACE|2026-03-01|5|10|2026-03-12 GRACE_RUNNING TRUE_UP");
    }

    @Test
    void aNightThatDecidesNothingBeginsNone() throws IOException {
        holds("Essentials", TOLERATED);
        assertThat(night("2026-03-01")).startsWith("COMPLIANT|2026-03-01|||");
        undecided("2026-03-05");
        holds("Essentials", TEN_DAYS);
        assertThat(night("2026-03-07")).isEqualTo("GRACE|2026-03-01|1|10|2026-03-16 GRACE_STARTED TRUE_UP");
    }

    private void undecided(String asOf) throws IOException {
        holds("Nonesuch", TEN_DAYS);
        CONTEXT.night(asOf, folder);
        assertThat(new NightFiles(folder).lines(asOf, "findings.csv", "t1", "code"))
                .contains("UNKNOWN_PLAN");
    }

    @Test
    void aPastNightThatIsRunLateIsTakenIntoAccountByTheNightsAfterIt() throws IOException {
        holds("Essentials", TEN_DAYS);
        assertThat(night("2026-03-20")).startsWith("GRACE|2026-03-20|1|10|2026-03-29 ");
        assertThat(night("2026-03-10")).startsWith("GRACE|2026-03-10|1|10|2026-03-19 ");
        assertThat(night("2026-03-20")).startsWith("BLOCKED|2026-03-10|11|10|2026-03-19 ");
    }
}
