package org.trueup.batch.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trueup.rules.outcome.Status;
import org.trueup.spreadsheets.report.NightOutcome;
import org.trueup.spreadsheets.report.TenantOutcome;
import org.trueup.spreadsheets.report.TenantOutcome.NightBefore;

/** What a night tells of the night before it, tenant by tenant. */
class NightBeforeIT {
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

    private void night(String asOf) {
        CONTEXT.night(asOf, folder);
    }

    /** So many users on so many licences of a plan whose grace period is 30 days. */
    private static NightFeed activtrak(String tenant, int users, int licences) {
        NightFeed feed = new NightFeed()
                .tenant(tenant, "activtrak")
                .subscription(tenant, "s1", "Essentials", "" + licences, "2026-10-01", "2027-09-30");
        for (int i = 1; i <= users; i++) {
            feed.account(tenant, "u" + i, Map.of("added_on", "2026-10-01", "has_history", "true"));
        }
        return feed;
    }

    private void feed(NightFeed feed) {
        feed.load(CONTEXT, folder.resolve("feed"));
    }

    private static List<TenantOutcome> told(String asOf) {
        List<TenantOutcome> told = new ArrayList<>();
        CONTEXT.bean(StoredNights.class)
                .of(LocalDate.parse(asOf))
                .orElseThrow()
                .tenants(new NightOutcome.Selection.Everyone(), told::add);
        return told;
    }

    /** One tenant's movement, nights unchanged, and the date, status and use of the night before. */
    private static String moved(String asOf, String tenant) {
        TenantOutcome outcome = told(asOf).stream()
                .filter(each -> each.assessment().tenant().id().value().equals(tenant))
                .findFirst()
                .orElseThrow();
        return outcome.movement() + " " + outcome.nightsUnchanged() + said(outcome.before());
    }

    private static String said(@Nullable NightBefore before) {
        if (before == null) {
            return "";
        }
        Status status = before.concern().status();
        return ", " + before.asOf() + " " + status + " " + before.used();
    }

    @Test
    void overSeveralNightsATenantIsNewUnchangedWorsenedImprovedAndCured() {
        feed(activtrak("acme", 6, 5));
        night("2026-11-01");
        night("2026-11-02");
        // nobody ran the night of the 3rd
        night("2026-11-04");
        feed(activtrak("acme", 8, 5));
        night("2026-11-05");
        feed(activtrak("acme", 8, 7));
        night("2026-11-06");
        night("2026-11-07");
        feed(activtrak("acme", 8, 20));
        night("2026-11-08");
        night("2026-11-09");

        assertThat(moved("2026-11-01", "acme")).isEqualTo("NEW 0");
        assertThat(moved("2026-11-02", "acme")).isEqualTo("UNCHANGED 1, 2026-11-01 GRACE 6");
        assertThat(moved("2026-11-04", "acme")).isEqualTo("UNCHANGED 2, 2026-11-02 GRACE 6");
        assertThat(moved("2026-11-05", "acme")).isEqualTo("WORSENED 0, 2026-11-04 GRACE 6");
        assertThat(moved("2026-11-06", "acme")).isEqualTo("IMPROVED 0, 2026-11-05 GRACE 8");
        assertThat(moved("2026-11-07", "acme")).isEqualTo("UNCHANGED 1, 2026-11-06 GRACE 8");
        assertThat(moved("2026-11-08", "acme")).isEqualTo("CURED 0, 2026-11-07 GRACE 8");
        assertThat(moved("2026-11-09", "acme")).isEqualTo("NONE 0, 2026-11-08 COMPLIANT 8");
    }

    @Test
    void aTenantThatCannotBeDecidedIsCompared() {
        feed(new NightFeed()
                .tenant("lost", "pensero")
                .subscription("lost", "s1", "Starter", "", "2026-01-01", "2026-11-02")
                .account("lost", "u1", Map.of()));
        night("2026-11-02");
        night("2026-11-03");
        night("2026-11-04");
        feed(new NightFeed()
                .tenant("lost", "pensero")
                .subscription("lost", "s2", "Starter", "", "2026-11-05", "2027-11-04")
                .account("lost", "u1", Map.of()));
        night("2026-11-05");

        assertThat(moved("2026-11-02", "lost")).isEqualTo("NONE 0");
        assertThat(moved("2026-11-03", "lost")).isEqualTo("NEW 0, 2026-11-02 COMPLIANT 1");
        assertThat(moved("2026-11-04", "lost")).isEqualTo("UNCHANGED 1, 2026-11-03 null null");
        assertThat(moved("2026-11-05", "lost")).isEqualTo("CURED 0, 2026-11-04 null null");
    }

    @Test
    void aPastNightRunAgainIsComparedWithTheNightsBeforeItAndChangesNoLaterOne() {
        feed(activtrak("acme", 6, 5));
        night("2026-11-01");
        night("2026-11-02");
        night("2026-11-03");
        List<TenantOutcome> third = told("2026-11-03");

        feed(activtrak("acme", 6, 20));
        night("2026-11-02");

        assertThat(moved("2026-11-02", "acme")).isEqualTo("CURED 0, 2026-11-01 GRACE 6");
        assertThat(told("2026-11-03")).isEqualTo(third);
        night("2026-11-03");
        assertThat(moved("2026-11-03", "acme")).isEqualTo("NONE 0, 2026-11-02 COMPLIANT 6");
    }

    @Test
    void aNightOfOneVendorIsTheNightBeforeForItsTenantsOnly() {
        feed(activtrak("acme", 6, 5));
        feed(new NightFeed().tenant("lost", "pensero"));
        night("2026-11-01");
        CONTEXT.night("2026-11-02", folder, "activtrak");
        night("2026-11-03");

        assertThat(moved("2026-11-03", "acme")).isEqualTo("UNCHANGED 2, 2026-11-02 GRACE 6");
        assertThat(moved("2026-11-03", "lost")).isEqualTo("UNCHANGED 1, 2026-11-01 null null");
    }

    @Test
    void aTenantThatChangedItsVendorIsComparedWithWhatItWas() {
        feed(activtrak("acme", 6, 5));
        night("2026-11-01");
        feed(new NightFeed()
                .tenant("acme", "pensero")
                .subscription("acme", "s1", "Starter", "", "2026-01-01", "2026-12-31"));
        night("2026-11-02");

        assertThat(moved("2026-11-02", "acme")).endsWith(", 2026-11-01 GRACE 6");
    }

    @Test
    void theTermAndTheRenewalAreThoseThatWereKnownOnTheNight() {
        feed(activtrak("acme", 2, 5));
        night("2026-11-01");
        List<TenantOutcome> first = told("2026-11-01");
        feed(activtrak("acme", 2, 5).subscription("acme", "s2", "Essentials", "8", "2027-10-01", "2028-09-30"));
        night("2026-11-02");

        assertThat(told("2026-11-01")).isEqualTo(first);
        assertThat(first.get(0).runningTerm())
                .hasToString("RunningTerm[startsOn=2026-10-01, endsOn=2027-09-30, term=PAID, next=null]");
        assertThat(told("2026-11-02").get(0).runningTerm().next())
                .isEqualTo(new TenantOutcome.Next("s2", "Essentials", 8, LocalDate.parse("2027-10-01")));
    }
}
