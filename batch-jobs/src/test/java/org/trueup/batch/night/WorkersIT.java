package org.trueup.batch.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights whose ranges are decided by several processes, some of which come to their end in the middle. */
class WorkersIT {
    private static final String NIGHT = "2026-11-21";
    private static final int TENANTS = 4_200;
    /** Ranges of two batches, seven of them. */
    private static final int RANGE = 600;

    private static final NightContext CONTEXT =
            new NightContext(Map.of("trueup.range.tenants-at-least", Integer.toString(RANGE)));
    private static SortedMap<String, String> byOneProcess;

    @TempDir
    static Path once;

    @TempDir
    Path folder;

    @BeforeAll
    static void aNightOfOneProcess() throws IOException {
        PlectoFeed.write(once.resolve("feed"), TENANTS);
        CONTEXT.load(once.resolve("feed"));
        CONTEXT.night(NIGHT, once.resolve("reports"));
        byOneProcess = NightFolder.contents(once.resolve("reports"));
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

    /** A night that takes its time with each batch, so that workers come to something. */
    private OtherProgram slowNight() throws IOException {
        OtherProgram night = nightAgain();
        night.await(Ending.HERE);
        return night;
    }

    /** The same, which may find that others have decided everything. */
    private OtherProgram nightAgain() throws IOException {
        return NightProgram.start(CONTEXT.url(), reports(), NIGHT, RANGE, "Deciding", 1, "linger");
    }

    private static OtherProgram worker(int after, String deed) throws IOException {
        OtherProgram worker = WorkerProgram.start(CONTEXT.url(), after, deed);
        worker.await("ready");
        return worker;
    }

    private static OtherProgram worker() throws IOException {
        return worker(1_000_000, "linger");
    }

    private void assertThatTheNightIsWhole() throws IOException {
        assertThat(NightFolder.contents(reports())).isEqualTo(byOneProcess);
        assertThat(one("SELECT COUNT(DISTINCT tenant_no) FROM assessment")).isEqualTo(TENANTS);
        assertThat(one("SELECT COUNT(*) FROM assessment")).isEqualTo(TENANTS);
        assertThat(one("SELECT COUNT(*) FROM night_run WHERE status = 'COMPLETE'"))
                .isEqualTo(1);
        assertThat(one("SELECT COUNT(*) FROM range_request")).isZero();
    }

    private static long one(String sql) {
        return CONTEXT.sql().sql(sql).query(Long.class).single();
    }

    private static long decidedBy(OtherProgram worker) throws InterruptedException {
        worker.terminate();
        List<String> said = worker.end();
        assertThat(worker.exitCode()).isZero();
        return said.stream().filter(line -> line.startsWith("Decided tenants")).count();
    }

    @Test
    void whatAKilledWorkerLeavesAnotherFinishesAndLatecomersHelp() throws Exception {
        try (OtherProgram killed = worker(1, "linger");
                OtherProgram second = worker();
                OtherProgram third = worker();
                OtherProgram night = slowNight()) {
            killed.await(Ending.HERE);
            killed.kill();
            try (OtherProgram late = WorkerProgram.start(CONTEXT.url(), 1_000_000, "linger")) {
                assertThat(night.end()).contains("ended");
                late.await("ready");
                assertThat(decidedBy(second) + decidedBy(third)).isPositive();
            }
        }
        assertThat(one("SELECT MAX(times) FROM range_claim")).isEqualTo(2);
        assertThatTheNightIsWhole();
    }

    @Test
    void aWorkerThatWasNotHeardOfLosesItsRangeAndWritesNothingMore() throws Exception {
        try (OtherProgram unheard = worker(1, "linger");
                OtherProgram night = slowNight()) {
            unheard.await(Ending.HERE);
            unheard.signal("STOP");
            assertThat(night.end()).contains("ended");
            unheard.signal("CONT");
            unheard.await("Left tenants");
        }
        assertThat(one("SELECT MAX(times) FROM range_claim")).isGreaterThan(1);
        assertThatTheNightIsWhole();
    }

    @Test
    void aWorkerThatIsStoppedGivesItsRangeBackAndEndsWell() throws Exception {
        try (OtherProgram stopped = worker(1, "linger");
                OtherProgram night = slowNight()) {
            stopped.await(Ending.HERE);
            stopped.terminate();
            assertThat(stopped.end()).anyMatch(line -> line.startsWith("Gave back tenants"));
            assertThat(stopped.exitCode()).isZero();
            assertThat(night.end()).contains("ended");
        }
        assertThatTheNightIsWhole();
    }

    @Test
    void aNightThatIsStoppedStopsItsWorkersAndGoesOnWithThemLater() throws Exception {
        try (OtherProgram worker = worker(1, "linger")) {
            try (OtherProgram night = slowNight()) {
                worker.await(Ending.HERE);
                night.terminate();
                assertThat(night.end()).anyMatch(line -> line.contains("was stopped in the middle"));
            }
            assertThat(worker.await("tenants")).isNotEmpty();
            try (OtherProgram night = nightAgain()) {
                List<String> said = night.end();
                assertThat(said).anyMatch(line -> line.startsWith("Going on with the night of 2026-11-21"));
                assertThat(said).contains("ended");
            }
            assertThat(decidedBy(worker)).isPositive();
        }
        assertThatTheNightIsWhole();
    }

    @Test
    void aNightWhoseProgramWasKilledIsGoneOnWithThoughAWorkerIsAtItStill() throws Exception {
        try (OtherProgram worker = worker(1, "linger")) {
            try (OtherProgram night = slowNight()) {
                worker.await(Ending.HERE);
                night.kill();
            }
            try (OtherProgram night = nightAgain()) {
                assertThat(night.end()).contains("ended");
            }
            assertThat(decidedBy(worker)).isPositive();
        }
        assertThatTheNightIsWhole();
    }

    @Test
    void rangesOfAnotherBuildAreLeftToOthers() throws Exception {
        List<String> said = new ArrayList<>();
        try (OtherProgram night = slowNight()) {
            String program = CONTEXT.sql()
                    .sql("SELECT DISTINCT program FROM range_request")
                    .query(String.class)
                    .single();
            for (long free : CONTEXT.sql()
                    .sql("SELECT step_execution_id FROM range_request FOR UPDATE SKIP LOCKED")
                    .query(Long.class)
                    .list()) {
                CONTEXT.sql()
                        .sql("UPDATE range_request SET program = 'another' WHERE step_execution_id = ?")
                        .param(free)
                        .update();
            }
            try (OtherProgram worker = worker()) {
                worker.await("run by another build of Trueup");
                CONTEXT.sql()
                        .sql("UPDATE range_request SET program = ? WHERE program = 'another'")
                        .param(program)
                        .update();
                said.addAll(night.end());
                assertThat(decidedBy(worker)).isPositive();
            }
        }
        assertThat(said).contains("ended");
        assertThatTheNightIsWhole();
    }
}
