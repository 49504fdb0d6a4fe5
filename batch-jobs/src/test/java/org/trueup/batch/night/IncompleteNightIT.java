package org.trueup.batch.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nights that somebody spoils: what does not add up never counts and takes no file's place. */
class IncompleteNightIT {
    private static final NightContext CONTEXT = new NightContext();
    private static final String NIGHT = "2026-11-21";

    @TempDir
    Path folder;

    @BeforeEach
    void facts() {
        CONTEXT.clear();
        feed("2");
    }

    @AfterEach
    void spoilNothingMore() {
        CONTEXT.sql().sql("DROP TRIGGER IF EXISTS spoils").update();
    }

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    private void feed(String licences) {
        new NightFeed()
                .tenant("t1", "plecto")
                .subscription("t1", "s1", "Medium", licences, "2026-10-01", "2027-09-30")
                .account("t1", "a1", Map.of())
                .account("t1", "a2", Map.of())
                .registration("t1", "a1", "2026-11-19")
                .tenant("t2", "pensero")
                .subscription("t2", "s1", "Starter", "", "2026-01-01", "2026-11-30")
                .tenant("t3", "nobodys")
                .subscription("t3", "s1", "Any", "1", "2026-01-01", "2026-12-31")
                .load(CONTEXT, folder.resolve("feed"));
    }

    /** Does something in the store at the moment at which a step begins. */
    private static void spoil(String step, String deed) {
        CONTEXT.sql()
                .sql("CREATE TRIGGER spoils AFTER INSERT ON BATCH_STEP_EXECUTION FOR EACH ROW IF NEW.STEP_NAME = '"
                        + step + "' THEN " + deed + "; END IF")
                .update();
    }

    private NightResult night() {
        return CONTEXT.night(NIGHT, folder.resolve("reports"));
    }

    private Map<String, Integer> files() throws IOException {
        return NightFiles.digests(folder.resolve("reports").resolve(NIGHT));
    }

    private static String status(int run) {
        return CONTEXT.sql()
                .sql("SELECT CONCAT(status, ': ', COALESCE(ended_because, '')) FROM night_run WHERE run_id = ?")
                .param(run)
                .query(String.class)
                .single();
    }

    private static int counting() {
        return CONTEXT.sql()
                .sql("SELECT COALESCE(MAX(run_id), 0) FROM night WHERE as_of = ?")
                .param(NIGHT)
                .query(Integer.class)
                .single();
    }

    private static int lastRun() {
        return CONTEXT.sql()
                .sql("SELECT MAX(run_id) FROM night_run")
                .query(Integer.class)
                .single();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            reconcile | DELETE FROM assessment WHERE tenant_no = 1 AND run_id = RUN      | tenants: 3 in the store, 3 read, 3 written, 2 in the results
            reconcile | DELETE FROM finding WHERE tenant_no < 3 AND run_id = RUN LIMIT 1 | findings:
            reconcile | DELETE FROM finding WHERE tenant_no = 3 AND run_id = RUN         | not decided: 1 written, 1 in the results, 0 with a reason
            reconcile | DELETE FROM counted_users WHERE run_id = RUN                     | packs of users:
            reconcile | UPDATE feed_file SET lines_read = lines_read + 1 WHERE FED         | feed lines:
            reconcile | UPDATE feed_file SET rejected = 1, taken = taken - 1 WHERE FED     | rejected lines: 1 read from the feed, 0 kept with a reason
            reports   | DELETE FROM assessment WHERE tenant_no = 1 AND run_id = RUN      | decided: 2 written, 2 in the results, 1 in CSV files, 1 in vendors' workbooks, 1 in account managers' workbooks
            reports   | DELETE FROM finding WHERE tenant_no < 3 AND run_id = RUN LIMIT 1 | findings:
            reports   | UPDATE assessment SET months = '' WHERE tenant_no = 1 AND run_id = RUN | months:
            """)
    void aNightThatDoesNotAddUpLeavesResultsAndFilesAsTheyWere(String step, String deed, String told)
            throws IOException {
        night();
        int complete = counting();
        Map<String, Integer> before = files();
        feed("1");
        spoil(
                step,
                deed.replace("RUN", "(SELECT MAX(run_id) FROM night_run)")
                        .replace("FED", "file = 'tenants.csv' AND feed_id = (SELECT MAX(feed_id) FROM feed)"));

        assertThatThrownBy(this::night)
                .isInstanceOf(IncompleteNightException.class)
                .hasMessageStartingWith("The night does not add up and changes nothing (")
                .hasMessageContaining(told);

        assertThat(status(lastRun()))
                .startsWith("INCOMPLETE: The night does not add up")
                .contains(told);
        assertThat(CONTEXT.sql()
                        .sql("SELECT COUNT(*) FROM run_count WHERE run_id = ?")
                        .param(lastRun())
                        .query(Long.class)
                        .single())
                .as("what it counted is kept")
                .isPositive();
        assertThat(counting()).isEqualTo(complete);
        assertThat(files()).isEqualTo(before);

        spoilNothingMore();
        CONTEXT.sql()
                .sql("UPDATE feed_file SET lines_read = taken + rejected, rejected = 0, taken = lines_read")
                .update();
        night();
        assertThat(status(lastRun())).isEqualTo("COMPLETE: ");
        assertThat(files()).isNotEqualTo(before);
    }

    @Test
    void withoutACompleteNightNothingIsWritten() {
        spoil("reports", "DELETE FROM assessment WHERE tenant_no = 1");
        assertThatThrownBy(this::night).isInstanceOf(IncompleteNightException.class);
        assertThat(folder.resolve("reports").resolve(NIGHT)).doesNotExist();
        assertThat(counting()).isZero();
    }

    @Test
    void whatACompleteNightCountedIsToldAndKept() throws IOException {
        NightResult night = night();
        assertThat(night.counted().get("tenants"))
                .containsEntry("in_the_store", 3L)
                .containsEntry("read", 3L)
                .containsEntry("written", 3L)
                .containsEntry("in_the_results", 3L);
        assertThat(night.counted().get("decided"))
                .containsEntry("in_csv_files", 2L)
                .containsEntry("in_vendors_workbooks", 2L)
                .containsEntry("in_account_managers_workbooks", 2L);
        assertThat(night.counted())
                .allSatisfy((what, places) ->
                        assertThat(places.values().stream().distinct()).as(what).hasSize(1));
        assertThat(CONTEXT.bean(RunCounts.class).of(lastRun()).named()).isEqualTo(night.counted());
        Map<String, Integer> before = files();
        CONTEXT.bean(PastReports.class).write(LocalDate.parse(NIGHT), folder.resolve("reports"), NightProgress.SILENT);
        assertThat(files()).as("made again, the summary tells the same").isEqualTo(before);
        night = CONTEXT.night(NIGHT, folder.resolve("reports"), "plecto");
        assertThat(night.counted().get("tenants"))
                .containsEntry("in_the_store", 1L)
                .containsEntry("written", 1L);
        assertThat(night.counted().get("decided")).containsEntry("in_csv_files", 1L);
    }
}
