package org.trueup.spreadsheets.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.CellType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Licences;
import org.trueup.rules.outcome.Status;

/** The two reports that a tenant's own administrators may see, and what is kept from them (L5 to L9). */
class CustomersPagesTest {
    @TempDir
    Path reports;

    private Path write(Assessment... assessments) {
        return new NightReports().write(MadeUpNight.of(List.of(assessments)), reports, Map.of(), ReportProgress.SILENT);
    }

    private static MadeUpTenant school(String id) {
        return MadeUpTenant.of("learning", id, "School " + id, "Ada Lind");
    }

    @Test
    void consumptionIsToldMonthByMonthPastPlansToo() throws IOException {
        Path night = write(school("l1")
                .stands(Status.COMPLIANT, 9, Licences.of(10), "50", "0")
                .month("last-year", "2025-11-01", 4, null)
                .month("s-l1", "2026-10-01", 5, 5)
                .month("s-l1", "2026-11-01", 4, 9)
                .assessed());
        try (ReadBook book = ReadBook.open(night.resolve("learning.xlsx"))) {
            List<List<String>> rows = book.rows("Usage by month");
            assertThat(rows.get(1))
                    .containsExactly(
                            "What each plan used month by month, past plans too. The bar is full at all that is licensed. Pilots are left out:"
                                    + " customers do not see them.");
            assertThat(rows.subList(3, rows.size()))
                    .containsExactly(
                            List.of(
                                    "Tenant",
                                    "Name",
                                    "Subscription",
                                    "Metric",
                                    "Month",
                                    "Consumed",
                                    "Cumulative",
                                    "Remaining",
                                    "Overage",
                                    "Use in %"),
                            List.of("l1", "School l1", "last-year", "Monthly credits", "45962", "4"),
                            List.of("l1", "School l1", "s-l1", "Monthly credits", "46296", "5", "5"),
                            List.of("l1", "School l1", "s-l1", "Monthly credits", "46327", "4", "9"));
            assertThat(book.type("Usage by month", 6, 4))
                    .as("a date, not a text")
                    .isEqualTo(CellType.NUMBER);
        }
        try (ReadBook book = ReadBook.open(night.resolve("account-managers/Ada Lind.xlsx"))) {
            assertThat(book.rows("Usage by month").get(3)).startsWith("Tenant", "Name", "Vendor", "Subscription");
        }
    }

    @Test
    void pilotsStayOutOfWhatCustomersSeeAndInTheFilesForMachines() throws IOException {
        Path night = write(
                school("l1")
                        .inAPilot()
                        .stands(Status.COMPLIANT, 1, Licences.of(10), "0", "0")
                        .month("last-year", "2025-11-01", 4, null)
                        .month("s-l1", "2026-11-01", 1, null)
                        .user("a1", "Bo", 1, "took a seat", "2026-11-02", 1)
                        .assessed(),
                school("l2")
                        .stands(Status.COMPLIANT, 1, Licences.of(10), "0", "0")
                        .month("old-pilot", "2026-09-01", 2, null)
                        .month("s-l2", "2026-11-01", 1, null)
                        .user("a3", "Li", 1, "took a seat", "2026-11-02", 1)
                        .assessed());
        try (ReadBook book = ReadBook.open(night.resolve("learning.xlsx"))) {
            assertThat(book.rows("Usage by month").stream().skip(4).map(row -> row.get(2)))
                    .as("neither the pilot in force nor the one that is over")
                    .containsExactly("last-year", "s-l2");
            assertThat(book.rows("Users counted").stream().skip(4))
                    .containsExactly(List.of(
                            "l2",
                            "School l2",
                            "a3",
                            "Li",
                            "1",
                            "took a seat",
                            "",
                            "46328",
                            "1",
                            "deactivated 2026-03-02, reactivated (known since 2026-04-01), deactivated 2026-11-20"
                                    + " (known since 2026-11-21), deactivation moved to 2026-11-19"
                                    + " (known since 2026-11-22)"));
            assertThat(book.rows("Tenants").stream().skip(4).map(row -> row.get(0)))
                    .as("pilots are evaluated")
                    .containsExactly("l1", "l2");
        }
        assertThat(Files.readString(night.resolve("users.csv"))).contains("\nl1,s-l1,a1,1,took a seat,2026-11-02,1,\n");
        assertThat(Files.readString(night.resolve("months.csv"))).contains("\nl1,s-l1,2026-11,", "\nl2,old-pilot,");
    }

    @Test
    void l8UsageDetailsStandInNoWorkbookOfAnotherAccountManager() throws IOException {
        Path night = write(
                MadeUpTenant.of("learning", "l1", "School l1", "Ada Lind")
                        .stands(Status.COMPLIANT, 1, Licences.of(10), "0", "0")
                        .month("s-l1", "2026-11-01", 1, null)
                        .user("a1", "Bo", 1, "took a seat", "2026-11-02", 1)
                        .assessed(),
                MadeUpTenant.of("learning", "l2", "School l2", "Bo Ek")
                        .stands(Status.COMPLIANT, 1, Licences.of(10), "0", "0")
                        .month("s-l2", "2026-11-01", 1, null)
                        .user("a2", "Li", 1, "took a seat", "2026-11-02", 1)
                        .assessed());
        assertThat(tenantsOn(night, "Ada Lind", "Usage by month")).containsExactly("l1");
        assertThat(tenantsOn(night, "Ada Lind", "Users counted")).containsExactly("l1");
        assertThat(tenantsOn(night, "Bo Ek", "Usage by month")).containsExactly("l2");
        assertThat(tenantsOn(night, "Bo Ek", "Users counted")).containsExactly("l2");
    }

    private static List<String> tenantsOn(Path night, String accountManager, String sheet) throws IOException {
        try (ReadBook book = ReadBook.open(night.resolve("account-managers/" + accountManager + ".xlsx"))) {
            return book.rows(sheet).stream().skip(4).map(row -> row.get(0)).toList();
        }
    }

    @Test
    void monthsOfAPlanThatNobodyBoughtNameNoSubscription() throws IOException {
        Path night = write(MadeUpTenant.of("activtrak", "a1", "On trial", null)
                .month("", "2026-11-01", 1, null)
                .finding("NO_SUBSCRIPTION", org.trueup.rules.outcome.Severity.WARNING, "None.", "None", null)
                .assessed());
        assertThat(Files.readString(night.resolve("months.csv"))).contains("\na1,,2026-11,monthly-credits,1,,,\n");
    }

    @Test
    void theWayBackStandsWithTheTenantAndTheFinding() throws IOException {
        Path night = write(school("l1")
                .stands(Status.BLOCKED, 12, Licences.of(10), "50", "9")
                .cured("SEATS_EXCEEDED", "2 seats too many. Way back: buy 2 more", "buy 2 more")
                .assessed());
        assertThat(Files.readString(night.resolve("findings.csv")))
                .endsWith(",2 seats too many. Way back: buy 2 more,Rule,,,buy 2 more\n");
        assertThat(Files.readString(night.resolve("positions.csv"))).endsWith(",1,'=buy 2 more\n");
        try (ReadBook book = ReadBook.open(night.resolve("learning.xlsx"))) {
            List<List<String>> findings = book.rows("Findings");
            assertThat(findings.get(3)).contains("Way back");
            assertThat(findings.get(4)).endsWith("buy 2 more");
            assertThat(book.rows("Tenants").get(4)).contains("=buy 2 more", "Data history 6 months; User merge yes");
        }
    }
}
