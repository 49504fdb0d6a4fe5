package org.trueup.spreadsheets.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.CellType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the workbooks with a reader that is not the library that wrote them. */
class WorkbooksTest {
    @TempDir
    Path reports;

    private Path night;

    @BeforeEach
    void writeTheNight() {
        night = new NightReports().write(VariedTenants.night(), reports, Map.of(), ReportProgress.SILENT);
    }

    @Test
    void everyWorkbookHasTheSameSheetsInTheSameOrder() throws IOException {
        for (String file : List.of("plecto.xlsx", "learning.xlsx", "account-managers/_CON.xlsx")) {
            try (ReadBook book = ReadBook.open(night.resolve(file))) {
                assertThat(book.sheets())
                        .as(file)
                        .containsExactly(
                                "Overview",
                                "Act now",
                                "Changes",
                                "Tenants",
                                "Findings",
                                "Usage by month",
                                "Users counted",
                                "Renewals",
                                "Not decided",
                                "Rules used");
            }
        }
    }

    @Test
    void aTenantStandsInItsVendorsWorkbookWithNumbersAsNumbers() throws IOException {
        try (ReadBook book = ReadBook.open(night.resolve("plecto.xlsx"))) {
            List<List<String>> rows = book.rows("Tenants");
            assertThat(rows.get(0)).startsWith("Plecto licences as of 2026-11-30");
            assertThat(rows.get(3))
                    .containsExactly(
                            "Tenant",
                            "Name",
                            "Account manager",
                            "Status",
                            "Used",
                            "Licensed",
                            "Short",
                            "Use in %",
                            "Required",
                            "Plan",
                            "Over since",
                            "Grace day",
                            "Grace days",
                            "Grace ends on",
                            "Monthly amount",
                            "True-up amount",
                            "Currency",
                            "Findings",
                            "Usage by month",
                            "Users counted",
                            "Metric",
                            "Subscription",
                            "Peak day",
                            "Previous month's peak",
                            "Usage line",
                            "Adding beyond",
                            "What happens",
                            "Way back",
                            "Entitlements",
                            "Policy version",
                            "Decided by");
            assertThat(rows.get(5))
                    .containsExactly(
                            "T1",
                            "=HYPERLINK(\"http://evil\")",
                            "../x",
                            "WARNING",
                            "30",
                            "25",
                            "5",
                            "1.2",
                            "30",
                            "Large",
                            "46326",
                            "",
                            "",
                            "",
                            "250",
                            "50",
                            "USD",
                            "1 finding",
                            "",
                            "1 user",
                            "Peak daily active",
                            "s-T1",
                            "46338",
                            "7",
                            "30/25",
                            "allowed",
                            "Nothing is blocked. Add 5 licences.",
                            "",
                            "Data history 6 months; User merge yes",
                            "3",
                            "plecto.xlsx!Over the limit!F6 plecto.xlsx!Plans!B7");
            assertThat(book.type("Tenants", 6, 1)).isEqualTo(CellType.STRING);
            assertThat(book.type("Tenants", 6, 4)).isEqualTo(CellType.NUMBER);
            assertThat(rows).hasSize(7);
        }
    }

    @Test
    void unlimitedLicencesAndGraceAreToldInTheirColumns() throws IOException {
        try (ReadBook book = ReadBook.open(night.resolve("pensero.xlsx"))) {
            assertThat(book.rows("Tenants").get(4).subList(4, 9)).containsExactly("1234", "unlimited", "0", "", "1234");
        }
        try (ReadBook book = ReadBook.open(night.resolve("activtrak.xlsx"))) {
            assertThat(book.rows("Tenants").get(4).subList(10, 14)).containsExactly("46326", "31", "30", "46355");
        }
    }

    @Test
    void findingsAndUsersStandInTheirSheets() throws IOException {
        try (ReadBook book = ReadBook.open(night.resolve("plecto.xlsx"))) {
            assertThat(book.rows("Findings").get(6))
                    .containsExactly(
                            "t1",
                            "Møller & Søn \"Agentur\", Århus",
                            "INFO",
                            "no",
                            "",
                            "UNUSED_LICENSES",
                            "20 licences bought, 14 required: 6 are not used this month.",
                            "More licences than required",
                            "plecto.xlsx!Settings!C4");
            assertThat(book.rows("Users counted").get(6))
                    .containsExactly(
                            "t1",
                            "Møller & Søn \"Agentur\", Århus",
                            "a2",
                            "GitLab",
                            "2",
                            "exemption account: counts as 2",
                            "exempt",
                            "46338",
                            "1");
        }
    }

    @Test
    void whatWasNotDecidedSaysWhyAndWhatToDo() throws IOException {
        try (ReadBook book = ReadBook.open(night.resolve("plecto.xlsx"))) {
            List<List<String>> rows = book.rows("Not decided");
            assertThat(rows).hasSize(8);
            assertThat(rows.get(4))
                    .containsExactly(
                            "tenant",
                            "t0",
                            "Nothing Bought",
                            "",
                            "",
                            "",
                            "No subscription is in force.",
                            "Send the subscription that is in force in subscriptions.csv, if there is one.");
            assertThat(rows.get(7))
                    .containsExactly(
                            "feed line",
                            "",
                            "",
                            "accounts.csv",
                            "40",
                            "t1,a�,x",
                            "the cell added_on is not a date: \"x\"",
                            "Correct the line where the file is made and load the feed again.");
        }
        try (ReadBook book = ReadBook.open(night.resolve("account-managers/Unassigned.xlsx"))) {
            assertThat(book.rows("Not decided")).hasSize(5);
        }
    }

    @Test
    void anEmptySheetSaysSo() throws IOException {
        try (ReadBook book = ReadBook.open(night.resolve("learning.xlsx"))) {
            assertThat(book.rows("Tenants").get(3))
                    .containsExactly("No tenant has a position on this date; see Not decided.");
            assertThat(book.rows("Users counted").get(3)).containsExactly("No account was looked at.");
            assertThat(book.rows("Act now").get(3))
                    .containsExactly("Nobody needs a call: no tenant is over its limit, and no rule is violated.");
            assertThat(book.rows("Usage by month").get(3)).containsExactly("No plan has a month to show.");
            assertThat(book.rows("Renewals").get(3)).containsExactly("No term ends within 90 days.");
            assertThat(book.rows("Rules used").get(3)).containsExactly("No row of a policy workbook had a say.");
        }
    }

    @Test
    void theOverviewAddsUp() throws IOException {
        try (ReadBook book = ReadBook.open(night.resolve("plecto.xlsx"))) {
            List<List<String>> rows = book.rows("Overview");
            assertThat(rows.get(0)).containsExactly("Plecto licences as of 2026-11-30");
            assertThat(rows.subList(3, 6))
                    .containsExactly(
                            List.of(
                                    "Tenants",
                                    "To call",
                                    "Blocked",
                                    "In grace",
                                    "Violations",
                                    "New or worse",
                                    "Terms that end",
                                    "Money at stake in USD"),
                            List.of("5", "2", "0", "0", "1", "3", "0", "50"),
                            List.of(
                                    "2 not decided",
                                    "see Act now",
                                    "access or adding",
                                    "blocked afterwards",
                                    "findings, not waived",
                                    "0 cured or better",
                                    "in 90 days",
                                    "to true up"));
            assertThat(rows.get(9)).startsWith("t3", "Misspelt", "VIOLATION");
            assertThat(rows.get(10))
                    .containsExactly(
                            "T1",
                            "=HYPERLINK(\"http://evil\")",
                            "SEATS",
                            "30",
                            "25",
                            "",
                            "50",
                            "30 used and 25 licensed: add 5 licences.");
            assertThat(rows.get(13)).startsWith("As of", "46356", "", "Act now", "2", "rows");
            assertThat(rows.get(14)).startsWith("Facts as of feed of", "46356.09027777778");
            assertThat(rows.get(15)).startsWith("Policy of plecto", "version 3", "", "Tenants", "3", "rows");
            assertThat(rows.get(16)).startsWith("Tenants read", "5", "", "Findings", "4", "rows");
            assertThat(rows.get(17)).startsWith("= decided", "3", "", "Usage by month", "2", "rows");
            assertThat(rows.get(18)).startsWith("+ not decided", "2", "", "Users counted", "4", "rows");
            assertThat(rows.get(19)).startsWith("Feed lines rejected", "2", "", "Renewals", "0", "rows");
            assertThat(rows.get(rows.size() - 1)).containsExactly("USD", "642.5", "50");
        }
    }

    @Test
    void anAccountManagersOverviewCountsByVendor() throws IOException {
        try (ReadBook book = ReadBook.open(night.resolve("account-managers/Anna Berg.xlsx"))) {
            List<List<String>> rows = book.rows("Overview");
            assertThat(rows.get(0)).containsExactly("Tenants of Anna Berg: licences as of 2026-11-30");
            assertThat(rows)
                    .contains(
                            List.of("Vendor", "COMPLIANT", "WARNING", "not decided"),
                            List.of("pensero", "0", "1", "0"),
                            List.of("plecto", "1", "0", "1"),
                            List.of(
                                    "USD",
                                    "142.5",
                                    "0",
                                    "Not in it: 1 tenant without a monthly amount,"
                                            + " 1 tenant short and without a price"));
        }
    }

    @Test
    void aFullSheetGoesOnOnTheNext() throws IOException {
        Path small =
                new NightReports(6, 1, () -> 0).write(VariedTenants.night(), reports, Map.of(), ReportProgress.SILENT);
        try (ReadBook book = ReadBook.open(small.resolve("plecto.xlsx"))) {
            assertThat(book.sheets())
                    .containsExactly(
                            "Overview",
                            "Act now",
                            "Changes",
                            "Changes 2",
                            "Tenants",
                            "Tenants 2",
                            "Findings",
                            "Findings 2",
                            "Usage by month",
                            "Users counted",
                            "Users counted 2",
                            "Renewals",
                            "Not decided",
                            "Not decided 2",
                            "Rules used");
            assertThat(book.rows("Users counted")).hasSize(6);
            assertThat(book.rows("Users counted 2")).hasSize(6);
            assertThat(book.rows("Users counted 2").get(5)).startsWith("t1", "Møller & Søn \"Agentur\", Århus", "a3");
            assertThat(book.rows("Overview"))
                    .filteredOn(row -> row.contains(
                            "A sheet holds 6 rows at most: what is more goes on on the sheets with a number."))
                    .hasSize(1);
        }
        assertThat(Files.exists(small.resolve("plecto.xlsx"))).isTrue();
    }
}
