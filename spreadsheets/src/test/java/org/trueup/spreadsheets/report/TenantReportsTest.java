package org.trueup.spreadsheets.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Licences;
import org.trueup.rules.outcome.Status;

/** The consumption and the users report of one tenant, for its own administrators (L5 to L9). */
class TenantReportsTest {
    @TempDir
    Path reports;

    private Path write(Assessment... assessments) {
        MadeUpNight night = MadeUpNight.of(List.of(assessments));
        List<TenantOutcome> tenants = new ArrayList<>();
        night.tenants(new NightOutcome.Selection.Everyone(), tenants::add);
        return TenantReports.write(night, tenants, reports);
    }

    private static MadeUpTenant school(String id) {
        return MadeUpTenant.of("learning", id, "=School", "Ada Lind");
    }

    private static MadeUpTenant schoolWithSeats(String id) {
        return filled(school(id), id);
    }

    private static MadeUpTenant filled(MadeUpTenant school, String id) {
        return school.stands(Status.COMPLIANT, 1, Licences.of(10), "0", "0")
                .month("last-year", "2025-11-01", 4, null)
                .month("old-pilot", "2026-06-01", 3, null)
                .month("s-" + id, "2026-11-01", 1, 1)
                .user("a1", "=Bo", 1, "first login 2026-11-02 took a seat (a person)", "2026-11-02", 1)
                .user("a3", "Li", 0, "seat freed: deactivated on 2026-11-19 (deactivated)", "2026-11-03", 1)
                .user("a4", "Mo", 0, "no login", null, 0);
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theWorkbookHoldsTheTwoReportsAndNoPilot() throws IOException {
        Path tenants = write(schoolWithSeats("l1").assessed());

        assertThat(tenants).isEqualTo(reports.resolve("2026-11-30/tenants"));
        assertThat(filesIn(tenants)).containsExactly("l1-consumption.csv", "l1-users.csv", "l1.xlsx");
        try (ReadBook book = ReadBook.open(tenants.resolve("l1.xlsx"))) {
            assertThat(book.sheets()).containsExactly("Consumption", "Users");
            List<List<String>> months = book.rows("Consumption");
            assertThat(months.get(0)).containsExactly("=School: consumption as of 2026-11-30");
            assertThat(months.get(1).get(0)).endsWith("Facts are those of the feed of 2026-11-30 02:10 UTC.");
            assertThat(months.get(2))
                    .as("no way back from where the file opens")
                    .isEmpty();
            assertThat(months.subList(3, months.size()))
                    .containsExactly(
                            List.of(
                                    "Subscription",
                                    "Metric",
                                    "Month",
                                    "Consumed",
                                    "Cumulative",
                                    "Remaining",
                                    "Overage",
                                    "Use in %"),
                            List.of("last-year", "Monthly credits", "45962", "4"),
                            List.of("s-l1", "Monthly credits", "46327", "1", "1"));
            List<List<String>> users = book.rows("Users");
            assertThat(users.get(2)).containsExactly("Back to Consumption");
            assertThat(users.get(3))
                    .containsExactly(
                            "User", "Name", "First active", "Months active", "Seat", "Counted", "Why", "Deactivations");
            assertThat(users.get(4)).startsWith("a1", "=Bo", "46328", "1");
            assertThat(users.get(5).get(7)).startsWith("deactivated 2026-03-02, reactivated");
        }
    }

    @Test
    void theFilesForMachinesSayTheSame() throws IOException {
        Path tenants = write(schoolWithSeats("l1").assessed());

        assertThat(Files.readAllLines(tenants.resolve("l1-consumption.csv")))
                .containsExactly(
                        "tenant_id,subscription_id,month,metric,consumed,cumulative,remaining,overage",
                        "l1,last-year,2025-11,monthly-credits,4,,,",
                        "l1,s-l1,2026-11,monthly-credits,1,1,,");
        assertThat(Files.readAllLines(tenants.resolve("l1-users.csv")))
                .startsWith(
                        "tenant_id,subscription_id,account_id,name,first_active_on,months_active,seat,counted,reason,deactivations",
                        "l1,s-l1,a1,'=Bo,2026-11-02,1,,1,first login 2026-11-02 took a seat (a person),")
                .hasSize(4);
    }

    @Test
    void aPilotAndATenantWithoutAnythingToShowGetReportsThatSaySo() throws IOException {
        Path tenants = write(filled(school("l1").inAPilot(), "l1").assessed());

        try (ReadBook book = ReadBook.open(tenants.resolve("l1.xlsx"))) {
            assertThat(book.rows("Users").get(3)).containsExactly("No user to show.");
            assertThat(book.rows("Consumption")).hasSize(5);
        }
        assertThat(Files.readAllLines(tenants.resolve("l1-users.csv"))).hasSize(1);
    }

    @Test
    void nothingElseInTheNightsFolderChangesAndTheSameReportsAreTheSameBytes() throws IOException {
        Path night = Files.createDirectories(reports.resolve("2026-11-30"));
        Files.writeString(night.resolve("positions.csv"), "as it was");
        Path tenants = write(schoolWithSeats("l1").assessed());
        byte[] first = Files.readAllBytes(tenants.resolve("l1.xlsx"));

        write(schoolWithSeats("l1").assessed(), schoolWithSeats("l2").assessed());

        assertThat(tenants.resolve("l1.xlsx")).hasBinaryContent(first);
        assertThat(night.resolve("positions.csv")).hasContent("as it was");
        assertThat(filesIn(reports)).containsExactly("2026-11-30");
        assertThat(filesIn(tenants)).hasSize(6);
    }

    @Test
    void anIdThatNoFileMayHaveStaysInItsFolder() throws IOException {
        assertThat(filesIn(write(schoolWithSeats("../l1").assessed())))
                .containsExactly("__l1-consumption.csv", "__l1-users.csv", "__l1.xlsx");
    }

    @Test
    void filesThatCannotBeWrittenAreToldInASentence() throws IOException {
        Files.writeString(reports.resolve("2026-11-30"), "a file where a folder is needed");
        assertThatThrownBy(() -> write(schoolWithSeats("l1").assessed())).isInstanceOf(ReportException.class);
        assertThat(filesIn(reports)).containsExactly("2026-11-30");
    }
}
