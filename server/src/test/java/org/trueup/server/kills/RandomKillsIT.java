package org.trueup.server.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trueup.server.demo.DemoFeed;

/**
 * Nights after nights in which the program, its database or both are killed at random moments of feed, night and reports.
 * The same command again finishes the night, and its files equal those of a store that nobody disturbed. How many kills,
 * of how many tenants and by which seed is said by the properties {@code kills}, {@code kills.tenants} and {@code
 * kills.seed}.
 */
class RandomKillsIT {
    private static final int KILLS = Integer.getInteger("kills", 3);
    private static final int TENANTS = Integer.getInteger("kills.tenants", 200);
    private static final long SEED = Long.getLong("kills.seed", System.nanoTime());
    /** Tells what was killed when. */
    private static final Path KILLED = Path.of("target", "kills.txt");

    private static final int KILLS_OF_A_NIGHT = 3;
    /** A night may end before it is hit. */
    private static final int NIGHTS_AT_MOST = 2 * KILLS + 2;

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 2);

    @TempDir
    private Path folder = Path.of("");

    private final Random random = new Random(SEED);
    private final List<String> kills = new ArrayList<>();
    private int number;

    @Test
    void aNightThatIsKilledIsFinishedByTheSameCommandAsIfNothingHadHappened() throws Exception {
        for (int night = 0; night < NIGHTS_AT_MOST && kills.size() < KILLS; night++) {
            killAndCompare(FIRST.plusDays(night));
        }
        assertThat(kills).as("kills that hit; seed %d", SEED).hasSizeGreaterThanOrEqualTo(KILLS);
    }

    private void killAndCompare(LocalDate date) throws Exception {
        Path feed = folder.resolve("feed-" + date);
        DemoFeed.write(feed, TENANTS, date);
        try (NightProcess undisturbed = night(date, feed, "undisturbed")) {
            assertThat(undisturbed.exit()).as(undisturbed.complained()).isZero();
            int exit = killed(date, feed, undisturbed);
            for (int tries = 0; exit != 0; tries++) {
                assertThat(tries).as("tries to finish the night of %s", date).isLessThan(2);
                exit = finished(date, feed);
            }
        }
        Path killed = folder.resolve("killed/reports");
        assertThat(NightFolder.digests(killed.resolve(date.toString())))
                .as("files of %s after %s; seed %d", date, kills, SEED)
                .isEqualTo(NightFolder.digests(folder.resolve("undisturbed/reports/" + date)));
        assertThat(NightFolder.under(killed)).isEqualTo(NightFolder.under(folder.resolve("undisturbed/reports")));
    }

    /** Kills a night some times; 0 when it finished before it was hit the last time. */
    private int killed(LocalDate date, Path feed, NightProcess undisturbed) throws Exception {
        for (int i = 0; i < KILLS_OF_A_NIGHT && kills.size() < KILLS; i++) {
            // all pairs of moment and target come in turn
            Moment moment = Moment.values()[number % Moment.values().length];
            Target target = Target.values()[number / Moment.values().length % Target.values().length];
            long after = random.nextLong(moment.millisIn(undisturbed));
            try (NightProcess night = night(date, feed, "killed")) {
                boolean hit = night.says(moment.begins()) && night.livesFor(after) && night.kill(target);
                if (hit) {
                    number++;
                    kills.add("%s in %s of %s, %,d ms after it began; the last line was: %s"
                            .formatted(target, moment, date, after, night.lastLine()));
                    Files.write(KILLED, kills);
                }
                int exit = night.exit();
                if (hit && target == Target.DATABASE) {
                    assertThat(exit)
                            .as("the program starts its database again; %s", night.complained())
                            .isZero();
                }
                if (exit == 0) {
                    return exit;
                }
            }
        }
        return 1;
    }

    private int finished(LocalDate date, Path feed) throws Exception {
        try (NightProcess night = night(date, feed, "killed")) {
            int exit = night.exit();
            assertThat(exit)
                    .as("%s after %s; seed %d; %s", date, kills, SEED, night.complained())
                    .isZero();
            return exit;
        }
    }

    private NightProcess night(LocalDate date, Path feed, String store) throws IOException {
        return NightProcess.start(
                folder.resolve(store).resolve("home"),
                List.of(
                        "nightly",
                        "--feed",
                        feed.toString(),
                        "--as-of",
                        date.toString(),
                        "--reports",
                        folder.resolve(store).resolve("reports").toString()));
    }
}
