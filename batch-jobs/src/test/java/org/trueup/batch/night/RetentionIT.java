package org.trueup.batch.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.PlatformTransactionManager;

/** Old nights go where settings ask for it, and nobody decides or tells anything else for it. */
class RetentionIT {
    private static final NightContext CONTEXT = new NightContext();
    private static final List<String> NIGHTS =
            List.of("2026-10-30", "2026-10-31", "2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20");

    @TempDir
    Path folder;

    @BeforeEach
    void sevenNights() {
        CONTEXT.clear();
        // over its limit from before the first night on, in a grace period that outlives the thinned ones
        NightFeed feed = new NightFeed()
                .tenant("t1", "activtrak")
                .subscription("t1", "s1", "Essentials", "5", "2026-10-01", "2027-09-30")
                .tenant("t2", "plecto")
                .subscription("t2", "s1", "Medium", "1", "2026-10-01", "2027-09-30")
                .account("t2", "a1", Map.of())
                .account("t2", "a2", Map.of())
                .registration("t2", "a1", "2026-11-10")
                .registration("t2", "a2", "2026-11-10");
        for (int i = 1; i <= 6; i++) {
            feed.account("t1", "a" + i, Map.of("username", "u" + i, "device", "pc" + i, "has_history", "true"));
        }
        feed.load(CONTEXT, folder.resolve("feed"));
        NIGHTS.forEach(night -> CONTEXT.night(night, folder.resolve("first")));
    }

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    private static Retention retention(KeepSettings settings) {
        return new Retention(CONTEXT.sql(), CONTEXT.bean(PlatformTransactionManager.class), settings);
    }

    private static void thin() {
        retention(new KeepSettings(2, null, null, null, false)).thin(NightProgress.SILENT);
        CONTEXT.bean(NightRuns.class).dropWhatCountsForNothing();
    }

    private static List<String> rows(String select) {
        return CONTEXT.sql().sql(select).query(String.class).list();
    }

    private Map<String, Integer> again(String night) throws IOException {
        CONTEXT.bean(PastReports.class).write(LocalDate.parse(night), folder.resolve("again"), NightProgress.SILENT);
        return NightFiles.digests(folder.resolve("again").resolve(night));
    }

    private Map<String, Integer> first(String night) throws IOException {
        return NightFiles.digests(folder.resolve("first").resolve(night));
    }

    @Test
    void whatIsKeptTellsTheSameBytesAndTheNextNightDecidesAsItWouldHave() throws IOException {
        CONTEXT.night("2026-11-21", folder.resolve("first"));
        CONTEXT.sql().sql("DELETE FROM night WHERE as_of = '2026-11-21'").update();
        List<String> trails = trails();

        thin();

        assertThat(rows("SELECT DISTINCT as_of FROM night ORDER BY 1"))
                .containsExactly("2026-10-30", "2026-10-31", "2026-11-18", "2026-11-19", "2026-11-20");
        for (String night : List.of("2026-10-31", "2026-11-18", "2026-11-19", "2026-11-20")) {
            assertThat(again(night)).as(night).isEqualTo(first(night));
        }
        CONTEXT.night("2026-11-21", folder.resolve("again"));
        assertThat(NightFiles.digests(folder.resolve("again").resolve("2026-11-21")))
                .as("grace goes on, and the last nights are told")
                .isEqualTo(first("2026-11-21"));
        CONTEXT.night("2026-11-20", folder.resolve("again"));
        assertThat(NightFiles.digests(folder.resolve("again").resolve("2026-11-20")))
                .as("a kept night decided again")
                .isEqualTo(first("2026-11-20"));
        assertThat(trails()).isEqualTo(trails);
    }

    private static List<String> trails() {
        List<String> trails = new ArrayList<>();
        for (String table : List.of("policy_event", "policy_version", "audit_event", "tenant", "activity")) {
            trails.add(CONTEXT.sql()
                    .sql("CHECKSUM TABLE " + table)
                    .query((row, number) -> row.getString(1) + row.getString(2))
                    .single());
        }
        trails.addAll(rows("SELECT CONCAT_WS(' ', run_id, status, tenants_read, tenants_decided) FROM night_run"
                + " WHERE as_of < '2026-11-18' ORDER BY run_id"));
        return trails;
    }

    @Test
    void aThinnedNightIsToldWithThoseNearItAndCannotBeDecidedAgain() {
        thin();
        assertThatThrownBy(() -> again("2026-11-17"))
                .isInstanceOf(NightException.class)
                .hasMessageMatching(
                        "The results of the night of 2026-11-17 were dropped on \\d{4}-\\d\\d-\\d\\d, as the settings"
                                + " trueup.keep ask; those near it are of 2026-10-30, 2026-10-31, 2026-11-18, 2026-11-19, 2026-11-20.");
        assertThatThrownBy(() -> CONTEXT.night("2026-11-17", folder.resolve("again")))
                .hasMessage("The night of 2026-11-17 was thinned and cannot be decided again: choose a later date.");
        assertThatThrownBy(() -> CONTEXT.night("2026-11-18", folder.resolve("again")))
                .hasMessage(
                        "The night of 2026-11-17 before that of 2026-11-18 was thinned, so nobody knows any more who was over"
                                + " since when: choose a later date.");
        assertThat(rows("SELECT COUNT(*) FROM run_count JOIN thinned_night USING (run_id)"))
                .doesNotContain("0");
    }

    @Test
    void whoWasKilledInTheMiddleIsFollowedByTheNextAndNobodySeesHalfANight() {
        retention(new KeepSettings(2, null, null, null, false)).thin(NightProgress.SILENT);
        assertThat(rows("SELECT COUNT(*) FROM assessment a JOIN thinned_night t ON t.run_id = a.run_id"))
                .doesNotContain("0");
        assertThatThrownBy(() -> again("2026-11-17")).hasMessageContaining("were dropped");
        // some tables are emptied already
        CONTEXT.sql()
                .sql("DELETE FROM finding WHERE run_id IN (SELECT run_id FROM thinned_night)")
                .update();
        CONTEXT.sql()
                .sql("DELETE FROM assessment WHERE tenant_no = 1 AND run_id IN (SELECT run_id FROM thinned_night)")
                .update();

        CONTEXT.night("2026-11-21", folder.resolve("first"));

        for (String table : List.of("assessment", "finding", "counted_users", "row_use")) {
            assertThat(rows("SELECT COUNT(*) FROM " + table + " WHERE run_id IN (SELECT run_id FROM thinned_night)"))
                    .as(table)
                    .containsExactly("0");
        }
    }

    @Test
    void aDryRunTellsAndDropsNothing() {
        assertThat(notesOf(new KeepSettings(2, null, 1, 1, true)))
                .containsExactly(
                        "The settings trueup.keep would thin 2 nights, from 2026-11-16 to 2026-11-17; a dry run drops nothing.");
        assertThat(rows("SELECT DISTINCT as_of FROM night")).hasSize(7);
    }

    private static List<String> notesOf(KeepSettings settings) {
        List<String> notes = new ArrayList<>();
        retention(settings).thin(new NightProgress() {
            @Override
            public void phase(String name, String unit, long total) {}

            @Override
            public void reached(long done) {}

            @Override
            public void note(String sentence) {
                notes.add(sentence);
            }
        });
        return notes;
    }

    @Test
    void aDateThatMakesAllOthersOldThinsNothingUntilTheNightAfterIt() {
        night("2036-11-20");
        assertThat(notesOf(new KeepSettings(2, 1, null, null, false)))
                .containsExactly(
                        "Nothing was thinned: the latest night, 2036-11-20, is of a date more than 100 days after the one before, which may be a slip. If it is meant, the night after it thins.");
        assertThat(rows("SELECT DISTINCT as_of FROM night")).hasSize(8);

        night("2036-11-21");
        assertThat(notesOf(new KeepSettings(2, 1, null, null, true)))
                .singleElement()
                .asString()
                .startsWith("The settings trueup.keep would thin ");
    }

    private static void night(String asOf) {
        CONTEXT.sql()
                .sql(
                        "INSERT INTO night (as_of, vendor, run_id) SELECT ?, vendor, run_id FROM night WHERE as_of = '2026-11-20'")
                .param(asOf)
                .update();
    }

    @Test
    void logsOfDecisionsAndMailsGoAfterTheirDays() {
        CONTEXT.sql()
                .sql("INSERT INTO decision (at, who, kind, tenant_id, vendor, as_of, facts, answer, rule) VALUES"
                        + " (UTC_TIMESTAMP() - INTERVAL 11 DAY, 'A', 'SEATS', 't1', 'v', '2026-11-21', '', 'old', 'R'),"
                        + " (UTC_TIMESTAMP() - INTERVAL 9 DAY, 'A', 'SEATS', 't1', 'v', '2026-11-21', '', 'new', 'R')")
                .update();
        for (String mail :
                List.of("SENT 11 2026-11-19", "WAITING 11 2026-11-19", "SENT 11 2026-11-20", "SENT 9 2026-11-19")) {
            String[] words = mail.split(" ");
            CONTEXT.sql()
                    .sql(
                            "INSERT INTO mail_outbox (mail_key, as_of, kind, person, address, subject, body, state, queued_at, changed_at)"
                                    + " VALUES (SHA2(?, 256), ?, 'MANAGER', 'P', 'a@b', ?, '', ?, UTC_TIMESTAMP(), UTC_TIMESTAMP() - INTERVAL ? DAY)")
                    .params(mail, words[2], mail, words[0], Integer.valueOf(words[1]))
                    .update();
        }
        retention(new KeepSettings(null, null, 10, 10, false)).thin(NightProgress.SILENT);
        assertThat(rows("SELECT answer FROM decision")).containsExactly("new");
        assertThat(rows("SELECT subject FROM mail_outbox ORDER BY mail_no"))
                .as("what waits, what the latest night sent and what is young stays")
                .containsExactly("WAITING 11 2026-11-19", "SENT 11 2026-11-20", "SENT 9 2026-11-19");
    }
}
