package org.trueup.batch.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Grace periods, carried from night to night (A10, A11). */
class GraceOverNightsIT {
    private static final NightContext CONTEXT = new NightContext();

    @TempDir
    Path folder;

    @BeforeEach
    void empty() {
        CONTEXT.clear();
    }

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    private NightFiles files() {
        return new NightFiles(folder);
    }

    private void night(String asOf) {
        CONTEXT.night(asOf, folder);
    }

    /** Status, since when it is over, day of the grace period, its days and its last day. */
    private String grace(String asOf, String tenant) throws IOException {
        return files().line(
                        asOf,
                        "positions.csv",
                        tenant,
                        "status",
                        "over_since",
                        "grace_day",
                        "grace_days",
                        "grace_ends_on");
    }

    private List<String> codes(String asOf, String tenant) throws IOException {
        return files().lines(asOf, "findings.csv", tenant, "code").stream()
                .filter(code ->
                        code.startsWith("GRACE_") && !code.equals("GRACE_ENDS_SOON") || code.equals("ACCESS_BLOCKED"))
                .toList();
    }

    /** Users with stored history, one after the other. */
    private static NightFeed users(NightFeed feed, String tenant, int users) {
        for (int i = 1; i <= users; i++) {
            feed.account(tenant, "u" + i, Map.of("added_on", "2024-01-01", "has_history", "true"));
        }
        return feed;
    }

    private static NightFeed over(String tenant, String plan, String from, String to) {
        return users(
                new NightFeed().tenant(tenant, "activtrak").subscription(tenant, "s1", plan, "5", from, to), tenant, 6);
    }

    @Test
    void aPeriodHasTheLengthThatHeldWhenItBegan() throws IOException {
        NightFeed feed = over("older", "Essentials", "2024-06-01", "2027-05-31").overSince("older", "2024-12-31");
        feed.tenant("newer", "activtrak").subscription("newer", "s1", "Essentials", "5", "2024-06-01", "2027-05-31");
        users(feed, "newer", 6).overSince("newer", "2025-01-01").load(CONTEXT, folder.resolve("feed"));
        night("2025-01-13");
        assertThat(grace("2025-01-13", "older")).isEqualTo("GRACE|2024-12-31|14|14|2025-01-13");
        assertThat(grace("2025-01-13", "newer")).isEqualTo("GRACE|2025-01-01|13|30|2025-01-30");
        night("2025-01-14");
        assertThat(grace("2025-01-14", "older")).isEqualTo("BLOCKED|2024-12-31|15|14|2025-01-13");
        assertThat(codes("2025-01-14", "older")).containsExactly("ACCESS_BLOCKED");
        assertThat(grace("2025-01-14", "newer")).isEqualTo("GRACE|2025-01-01|14|30|2025-01-30");
        night("2025-01-30");
        assertThat(grace("2025-01-30", "newer")).isEqualTo("GRACE|2025-01-01|30|30|2025-01-30");
        assertThat(codes("2025-01-30", "newer")).containsExactly("GRACE_RUNNING");
        night("2025-01-31");
        assertThat(grace("2025-01-31", "newer")).isEqualTo("BLOCKED|2025-01-01|31|30|2025-01-30");
        assertThat(codes("2025-01-31", "newer")).containsExactly("ACCESS_BLOCKED");
    }

    @Test
    void theFirstNightOverIsDayOneAndDaysGoOnThroughNightsThatWereSkipped() throws IOException {
        over("t1", "Essentials", "2026-01-01", "2026-12-31").load(CONTEXT, folder.resolve("feed"));
        night("2026-03-01");
        assertThat(grace("2026-03-01", "t1")).isEqualTo("GRACE|2026-03-01|1|30|2026-03-30");
        assertThat(codes("2026-03-01", "t1")).containsExactly("GRACE_STARTED");
        night("2026-03-02");
        assertThat(grace("2026-03-02", "t1")).isEqualTo("GRACE|2026-03-01|2|30|2026-03-30");
        assertThat(codes("2026-03-02", "t1")).containsExactly("GRACE_RUNNING");
        night("2026-03-10");
        assertThat(grace("2026-03-10", "t1")).isEqualTo("GRACE|2026-03-01|10|30|2026-03-30");
        assertThat(files().lines("2026-03-10", "findings.csv", "t1", "code", "message").stream()
                        .filter(line -> line.startsWith("GRACE_RUNNING|")))
                .singleElement()
                .asString()
                .contains("day 10 of 30", "2026-03-30");
        night("2026-04-15");
        assertThat(grace("2026-04-15", "t1")).isEqualTo("BLOCKED|2026-03-01|46|30|2026-03-30");
    }

    @Test
    void backAtTheLimitThePeriodIsOverAndTheNextOneBeginsAnew() throws IOException {
        over("t1", "Essentials", "2026-01-01", "2026-12-31").load(CONTEXT, folder.resolve("feed"));
        night("2026-03-01");
        history("2026-03-04");
        night("2026-03-05");
        assertThat(grace("2026-03-05", "t1")).isEqualTo("AT_LIMIT||||");
        assertThat(codes("2026-03-05", "t1")).isEmpty();
        history("");
        night("2026-03-06");
        assertThat(grace("2026-03-06", "t1")).isEqualTo("GRACE|2026-03-06|1|30|2026-04-04");
        assertThat(codes("2026-03-06", "t1")).containsExactly("GRACE_STARTED");
    }

    /** A later feed says when the history of the sixth user was deleted, or that there is one. */
    private void history(String deletedOn) {
        new NightFeed()
                .tenant("t1", "activtrak")
                .subscription("t1", "s1", "Essentials", "5", "2026-01-01", "2026-12-31")
                .account(
                        "t1",
                        "u6",
                        Map.of("added_on", "2024-01-01", "has_history", "true", "history_deleted_on", deletedOn))
                .load(CONTEXT, folder.resolve("feed" + deletedOn));
    }

    @Test
    void aPastNightRunAgainGivesTheSameFilesAndLeavesTheLaterOnesAlone() throws IOException {
        over("t1", "Essentials", "2026-01-01", "2026-12-31").load(CONTEXT, folder.resolve("feed"));
        night("2026-03-01");
        night("2026-03-02");
        night("2026-03-05");
        Map<String, byte[]> before = Map.of(
                "positions.csv",
                bytes("2026-03-02", "positions.csv"),
                "findings.csv",
                bytes("2026-03-02", "findings.csv"));
        byte[] later = bytes("2026-03-05", "positions.csv");
        night("2026-03-02");
        before.forEach((file, content) ->
                assertThat(folder.resolve("2026-03-02").resolve(file)).hasBinaryContent(content));
        assertThat(folder.resolve("2026-03-05/positions.csv")).hasBinaryContent(later);
        night("2026-03-05");
        assertThat(folder.resolve("2026-03-05/positions.csv")).hasBinaryContent(later);
    }

    private byte[] bytes(String asOf, String file) throws IOException {
        return Files.readAllBytes(folder.resolve(asOf).resolve(file));
    }

    @Test
    void aNightKnowsOnlyTheNightsBeforeItWhicheverWasRunFirst() throws IOException {
        over("t1", "Essentials", "2026-01-01", "2026-12-31").load(CONTEXT, folder.resolve("feed"));
        night("2026-03-20");
        assertThat(grace("2026-03-20", "t1")).isEqualTo("GRACE|2026-03-20|1|30|2026-04-18");
        night("2026-03-10");
        assertThat(grace("2026-03-10", "t1")).isEqualTo("GRACE|2026-03-10|1|30|2026-04-08");
        assertThat(codes("2026-03-10", "t1")).containsExactly("GRACE_STARTED");
        night("2026-03-20");
        assertThat(grace("2026-03-20", "t1")).isEqualTo("GRACE|2026-03-10|11|30|2026-04-08");
        assertThat(codes("2026-03-20", "t1")).containsExactly("GRACE_RUNNING");
    }

    @Test
    void freeIsBlockedAtOnceAndAPaidPlanAfterItBeginsAPeriodOfItsOwn() throws IOException {
        NightFeed feed = new NightFeed()
                .tenant("t1", "activtrak")
                .subscription("t1", "s1", "Free", "", "2026-01-01", "2026-03-04")
                .subscription("t1", "s2", "Essentials", "5", "2026-03-05", "2026-03-09")
                .subscription("t1", "s3", "Professional", "5", "2026-03-10", "2026-12-31");
        users(feed, "t1", 6).load(CONTEXT, folder.resolve("feed"));
        night("2026-03-01");
        assertThat(grace("2026-03-01", "t1")).isEqualTo("BLOCKED|2026-03-01|||");
        assertThat(codes("2026-03-01", "t1")).containsExactly("ACCESS_BLOCKED");
        night("2026-03-04");
        assertThat(grace("2026-03-04", "t1")).isEqualTo("BLOCKED|2026-03-01|||");
        night("2026-03-05");
        assertThat(grace("2026-03-05", "t1")).isEqualTo("GRACE|2026-03-05|1|30|2026-04-03");
        assertThat(codes("2026-03-05", "t1")).containsExactly("GRACE_STARTED");
        night("2026-03-10");
        assertThat(grace("2026-03-10", "t1")).isEqualTo("GRACE|2026-03-05|6|30|2026-04-03");
    }

    @Test
    void theFeedsWordOnSinceWhenCountsUntilThereIsANight() throws IOException {
        over("t1", "Essentials", "2026-01-01", "2026-12-31")
                .overSince("t1", "2026-02-20")
                .load(CONTEXT, folder.resolve("feed"));
        night("2026-03-01");
        assertThat(grace("2026-03-01", "t1")).isEqualTo("GRACE|2026-02-20|10|30|2026-03-21");
        assertThat(codes("2026-03-01", "t1")).containsExactly("GRACE_RUNNING");
        over("t1", "Essentials", "2026-01-01", "2026-12-31")
                .overSince("t1", "2026-01-05")
                .load(CONTEXT, folder.resolve("feed2"));
        night("2026-03-02");
        assertThat(grace("2026-03-02", "t1")).isEqualTo("GRACE|2026-02-20|11|30|2026-03-21");
    }
}
