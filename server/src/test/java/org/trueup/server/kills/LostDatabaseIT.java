package org.trueup.server.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.StringUtils;
import org.trueup.batch.store.LostDatabase;
import org.trueup.batch.store.Store;
import org.trueup.batch.store.StoreLocation;
import org.trueup.server.demo.DemoFeed;

/** Nights whose database, which somebody else looks after, goes away in the middle and comes back. */
@EnabledOnOs(OS.LINUX)
class LostDatabaseIT {
    private static final int TENANTS = 200;
    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 2);
    private static final String WAITING = "Note: The database went away; waiting up to 10 minutes for it.";
    private static final Duration AWAY = Duration.ofSeconds(3);

    @TempDir
    static Path folder;

    private static OwnDatabase database;
    private static NightProcess undisturbed;

    @BeforeAll
    static void anUndisturbedNight() throws Exception {
        Path home = folder.resolve("home");
        Store.open(new StoreLocation.EmbeddedUnder(home)).close();
        database = OwnDatabase.start(home);
        DemoFeed.write(folder.resolve("feed"), TENANTS, NIGHT);
        undisturbed = night("undisturbed", database.fresh("undisturbed"), Map.of());
        assertThat(undisturbed.exit()).as(undisturbed.complained()).isZero();
    }

    @AfterAll
    static void stop() throws Exception {
        undisturbed.close();
        database.close();
    }

    private static NightProcess night(String name, String url, Map<String, String> settings) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("nightly", "--as-of", NIGHT.toString()));
        arguments.addAll(List.of("--feed", folder.resolve("feed").toString()));
        arguments.addAll(List.of("--reports", folder.resolve(name).toString()));
        arguments.addAll(List.of("--database", url));
        return NightProcess.start(folder.resolve("home-" + name), arguments, settings);
    }

    private static void assertThatItsFilesAreThoseOfAnUndisturbedNight(String name) throws IOException {
        assertThat(NightFolder.digests(folder.resolve(name)))
                .isEqualTo(NightFolder.digests(folder.resolve("undisturbed")));
        assertThat(NightFolder.under(folder.resolve(name))).containsExactly(NIGHT.toString());
    }

    private static boolean reaches(NightProcess night, Moment moment) throws InterruptedException {
        // a night decides at its end, after it has read the policies
        long after = moment.millisIn(undisturbed) * (moment == Moment.NIGHT ? 5 : 2) / 6;
        return night.says(moment.begins()) && night.livesFor(after);
    }

    @ParameterizedTest
    @EnumSource
    void aNightWaitsForADatabaseThatIsKilledAndStartedAgain(Moment moment) throws Exception {
        String name = "killed_in_" + moment.name().toLowerCase(Locale.ROOT);
        try (NightProcess night = night(name, database.fresh(name), Map.of())) {
            assertThat(reaches(night, moment)).isTrue();
            database.kill();
            boolean waits = night.livesFor(AWAY.toMillis());
            database.startAgain();
            assertThat(waits).as(night.said()).isTrue();
            assertThat(night.exit()).as(night.said() + night.complained()).isZero();
            // one that asks nothing of it meanwhile, as it reads its policies, has nothing to tell
            assertThat(StringUtils.countOccurrencesOf(night.said(), WAITING))
                    .isEqualTo(StringUtils.countOccurrencesOf(night.said(), "Note: The database is back."))
                    .isLessThanOrEqualTo(1);
        }
        assertThatItsFilesAreThoseOfAnUndisturbedNight(name);
    }

    @Test
    void aNightGoesOnWhenADatabaseThatHangsWakesUp() throws Exception {
        String name = "frozen";
        try (NightProcess night = night(name, database.fresh(name), Map.of())) {
            assertThat(reaches(night, Moment.NIGHT)).isTrue();
            database.freeze();
            boolean waits = night.livesFor(AWAY.toMillis());
            database.wake();
            assertThat(waits).as(night.said()).isTrue();
            assertThat(night.exit()).as(night.said() + night.complained()).isZero();
        }
        assertThatItsFilesAreThoseOfAnUndisturbedNight(name);
    }

    @Test
    void aNightWhoseDatabaseDoesNotComeBackSaysSoAtOnceAndTheSameCommandGoesOnLater() throws Exception {
        String url = database.fresh("gone");
        try (NightProcess night = night("gone", url, Map.of("TRUEUP_DATABASE_WAIT", "0s"))) {
            assertThat(reaches(night, Moment.REPORTS)).isTrue();
            database.kill();
            boolean hangs = night.livesFor(Duration.ofSeconds(20).toMillis());
            database.startAgain();
            assertThat(hangs).as(night.said()).isFalse();
            assertThat(night.exit()).isEqualTo(1);
            assertThat(night.complained().strip()).isEqualTo(LostDatabase.SENTENCE);
        }
        try (NightProcess again = night("gone", url, Map.of())) {
            assertThat(again.exit()).as(again.complained()).isZero();
            assertThat(again.said())
                    .contains("Going on with the night of 2026-11-02 that was interrupted")
                    .contains("it is not loaded again");
        }
        assertThatItsFilesAreThoseOfAnUndisturbedNight("gone");
    }
}
