package org.trueup.server.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trueup.server.runs.RunServer.FEEDS;
import static org.trueup.server.runs.RunServer.SERVER;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trueup.batch.night.Nightly;
import org.trueup.batch.night.RunBook;
import org.trueup.batch.night.RunViews;
import org.trueup.batch.night.StoredRun;
import org.trueup.batch.store.NamedLock;

/** The schedule and what a stopped server left, as several servers on one store look at them. */
class ScheduleIT {
    /** In the past, so that runs that begin now began after their due times. */
    private static final Instant MONDAY_NOON = Instant.now()
            .truncatedTo(ChronoUnit.DAYS)
            .minus(Duration.ofDays(20))
            .plus(Duration.ofHours(12));

    private final AtomicReference<Instant> now = new AtomicReference<>(MONDAY_NOON);

    @BeforeAll
    static void facts() {
        RunServer.waitForSilence();
        RunServer.run("{\"as_of\":\"2026-10-01\",\"feed\":\"good\"}");
    }

    @BeforeEach
    void noScheduleYet() {
        RunServer.waitForSilence();
        RunServer.sql().sql("DELETE FROM schedule_due").update();
        RunServer.sql().sql("DELETE FROM night").update();
        RunServer.sql().sql("DELETE FROM night_run").update();
    }

    /** As one server has it: a night every day at 02:00. */
    private Schedule server() {
        return new Schedule(
                "0 2 * * *",
                FEEDS.resolve("good").toString(),
                SERVER.part(DueTimes.class),
                SERVER.part(Runs.class),
                SERVER.part(RunViews.class),
                new MovedClock());
    }

    private final class MovedClock extends Clock {
        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private void at(int days, int hour, int minute) {
        now.set(MONDAY_NOON
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofDays(days))
                .plus(Duration.ofHours(hour))
                .plus(Duration.ofMinutes(minute)));
    }

    private LocalDate day(int days) {
        return LocalDate.ofInstant(MONDAY_NOON, ZoneOffset.UTC).plusDays(days);
    }

    private static List<LocalDate> scheduled() {
        RunServer.waitForSilence();
        return RunServer.sql()
                .sql("SELECT as_of FROM night_run WHERE started_by = 'schedule' ORDER BY run_id")
                .query(LocalDate.class)
                .list();
    }

    @Test
    void aScheduleThatIsNewMissedNothing() {
        server().look();
        assertThat(scheduled()).isEmpty();
        assertThat(server().next()).hasValue(day(1).atTime(2, 0).toInstant(ZoneOffset.UTC));
    }

    @Test
    void theNightOfTheDayRunsOnceWhenItIsDue() {
        Schedule schedule = server();
        schedule.look();
        at(1, 1, 59);
        schedule.look();
        assertThat(scheduled()).isEmpty();
        at(1, 2, 0);
        schedule.look();
        assertThat(scheduled()).containsExactly(day(1));
        at(1, 2, 1);
        schedule.look();
        assertThat(scheduled()).containsExactly(day(1));
    }

    @Test
    void ofNightsThatWereMissedTheLastIsCaughtUpOnce() {
        server().look();
        at(4, 9, 30);
        server().look();
        server().look();
        assertThat(scheduled()).containsExactly(day(4));
    }

    @Test
    void aClockThatIsMovedBackAnHourRunsNoNightAgain() {
        look();
        at(1, 2, 0);
        look();
        at(1, 1, 5);
        look();
        assertThat(server().overdue()).isZero();
        at(1, 2, 0);
        look();
        at(1, 2, 5);
        look();
        assertThat(scheduled()).containsExactly(day(1));
    }

    @Test
    void aClockThatIsMovedADayForwardAndBackRunsEachNightOnce() {
        look();
        at(1, 2, 0);
        look();
        at(2, 2, 1);
        look();
        at(1, 2, 2);
        look();
        at(2, 2, 0);
        look();
        at(3, 2, 0);
        look();
        assertThat(scheduled()).containsExactly(day(1), day(2), day(3));
    }

    @Test
    void aClockThatIsMovedBackBeforeTheScheduleWasSetUpRunsNothing() {
        look();
        at(-3, 9, 0);
        look();
        assertThat(server().overdue()).isZero();
        at(1, 2, 0);
        look();
        assertThat(scheduled()).containsExactly(day(1));
    }

    private void look() {
        server().look();
        RunServer.waitForSilence();
    }

    @Test
    void twoServersRunItOnce() throws Exception {
        server().look();
        at(1, 2, 0);
        CountDownLatch together = new CountDownLatch(1);
        List<Thread> servers = Stream.generate(this::server)
                .limit(4)
                .map(schedule -> new Thread(() -> {
                    try {
                        together.await();
                        schedule.look();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .toList();
        servers.forEach(Thread::start);
        together.countDown();
        for (Thread each : servers) {
            each.join();
        }
        server().look();
        assertThat(scheduled()).containsExactly(day(1));
    }

    @Test
    void aNightThatIsDueWhileAnotherIsAtWorkFollowsIt() {
        Schedule schedule = server();
        schedule.look();
        at(1, 2, 0);
        try (NamedLock another = NamedLock.tryTake(SERVER.part(DataSource.class), NamedLock.FACTS)) {
            assertThat(another).isNotNull();
            schedule.look();
            at(1, 2, 10);
            assertThat(schedule.overdue()).isEqualTo(Duration.ofMinutes(10));
        }
        schedule.look();
        assertThat(scheduled()).containsExactly(day(1));
        assertThat(schedule.overdue()).isZero();
    }

    @Test
    void aServerThatDiedBeforeItsRunBeganIsReplacedAfterAWhile() {
        server().look();
        at(1, 2, 0);
        Instant due = now.get();
        assertThat(SERVER.part(DueTimes.class).take(due, due)).isTrue();
        at(1, 2, 1);
        server().look();
        assertThat(scheduled()).isEmpty();
        at(1, 2, 3);
        server().look();
        assertThat(scheduled()).containsExactly(day(1));
    }

    private static UnfinishedRuns startingServer() {
        return new UnfinishedRuns(
                SERVER.part(Nightly.class),
                SERVER.part(RunBook.class),
                SERVER.part(RunViews.class),
                SERVER.part(Runs.class),
                Clock.systemUTC());
    }

    private static StoredRun find(int run) {
        return SERVER.part(RunViews.class).find(run).orElseThrow();
    }

    @Test
    void whatAServerWasStoppedInTheMiddleOfIsGoneOnWithOnce() {
        int stopped = RunServer.entered("2026-11-10", "STOPPED", "ada");
        UnfinishedRuns first = startingServer();
        first.look();
        RunServer.waitForSilence();
        first.look();
        startingServer().look();
        RunServer.waitForSilence();
        assertThat(find(stopped).status()).isEqualTo(StoredRun.Status.COMPLETE);
        assertThat(find(stopped).reason()).isNull();
        assertThat(runsOf("2026-11-10")).isEqualTo(1);
    }

    @Test
    void aRunWhoseServerWasKilledIsGoneOnWithAndThatOfACommandIsLeftToTheCommand() {
        int killed = RunServer.entered("2026-11-11", "RUNNING", "schedule");
        int command = RunServer.entered("2026-11-12", "RUNNING", null);
        UnfinishedRuns server = startingServer();
        server.look();
        RunServer.waitForSilence();
        assertThat(find(killed).status()).isEqualTo(StoredRun.Status.COMPLETE);
        assertThat(runsOf("2026-11-11")).isEqualTo(1);
        assertThat(find(command).status()).isEqualTo(StoredRun.Status.STOPPED);
        server.look();
        assertThat(runsOf("2026-11-12")).isZero();
    }

    @Test
    void aStoppedRunThatAnotherRunHasOvertakenIsDoneAnewOnce() {
        int stopped = RunServer.entered("2026-11-14", "STOPPED", "ada");
        RunServer.run("{\"as_of\":\"2026-11-15\"}");
        startingServer().look();
        RunServer.waitForSilence();
        startingServer().look();
        RunServer.waitForSilence();
        assertThat(find(stopped).status()).isEqualTo(StoredRun.Status.FAILED);
        assertThat(find(stopped).reason()).contains("decided anew");
        assertThat(runsOf("2026-11-14")).isEqualTo(1);
    }

    @Test
    void whileAnotherProgramIsAtWorkItsRunIsNotTakenForDead() {
        int alive = RunServer.entered("2026-11-13", "RUNNING", "schedule");
        try (NamedLock another = NamedLock.tryTake(SERVER.part(DataSource.class), NamedLock.FACTS)) {
            assertThat(another).isNotNull();
            startingServer().look();
        }
        assertThat(find(alive).status()).isEqualTo(StoredRun.Status.RUNNING);
    }

    private static long runsOf(String asOf) {
        return RunServer.sql()
                .sql("SELECT COUNT(*) FROM night_run WHERE as_of = ? AND status = 'COMPLETE'")
                .param(asOf)
                .query(Long.class)
                .single();
    }
}
