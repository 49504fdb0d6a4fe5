package org.trueup.spreadsheets.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.whatif.PolicyRows;

class ReportFolderTest {
    @TempDir
    Path reports;

    private Path night;

    @BeforeEach
    void thereIsAPreviousNight() throws IOException {
        night = Files.createDirectory(reports.resolve("2026-11-30"));
        Files.writeString(night.resolve("positions.csv"), "previous");
        Files.writeString(night.resolve("gone.xlsx"), "previous");
    }

    @Test
    void theNewFolderReplacesThePreviousOneAsAWhole() throws IOException {
        new NightReports().write(VariedTenants.night(), reports, Map.of(), ReportProgress.SILENT);
        assertThat(night.resolve("gone.xlsx")).doesNotExist();
        assertThat(night.resolve("positions.csv")).content().startsWith("tenant_id,");
        assertThat(inReports()).containsExactly("2026-11-30");
    }

    @Test
    void aNightThatBreaksOffLeavesThePreviousFilesAsTheyWere() throws IOException {
        IllegalStateException broken = new IllegalStateException("the store went away");
        assertThatThrownBy(() -> new NightReports()
                        .write(new BreakingNight(VariedTenants.night(), broken), reports, Map.of(), tenants -> {}))
                .isSameAs(broken);
        assertPreviousUntouched();
    }

    @Test
    void workbooksThatDoNotAddUpAreNotPublished() throws IOException {
        NightOutcome forgetful = new ForgetfulNight(VariedTenants.night());
        assertThatThrownBy(() -> new NightReports().write(forgetful, reports, Map.of(), tenants -> {}))
                .isInstanceOf(ReportException.class)
                .hasMessage(
                        "the reports were not written: the account managers' workbooks hold 7 tenants, the CSV files"
                                + " 9, or other outcomes of them; run the night again");
        assertPreviousUntouched();
    }

    @Test
    void aRunThatDiedBetweenTheTwoRenamesIsPutRight() throws IOException {
        Path dead = Files.createDirectory(reports.resolve(".2026-11-30.part-dead"));
        Files.createFile(dead.resolve("lock"));
        Files.createDirectory(dead.resolve("new"));
        Files.move(night, dead.resolve("previous"));

        ReportFolder.open(reports, "2026-12-01").close();

        assertPreviousUntouched();
    }

    @Test
    void whatADeadRunLeftIsRemovedButNotWhatALivingOneWrites() throws IOException {
        Path dead = Files.createDirectories(reports.resolve(".2026-11-29.part-dead/new"));
        Files.writeString(dead.resolve("positions.csv"), "half");
        try (ReportFolder living = ReportFolder.open(reports, "2026-11-28")) {
            new NightReports().write(VariedTenants.night(), reports, Map.of(), ReportProgress.SILENT);
            assertThat(living.files()).isDirectory();
            assertThat(inReports()).hasSize(2).contains("2026-11-30");
        }
        assertThat(inReports()).containsExactly("2026-11-30");
    }

    @Test
    void aFileWhereTheFolderShouldBeIsTold() throws IOException {
        Path file = Files.writeString(reports.resolve("a-file"), "");
        assertThatThrownBy(() -> new NightReports().write(VariedTenants.night(), file, Map.of(), tenants -> {}))
                .isInstanceOf(ReportException.class)
                .hasMessage(
                        "the reports cannot be written to " + file + ": a file stands where a folder is needed; move"
                                + " it away or choose another folder; the files from before are unchanged");
    }

    @Test
    void aFullDiskIsTold() {
        ReportException told = ReportException.writing(
                Path.of("out"), new FileSystemException("out/x", null, "No space left on device"));
        assertThat(told)
                .hasMessage("the reports cannot be written to out: the disk is full; free some space and write them"
                        + " again; the files from before are unchanged");
    }

    private void assertPreviousUntouched() throws IOException {
        assertThat(inReports()).containsExactly("2026-11-30");
        try (Stream<Path> files = Files.list(night)) {
            assertThat(files).hasSize(2).allSatisfy(file -> assertThat(file).hasContent("previous"));
        }
    }

    private List<String> inReports() throws IOException {
        try (Stream<Path> entries = Files.list(reports)) {
            return entries.map(entry -> String.valueOf(entry.getFileName())).toList();
        }
    }

    /** Breaks off while the fourth tenant is read. */
    private record BreakingNight(MadeUpNight night, RuntimeException failure) implements WrappedNight {
        @Override
        public void tenants(Selection selection, Consumer<TenantOutcome> reader) {
            int[] read = {0};
            night.tenants(selection, tenant -> {
                if (read[0]++ == 3) {
                    throw failure;
                }
                reader.accept(tenant);
            });
        }
    }

    /** Forgets the tenants of one account manager. */
    private record ForgetfulNight(MadeUpNight night) implements WrappedNight {
        @Override
        public List<String> accountManagers() {
            return night.accountManagers().stream()
                    .filter(name -> !name.isEmpty())
                    .toList();
        }

        @Override
        public void tenants(Selection selection, Consumer<TenantOutcome> reader) {
            night.tenants(selection, reader);
        }
    }

    private interface WrappedNight extends NightOutcome {
        MadeUpNight night();

        @Override
        default LocalDate asOf() {
            return night().asOf();
        }

        @Override
        default List<Vendor> vendors() {
            return night().vendors();
        }

        @Override
        default Map<Vendor, Integer> policyVersions() {
            return night().policyVersions();
        }

        @Override
        default List<String> accountManagers() {
            return night().accountManagers();
        }

        @Override
        default Optional<FeedSummary> feed() {
            return night().feed();
        }

        @Override
        default List<StatusCount> lastNights(Selection selection) {
            return night().lastNights(selection);
        }

        @Override
        default PolicyRows policyRows(Vendor vendor) {
            return night().policyRows(vendor);
        }

        @Override
        default void rejectedLines(Consumer<RejectedLine> reader) {
            night().rejectedLines(reader);
        }
    }
}
