package org.trueup.batch.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trueup.batch.backup.Backups;
import org.trueup.batch.store.TestStore;

/** Nights in a store that came out of a backup. */
class RestoredNightsIT {
    @TempDir
    Path folder;

    private void threeNights(NightContext context) {
        new NightFeed()
                .tenant("t1", "activtrak")
                .subscription("t1", "s1", "Essentials", "5", "2026-10-01", "2027-09-30")
                .account("t1", "a1", Map.of("username", "bo", "device", "pc1", "has_history", "true"))
                .tenant("t2", "plecto")
                .subscription("t2", "s1", "Medium", "1", "2026-10-01", "2027-09-30")
                .account("t2", "a1", Map.of())
                .account("t2", "a2", Map.of("deactivated_on", "2026-11-20"))
                .registration("t2", "a1", "2026-11-19")
                .registration("t2", "a2", "2026-11-19")
                .load(context, folder.resolve("feed"));
        for (String night : new String[] {"2026-11-20", "2026-11-21", "2026-11-22"}) {
            context.night(night, folder.resolve("first"));
        }
    }

    @Test
    void theirFilesAreTheSameBytesAndTheNextNightGoesOnFromThem() throws Exception {
        Path file = folder.resolve("store.backup");
        try (NightContext first = new NightContext()) {
            threeNights(first);
            new Backups(first.location(), "1.0").write(file, NightProgress.SILENT);
            first.night("2026-11-23", folder.resolve("first"));
        }
        TestStore empty = TestStore.fresh();
        new Backups(empty.location(), "1.0").restore(file, NightProgress.SILENT);
        try (NightContext restored = new NightContext(empty, Map.of())) {
            for (String night : new String[] {"2026-11-20", "2026-11-21", "2026-11-22"}) {
                restored.bean(PastReports.class)
                        .write(LocalDate.parse(night), folder.resolve("again"), NightProgress.SILENT);
            }
            restored.night("2026-11-23", folder.resolve("again"));
        }
        for (String night : new String[] {"2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23"}) {
            assertThat(NightFiles.digests(folder.resolve("again").resolve(night)))
                    .isEqualTo(NightFiles.digests(folder.resolve("first").resolve(night)))
                    .containsKeys("positions.csv", "plecto.xlsx");
        }
    }

    @Test
    void aNightThatIsJustBeingDecidedIsGoneOnWithInTheRestoredStore() throws Exception {
        Path file = folder.resolve("store.backup");
        String night = "2026-11-21";
        try (NightContext first = new NightContext()) {
            PlectoFeed.write(folder.resolve("feed"), 3_000);
            first.load(folder.resolve("feed"));
            try (OtherProgram deciding =
                    NightProgram.start(first.url(), folder.resolve("first"), night, 600, "Deciding", 2, "linger")) {
                deciding.await(Ending.HERE);
                new Backups(first.location(), "1.0").write(file, NightProgress.SILENT);
                assertThat(deciding.end()).contains("ended");
            }
        }
        TestStore empty = TestStore.fresh();
        new Backups(empty.location(), "1.0").restore(file, NightProgress.SILENT);
        try (OtherProgram goingOn =
                NightProgram.start(empty.url(), folder.resolve("again"), night, 600, "Deciding", 1_000, "linger")) {
            assertThat(goingOn.end())
                    .anyMatch(line -> line.startsWith("Going on with the night of 2026-11-21 that was interrupted"))
                    .contains("ended");
        }
        assertThat(NightFolder.contents(folder.resolve("again")))
                .isEqualTo(NightFolder.contents(folder.resolve("first")));
    }
}
