package org.trueup.batch.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.rules.fact.EarlierNight;

/** What a night knows of the nights before it: since when a tenant was over, and by which plan (A10). */
class EarlierRunsIT {
    private static final NightContext CONTEXT = new NightContext();

    @TempDir
    java.nio.file.Path folder;

    private final JdbcClient sql = CONTEXT.sql();

    @BeforeEach
    void oneTenant() {
        CONTEXT.clear();
        sql.sql(
                        "INSERT INTO tenant (tenant_no, tenant_id, name, vendor, nonprofit) VALUES (1, 't1', 'T', 'pensero', 0)")
                .update();
    }

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    private void night(int run, String asOf, @Nullable String plan, @Nullable String overSince) {
        night(run, asOf, plan, overSince, null, null);
    }

    private void night(
            int run,
            String asOf,
            @Nullable String plan,
            @Nullable String overSince,
            @Nullable Integer graceDays,
            @Nullable String graceEndsOn) {
        sql.sql("INSERT INTO night (as_of, vendor, run_id) VALUES (?, 'pensero', ?)")
                .params(asOf, run)
                .update();
        sql.sql(
                        "INSERT INTO assessment (run_id, tenant_no, tenant_name, vendor, decided, plan, over_since, grace_days, grace_ends_on)"
                                + " VALUES (?, 1, 'T', 'pensero', ?, ?, ?, ?, ?)")
                .params(run, plan != null, plan, overSince, graceDays, graceEndsOn)
                .update();
    }

    private List<EarlierNight> before(String asOf) {
        EarlierRuns earlier = EarlierRuns.before(LocalDate.parse(asOf), sql);
        return sql.sql(earlier.tenantsWithEarlierNights() + " ORDER BY " + earlier.order())
                .query((row, number) -> earlier.tenant(row).earlier())
                .list();
    }

    private static EarlierNight earlier(String asOf, @Nullable String overSince, @Nullable String plan) {
        return earlier(asOf, overSince, plan, null);
    }

    private static EarlierNight earlier(
            String asOf, @Nullable String overSince, @Nullable String plan, @Nullable String graceSince) {
        return new EarlierNight(
                LocalDate.parse(asOf),
                overSince == null ? null : LocalDate.parse(overSince),
                plan,
                graceSince == null ? null : LocalDate.parse(graceSince));
    }

    @Test
    void withoutANightOrAFeedThatSaysSoNothingIsKnown() {
        assertThat(before("2026-11-21")).containsExactly(EarlierNight.NONE);
    }

    @Test
    void theFeedSaysSinceWhenButNotByWhichPlan() {
        sql.sql("INSERT INTO grace_state VALUES (1, '2026-11-02')").update();
        assertThat(before("2026-11-21")).containsExactly(EarlierNight.asFeedSays(LocalDate.parse("2026-11-02")));
    }

    @Test
    void theLatestNightBeforeTheDateSaysItsPlanWhateverWasRunSince() {
        night(3, "2026-11-18", "Free", "2026-11-10");
        night(2, "2026-11-20", "Growth", null);
        night(1, "2026-11-25", "Enterprise", "2026-11-24");
        assertThat(before("2026-11-26")).containsExactly(earlier("2026-11-25", "2026-11-24", "Enterprise"));
        assertThat(before("2026-11-25")).containsExactly(earlier("2026-11-20", null, "Growth"));
        assertThat(before("2026-11-20")).containsExactly(earlier("2026-11-18", "2026-11-10", "Free"));
        assertThat(before("2026-11-18")).containsExactly(EarlierNight.NONE);
    }

    @Test
    void theFirstDayOfAGracePeriodFollowsFromItsLengthAndItsLastDay() {
        night(1, "2026-11-18", "Growth", "2026-11-02", 10, "2026-11-19");
        night(2, "2026-11-20", "Growth", "2026-11-02", 1, "2026-11-20");
        assertThat(before("2026-11-19")).containsExactly(earlier("2026-11-18", "2026-11-02", "Growth", "2026-11-10"));
        assertThat(before("2026-11-21")).containsExactly(earlier("2026-11-20", "2026-11-02", "Growth", "2026-11-20"));
    }

    @Test
    void aNightWithoutAPositionHandsPlanAndDayOn() {
        NightFeed feed = new NightFeed()
                .tenant("t1", "pensero")
                .subscription("t1", "s", "Starter", "", "2026-01-01", "2026-11-20")
                .account("t1", "u1", java.util.Map.of());
        CONTEXT.clear();
        feed.load(CONTEXT, folder.resolve("feed"));
        CONTEXT.night("2026-11-20", folder);
        CONTEXT.night("2026-11-21", folder);
        assertThat(sql.sql("SELECT decided FROM assessment ORDER BY run_id")
                        .query(Boolean.class)
                        .list())
                .containsExactly(true, false);
        assertThat(before("2026-11-22")).containsExactly(earlier("2026-11-21", null, "Starter"));
    }
}
