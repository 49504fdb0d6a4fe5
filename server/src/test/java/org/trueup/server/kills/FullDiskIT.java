package org.trueup.server.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import org.trueup.batch.store.Store;
import org.trueup.batch.store.StoreLocation;
import org.trueup.server.demo.DemoFeed;

/** Nights whose disk is full: of the reports, of the scratch files, of the embedded database. */
@EnabledOnOs(OS.LINUX)
class FullDiskIT {
    private static final int TENANTS = 200;
    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 2);

    @TempDir
    static Path folder;

    private static Map<String, String> undisturbed = Map.of();

    @BeforeAll
    static void anUndisturbedNight() throws Exception {
        DemoFeed.write(folder.resolve("feed"), TENANTS, NIGHT);
        assertThatItEndsWell(night(folder.resolve("home"), folder.resolve("reports"), Map.of()));
        undisturbed = NightFolder.digests(folder.resolve("reports"));
    }

    private static NightProcess night(Path home, Path reports, Map<String, String> settings) throws IOException {
        return NightProcess.start(
                home,
                List.of(
                        "nightly",
                        "--feed",
                        folder.resolve("feed").toString(),
                        "--as-of",
                        NIGHT.toString(),
                        "--reports",
                        reports.toString()),
                settings);
    }

    private static void assertThatItEndsWell(NightProcess begun) throws Exception {
        try (NightProcess night = begun) {
            assertThat(night.exit()).as(night.said() + night.complained()).isZero();
        }
    }

    private static void assertThatItFails(NightProcess begun, String sentence) throws Exception {
        try (NightProcess night = begun) {
            assertThat(night.exit()).as(night.said()).isEqualTo(1);
            assertThat(night.complained().strip()).isEqualTo(sentence);
        }
    }

    @Test
    void aDiskThatIsFullOfReportsLeavesThoseFromBeforeAndTheirRun() throws Exception {
        Path home = folder.resolve("home");
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("small-reports"), 64)) {
            Path reports = disk.folder().resolve("reports");
            FileSystemUtils.copyRecursively(folder.resolve("reports"), reports);
            for (long kilobytes : new long[] {0, 200}) {
                disk.fillBut(kilobytes);
                assertThatItFails(
                        night(home, reports, Map.of()),
                        "the reports cannot be written to " + reports
                                + ": the disk is full; free some space and write them"
                                + " again; the files from before are unchanged");
                assertThat(NightFolder.digests(reports)).isEqualTo(undisturbed);
                assertThat(disk.names("reports")).containsExactly(NIGHT.toString());
                disk.makeRoom();
            }
            Path again = folder.resolve("again");
            try (NightProcess report = NightProcess.start(
                    home, List.of("report", "--as-of", NIGHT.toString(), "--reports", again.toString()))) {
                assertThat(report.exit()).as(report.complained()).isZero();
            }
            assertThat(NightFolder.digests(again)).isEqualTo(undisturbed);
            assertThatItEndsWell(night(home, reports, Map.of()));
            assertThat(NightFolder.digests(reports)).isEqualTo(undisturbed);
            assertThat(disk.names("reports")).containsExactly(NIGHT.toString());
        }
    }

    @Test
    void aDiskThatIsFullOfScratchFilesChangesNoFact() throws Exception {
        Path home = folder.resolve("home");
        Path reports = folder.resolve("scratch-reports");
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("small-scratch"), 16)) {
            Map<String, String> settings =
                    Map.of("TRUEUP_SCRATCH", disk.folder().toString());
            disk.fillBut(100);
            assertThatItFails(
                    night(home, reports, settings),
                    "The feed was not loaded and no fact was changed, since the disk of the scratch folder "
                            + disk.folder()
                            + " is full: free some space, or name another folder in the environment variable TRUEUP_SCRATCH.");
            assertThat(reports).doesNotExist();
            assertThat(disk.names("")).containsExactly("filler");
            disk.makeRoom();
            assertThatItEndsWell(night(home, reports, settings));
            assertThat(disk.names("")).isEmpty();
        }
        assertThat(NightFolder.digests(reports)).isEqualTo(undisturbed);
    }

    @Test
    void aDiskThatIsFullOfTheDatabaseLosesNothingThatWasThere() throws Exception {
        Path reports = folder.resolve("database-reports");
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("small-home"), 1_200)) {
            Path home = Files.createDirectory(disk.folder().resolve("home"));
            Files.createSymbolicLink(home.resolve("base"), folder.resolve("home/base"));
            Store.open(new StoreLocation.EmbeddedUnder(home)).close();
            // a start asks for 50 MB
            disk.fillBut(60_000);
            try (NightProcess night = night(home, reports, Map.of())) {
                assertThat(night.says(Moment.FEED.begins())).isTrue();
                disk.fill();
                assertThat(night.exit()).as(night.said()).isEqualTo(1);
                assertThat(night.complained().strip())
                        .as("one sentence")
                        .contains("is full")
                        .contains("free some space")
                        .doesNotContain("\n");
            }
            assertThat(reports).doesNotExist();
            disk.makeRoom();
            assertThatItEndsWell(night(home, reports, Map.of()));
        }
        assertThat(NightFolder.digests(reports)).isEqualTo(undisturbed);
    }
}
