package org.trueup.batch.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deactivations and reactivations from one feed to the next, as the users report tells them (L9). */
class DeactivationsIT {
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

    /** A feed that was made on a day and says from when on Bo is deactivated. */
    private void feed(String madeOn, String deactivatedOn) throws IOException {
        Path files = folder.resolve("feed-" + madeOn);
        NightFeed feed = new NightFeed()
                .tenant("t1", "pensero")
                .subscription("t1", "s", "Growth", "5", "2026-01-01", "2026-12-31")
                .account("t1", "bo", Map.of("deactivated_on", deactivatedOn))
                .account("t1", "li", Map.of());
        feed.write(files);
        FileTime time = FileTime.from(Instant.parse(madeOn + "T03:00:00Z"));
        try (var all = Files.list(files)) {
            for (Path file : all.toList()) {
                Files.setLastModifiedTime(file, time);
            }
        }
        CONTEXT.load(files);
    }

    private String bo(String asOf) throws IOException {
        String line = NightContext.linesOf("t1", folder.resolve(asOf).resolve("users.csv"))
                .get(0);
        assertThat(line).startsWith("t1,s,bo,");
        return line;
    }

    @Test
    void l9TheUsersReportTellsWhatTheFeedsBrought() throws IOException {
        feed("2026-03-01", "");
        CONTEXT.night("2026-03-01", folder);
        assertThat(bo("2026-03-01")).endsWith(",");
        feed("2026-03-03", "2026-03-02");
        CONTEXT.night("2026-03-03", folder);
        assertThat(bo("2026-03-03")).endsWith(",deactivated 2026-03-02 (known since 2026-03-03)");
        feed("2026-04-01", "");
        CONTEXT.night("2026-04-01", folder);
        assertThat(bo("2026-04-01"))
                .endsWith(",\"deactivated 2026-03-02 (known since 2026-03-03), reactivated (known since 2026-04-01)\"");
        feed("2026-04-02", "2026-04-02");
        CONTEXT.night("2026-04-02", folder);
        feed("2026-04-03", "2026-04-01");
        CONTEXT.night("2026-04-03", folder);
        assertThat(bo("2026-04-03"))
                .endsWith(", reactivated (known since 2026-04-01), deactivated 2026-04-02 (known since 2026-04-02),"
                        + " deactivation moved to 2026-04-01 (known since 2026-04-03)\"");
    }

    @Test
    void whoWasDeactivatedWhenTheStoreMetHimAndIsActiveAgainIsTold() throws IOException {
        feed("2026-03-03", "2026-03-02");
        feed("2026-04-01", "");
        CONTEXT.night("2026-04-01", folder);
        assertThat(bo("2026-04-01")).endsWith(",\"deactivated 2026-03-02, reactivated (known since 2026-04-01)\"");
        assertThat(Files.readString(folder.resolve("2026-04-01/summary.json")))
                .contains("\"newest_file_at\": \"2026-04-01T03:00:00Z\"");
    }
}
