package org.trueup.spreadsheets.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Licences;
import org.trueup.rules.outcome.Severity;
import org.trueup.rules.outcome.Status;

/** How the files and workbooks of a night tell what is waived. */
class WaivedPagesTest {
    @TempDir
    Path reports;

    private Path write(MadeUpTenant... tenants) {
        List<Assessment> assessed =
                List.of(tenants).stream().map(MadeUpTenant::assessed).toList();
        return new NightReports().write(MadeUpNight.of(assessed), reports, Map.of(), ReportProgress.SILENT);
    }

    private static MadeUpTenant small(String id) {
        return MadeUpTenant.plecto(id, "Name of " + id, "Ada Lind")
                .stands(Status.COMPLIANT, 2, Licences.of(2), null, null)
                .finding("BELOW_PLAN_MINIMUM", Severity.VIOLATION, "Too few.", "Rule", "plecto.xlsx!Plans!E5");
    }

    @Test
    void findingsTellUntilWhenWhoAgreedAndWhy() throws IOException {
        Path night = write(small("t1").waived(), small("t2"));
        try (ReadBook book = ReadBook.open(night.resolve("plecto.xlsx"))) {
            List<List<String>> rows = book.rows("Findings");
            assertThat(rows.get(3))
                    .containsExactly(
                            "Tenant",
                            "Name",
                            "Severity",
                            "Waived",
                            "Waived until",
                            "Code",
                            "Message",
                            "Rule",
                            "Cell",
                            "Way back",
                            "Waiver owner",
                            "Waiver approved by",
                            "Waiver reason",
                            "Waiver cell");
            assertThat(rows.get(4))
                    .containsExactly(
                            "t1",
                            "Name of t1",
                            "VIOLATION",
                            "waived",
                            "46387",
                            "BELOW_PLAN_MINIMUM",
                            "Too few.",
                            "Rule",
                            "plecto.xlsx!Plans!E5",
                            "",
                            "Ada Lind",
                            "Bo Ek",
                            "=Renewal is signed.",
                            "plecto.xlsx!Waivers!D5");
            assertThat(rows.get(5))
                    .containsExactly(
                            "t2",
                            "Name of t2",
                            "VIOLATION",
                            "no",
                            "",
                            "BELOW_PLAN_MINIMUM",
                            "Too few.",
                            "Rule",
                            "plecto.xlsx!Plans!E5");
        }
    }

    @Test
    void theOverviewCountsWhatIsWaivedAndListsWhatIsLeft() throws IOException {
        Path night = write(small("t1").waived(), small("t2"), small("t3"));
        for (String file : List.of("plecto.xlsx", "account-managers/Ada Lind.xlsx")) {
            try (ReadBook book = ReadBook.open(night.resolve(file))) {
                List<List<String>> rows = book.rows("Overview");
                assertThat(rows)
                        .contains(
                                List.of("Severity", "Code", "Findings", "Tenants", "Waived", "To act on"),
                                List.of("VIOLATION", "BELOW_PLAN_MINIMUM", "3", "3", "1", "2"));
                assertThat(rows).filteredOn(row -> row.contains("Too few.")).hasSize(2);
            }
        }
    }

    @Test
    void withoutWaiversTheOverviewSaysNothingOfThem() throws IOException {
        try (ReadBook book = ReadBook.open(write(small("t1")).resolve("plecto.xlsx"))) {
            assertThat(book.rows("Overview")).contains(List.of("Severity", "Code", "Findings", "Tenants"));
        }
    }

    @Test
    void theFilesForMachinesCountTheWaivedOnesToo() throws IOException {
        Path night = write(small("t1").waived(), small("t2"));
        assertThat(Files.readAllLines(night.resolve("findings.csv")))
                .contains(
                        "t1,plecto,BELOW_PLAN_MINIMUM,VIOLATION,Too few.,Rule,plecto.xlsx!Plans!E5,2026-12-31,",
                        "t2,plecto,BELOW_PLAN_MINIMUM,VIOLATION,Too few.,Rule,plecto.xlsx!Plans!E5,,");
        assertThat(Files.readString(night.resolve("summary.json")).replaceAll("\\s+", ""))
                .contains("\"findings\":{\"BELOW_PLAN_MINIMUM\":2},\"waived\":{\"BELOW_PLAN_MINIMUM\":1}");
    }
}
