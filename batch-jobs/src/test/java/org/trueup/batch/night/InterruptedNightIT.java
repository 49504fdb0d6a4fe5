package org.trueup.batch.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trueup.batch.night.RunBook.Announcement;
import org.trueup.batch.store.PolicyVersions;
import org.trueup.batch.store.Publication;
import org.trueup.rules.fact.Vendor;

/** Nights that are killed or stopped in the middle, and what the next run of them makes of it. */
class InterruptedNightIT {
    private static final String NIGHT = "2026-11-21";
    private static final int TENANTS = 2_400;
    /** Ranges of two batches; the last is smaller. */
    private static final int RANGE = 900;

    private static final NightContext CONTEXT =
            new NightContext(Map.of("trueup.range.tenants-at-least", Integer.toString(RANGE)));
    private static SortedMap<String, String> undisturbed;

    @TempDir
    static Path once;

    @TempDir
    Path folder;

    private final List<String> notes = new ArrayList<>();

    @BeforeAll
    static void anUndisturbedNight() throws IOException {
        PlectoFeed.write(once.resolve("feed"), TENANTS);
        CONTEXT.load(once.resolve("feed"));
        CONTEXT.night(NIGHT, once.resolve("reports"));
        undisturbed = NightFolder.contents(once.resolve("reports"));
    }

    @BeforeEach
    void facts() {
        CONTEXT.clear();
        CONTEXT.load(once.resolve("feed"));
    }

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    private Path reports() {
        return folder.resolve("reports");
    }

    private OtherProgram program(String phase, int after, String deed) throws IOException {
        return NightProgram.start(CONTEXT.url(), reports(), NIGHT, RANGE, phase, after, deed);
    }

    /** Runs the night as a command does. */
    private NightResult again() {
        Nightly nightly = CONTEXT.bean(Nightly.class);
        nightly.noteInterrupted();
        int run = CONTEXT.bean(RunBook.class).announce(new Announcement(LocalDate.parse(NIGHT), null, null, null));
        NightRequest request = new NightRequest(LocalDate.parse(NIGHT), reports(), null, false, Map.of(), true, run);
        return nightly.run(request, new NightProgress() {
            @Override
            public void phase(String name, String unit, long total) {}

            @Override
            public void reached(long done) {}

            @Override
            public void note(String sentence) {
                notes.add(sentence);
            }
        });
    }

    private void assertThatTheNightIsWhole(NightResult night) throws IOException {
        assertThat(night.read()).isEqualTo(TENANTS);
        assertThat(night.decided() + night.notDecided()).isEqualTo(TENANTS);
        assertThat(NightFolder.contents(reports())).isEqualTo(undisturbed);
        assertThat(one("SELECT COUNT(DISTINCT tenant_no) FROM assessment")).isEqualTo(TENANTS);
        assertThat(one("SELECT COUNT(*) FROM assessment")).isEqualTo(TENANTS);
    }

    private static long one(String sql) {
        return CONTEXT.sql().sql(sql).query(Long.class).single();
    }

    @Test
    void killedAfterARangeItGoesOnWithTheOthers() throws Exception {
        try (OtherProgram killed = program("Deciding", 3, "die")) {
            killed.end();
        }
        NightResult night = again();
        assertThat(notes)
                .containsExactly(
                        "Going on with the night of 2026-11-21 that was interrupted: 1 of 3 ranges are decided already.");
        assertThatTheNightIsWhole(night);
        assertThat(one("SELECT COUNT(*) FROM night_run")).isEqualTo(1);
    }

    @Test
    void killedWithinARangeThatRangeIsDecidedAgain() throws Exception {
        try (OtherProgram killed = program("Deciding", 4, "die")) {
            killed.end();
        }
        assertThat(one("SELECT COUNT(*) FROM assessment")).isBetween(1_000L, 1_500L);
        NightResult night = again();
        assertThat(notes).singleElement().asString().contains("1 of 3 ranges are decided already");
        assertThatTheNightIsWhole(night);
    }

    @Test
    void killedWhileItWritesItsReportsItWritesThemAgain() throws Exception {
        try (OtherProgram killed = program("Writing reports", 1, "die")) {
            killed.end();
        }
        assertThat(one("SELECT COUNT(*) FROM night")).isZero();
        NightResult night = again();
        assertThat(notes).singleElement().asString().contains("3 of 3 ranges are decided already");
        assertThatTheNightIsWhole(night);
    }

    @Test
    void killedWhileItAddsUpItAddsUpAgain() throws Exception {
        try (Connection blocking = CONTEXT.bean(DataSource.class).getConnection();
                Statement statement = blocking.createStatement();
                OtherProgram killed = program("Deciding", 4, "linger")) {
            killed.await(Ending.HERE);
            blocking.setAutoCommit(false);
            statement.execute("SELECT * FROM night_run FOR UPDATE");
            waitFor("SELECT COUNT(*) FROM BATCH_STEP_EXECUTION WHERE STEP_NAME = 'reconcile' AND STATUS = 'STARTED'");
            killed.kill();
            blocking.rollback();
        }
        NightResult night = again();
        assertThat(notes).singleElement().asString().contains("3 of 3 ranges are decided already");
        assertThatTheNightIsWhole(night);
    }

    private static void waitFor(String count) throws InterruptedException {
        for (int i = 0; one(count) == 0; i++) {
            assertThat(i).as(count).isLessThan(600);
            Thread.sleep(50);
        }
    }

    @Test
    void stoppedByASignalItSaysWhatToDoAndGoesOnFromThere() throws Exception {
        try (OtherProgram stopped = program("Deciding", 3, "linger")) {
            stopped.await(Ending.HERE);
            stopped.terminate();
            assertThat(stopped.end())
                    .contains("The night of 2026-11-21 was stopped in the middle and changed nothing yet; run the same"
                            + " command again, and it goes on from there.");
        }
        assertThat(CONTEXT.sql()
                        .sql("SELECT status FROM night_run")
                        .query(String.class)
                        .single())
                .isEqualTo("STOPPED");
        NightResult night = again();
        assertThat(notes).singleElement().asString().contains("1 of 3 ranges are decided already");
        assertThatTheNightIsWhole(night);
    }

    @Test
    void killedTwiceItGoesOnTwice() throws Exception {
        for (String already : new String[] {"", "1 of 3 ranges are decided already."}) {
            try (OtherProgram killed = program("Deciding", 4, "die")) {
                assertThat(String.join("\n", killed.end())).contains(already);
            }
        }
        NightResult night = again();
        assertThat(notes).singleElement().asString().contains("2 of 3 ranges are decided already");
        assertThatTheNightIsWhole(night);
    }

    @Test
    void whereTheFactsHaveChangedItIsDecidedAnew() throws Exception {
        try (OtherProgram killed = program("Deciding", 3, "die")) {
            killed.end();
        }
        CONTEXT.load(once.resolve("feed"));
        NightResult night = again();
        assertThat(notes)
                .containsExactly(
                        "The night of 2026-11-21 that was interrupted is decided anew, since the facts have changed.");
        assertThatTheNightIsWhole(night);
    }

    @Test
    void whereAnotherPolicyIsInForceItIsDecidedAnew() throws Exception {
        try (OtherProgram killed = program("Deciding", 3, "die")) {
            killed.end();
        }
        PolicyVersions versions = CONTEXT.bean(PolicyVersions.class);
        Vendor plecto = new Vendor("plecto");
        byte[] workbook =
                versions.workbook(versions.inForceOn(LocalDate.parse(NIGHT)).get(plecto));
        versions.publish(
                new Publication(plecto, LocalDate.parse("2026-11-01"), "Ada Lind", "Bo Ek", "The same again"),
                workbook);
        NightResult night = again();
        assertThat(notes)
                .containsExactly(
                        "The night of 2026-11-21 that was interrupted is decided anew, since another version of"
                                + " a policy is in force.");
        assertThat(night.read()).isEqualTo(TENANTS);
        assertThat(one("SELECT version FROM run_policy WHERE vendor = 'plecto'"))
                .isEqualTo(2);
    }

    @Test
    void whereAnotherRunHasCountedMeanwhileItIsDecidedAnewUnderANumberOfItsOwn() throws Exception {
        try (OtherProgram killed = program("Deciding", 3, "die")) {
            killed.end();
        }
        CONTEXT.night("2026-11-20", folder.resolve("other"));
        NightResult night = again();
        assertThat(notes)
                .containsExactly(
                        "The night of 2026-11-21 that was interrupted is decided anew, since another run has come to its"
                                + " end meanwhile.");
        assertThat(night.read()).isEqualTo(TENANTS);
        assertThat(one("SELECT COUNT(*) FROM night_run WHERE status = 'COMPLETE'"))
                .isEqualTo(2);
    }

    @Test
    void whereAnEarlierRunWasGoneOnWithMeanwhileItIsDecidedAnewWhateverTheClockSays() throws Exception {
        Nightly nightly = CONTEXT.bean(Nightly.class);
        RunBook book = CONTEXT.bean(RunBook.class);
        int earlier = book.announce(new Announcement(LocalDate.parse("2026-11-20"), null, null, null));
        nightly.noteInterrupted();
        try (OtherProgram killed = program("Deciding", 3, "die")) {
            killed.end();
        }
        // the clock is moved back by an hour
        CONTEXT.sql()
                .sql("UPDATE night_run SET started_at = started_at + INTERVAL 1 HOUR")
                .update();
        assertThat(book.announce(new Announcement(LocalDate.parse("2026-11-20"), null, null, null)))
                .isEqualTo(earlier);
        nightly.run(
                new NightRequest(
                        LocalDate.parse("2026-11-20"), folder.resolve("other"), null, false, Map.of(), true, earlier),
                NightProgress.SILENT);
        NightResult night = again();
        assertThat(notes)
                .containsExactly(
                        "The night of 2026-11-21 that was interrupted is decided anew, since another run has come to its"
                                + " end meanwhile.");
        assertThat(night.read()).isEqualTo(TENANTS);
    }

    @Test
    void aProgramThatIsBuiltOtherwiseDecidesItAnew() throws Exception {
        try (OtherProgram killed = program("Deciding", 3, "die")) {
            killed.end();
        }
        CONTEXT.sql().sql("UPDATE night_run SET program = 'another'").update();
        NightResult night = again();
        assertThat(notes).singleElement().asString().endsWith("since the program is another one.");
        assertThatTheNightIsWhole(night);
    }

    @Test
    void aRunThatAnotherProgramTookOverWhileTheDatabaseWasAwayIsGivenUp() throws Exception {
        Nightly nightly = CONTEXT.bean(Nightly.class);
        LocalDate asOf = LocalDate.parse(NIGHT);
        // a number that no run of this program had
        CONTEXT.sql().sql("ALTER TABLE night_run AUTO_INCREMENT = 1000").update();
        int run = CONTEXT.bean(RunBook.class).announce(new Announcement(asOf, null, null, null));
        try (OtherProgram other = program("Deciding", 1, "linger")) {
            other.await(Ending.HERE);
            assertThatThrownBy(() -> nightly.takeBack(run, asOf, Duration.ZERO))
                    .isInstanceOf(NightTakenOver.class)
                    .hasMessageStartingWith(
                            "The night of 2026-11-21 is at work on this store already (run 1000); it began"
                                    + " while the database was away");
            assertThat(other.end()).contains("ended");
        }
        NightRequest request = new NightRequest(asOf, reports(), null, false, Map.of(), true, run);
        assertThatThrownBy(() -> nightly.takeBack(run, asOf))
                .isInstanceOf(NightTakenOver.class)
                .hasMessageContaining("another program took the night of 2026-11-21 over and ended it (run 1000)");
        assertThatThrownBy(() -> nightly.run(request, NightProgress.SILENT)).isInstanceOf(NightTakenOver.class);
        assertThat(NightFolder.contents(reports())).isEqualTo(undisturbed);
    }

    @Test
    void aRunThatAnotherProgramOnlyNotedAsInterruptedGoesOn() throws Exception {
        Nightly nightly = CONTEXT.bean(Nightly.class);
        LocalDate asOf = LocalDate.parse(NIGHT);
        int run = CONTEXT.bean(RunBook.class).announce(new Announcement(asOf, null, null, null));
        nightly.noteInterrupted();
        nightly.takeBack(run, asOf);
        NightRequest request = new NightRequest(asOf, reports(), null, false, Map.of(), true, run);
        assertThatTheNightIsWhole(nightly.run(request, NightProgress.SILENT));
    }

    @Test
    void ofTwoNightsAtOnceOneWinsAndTheOtherSaysSo() throws Exception {
        Path secondHasSaidSo = folder.resolve("second");
        try (OtherProgram first = program("Deciding", 1, Ending.UNTIL + secondHasSaidSo)) {
            first.await(Ending.HERE);
            try (OtherProgram second = program("Deciding", 1, "linger")) {
                assertThat(second.end())
                        .contains("failed: The night of 2026-11-21 is at work on this store already (run 1); run the"
                                + " night of 2026-11-21 again when that has ended.");
            }
            Files.createFile(secondHasSaidSo);
            assertThat(first.end()).contains("ended");
        }
        assertThat(NightFolder.contents(reports())).isEqualTo(undisturbed);
    }
}
