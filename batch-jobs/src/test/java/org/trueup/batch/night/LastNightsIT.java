package org.trueup.batch.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trueup.batch.store.PolicyVersions;
import org.trueup.batch.store.Publication;
import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.policybook.PolicyBook;
import org.trueup.spreadsheets.report.NightOutcome.Selection;
import org.trueup.spreadsheets.whatif.PolicyRows;

/** What a night tells of the nights before it, by status, and of the policy that decided it. */
class LastNightsIT {
    private static final NightContext CONTEXT = new NightContext();
    private static final Selection EVERYONE = new Selection.Everyone();
    private static final Vendor LEARNING = new Vendor("learning");

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

    /** One tenant of ActivTrak on so many licences, two of the learning platform, one of them without a subscription. */
    private void feed(int licences, String vendorOfLost) {
        CONTEXT.feed(
                folder.resolve("feed"),
                Map.of(
                        "tenants.csv",
                        List.of(
                                "tenant_id,name,vendor,account_manager",
                                "acme,Acme Ltd,activtrak,Ada Lind",
                                "ends,Ends Ltd,learning,Ada Lind",
                                "lost,Lost Ltd," + vendorOfLost + ","),
                        "subscriptions.csv",
                        List.of(
                                "tenant_id,subscription_id,plan,licenses,starts_on,ends_on,term",
                                "acme,s1,Essentials," + licences + ",2026-10-01,2027-09-30,paid",
                                "ends,s1,MAUC,100,2026-01-01,2026-12-31,paid"),
                        "accounts.csv",
                        List.of(
                                "tenant_id,account_id,name,username,device,has_history",
                                "acme,a1,Bo,bo,pc1,true",
                                "acme,a2,Li,li,pc2,true")));
    }

    private void night(String asOf) {
        CONTEXT.night(asOf, folder);
    }

    private static StoredNight stored(String asOf) {
        return CONTEXT.bean(StoredNights.class).of(LocalDate.parse(asOf)).orElseThrow();
    }

    private static List<String> told(String asOf, Selection selection) {
        return told(stored(asOf), selection);
    }

    private static List<String> told(StoredNight night, Selection selection) {
        return night.lastNights(selection).stream()
                .map(count -> count.asOf().getDayOfMonth() + " " + count.vendor() + " " + count.status() + " "
                        + count.tenants())
                .toList();
    }

    @Test
    void theLastNightsAreToldForEveryoneForAVendorAndForAnAccountManager() {
        feed(5, "learning");
        night("2026-11-01");
        feed(1, "learning");
        night("2026-11-03");

        assertThat(told("2026-11-03", EVERYONE))
                .containsExactly(
                        "1 activtrak COMPLIANT 1",
                        "1 learning COMPLIANT 1",
                        "1 learning null 1",
                        "3 activtrak GRACE 1",
                        "3 learning COMPLIANT 1",
                        "3 learning null 1");
        assertThat(told("2026-11-01", EVERYONE)).hasSize(3).allMatch(line -> line.startsWith("1 "));
        assertThat(told("2026-11-03", new Selection.OfVendor(LEARNING)))
                .containsExactly(
                        "1 learning COMPLIANT 1", "1 learning null 1", "3 learning COMPLIANT 1", "3 learning null 1");
        assertThat(told("2026-11-03", new Selection.OfAccountManager("Ada Lind")))
                .containsExactly(
                        "1 activtrak COMPLIANT 1",
                        "1 learning COMPLIANT 1",
                        "3 activtrak GRACE 1",
                        "3 learning COMPLIANT 1");
        assertThat(told("2026-11-03", new Selection.OfAccountManager("")))
                .containsExactly("1 learning null 1", "3 learning null 1");
    }

    @Test
    void anEarlierNightRunAgainChangesNothingOfALaterOneUntilThatIsRunAgain() {
        feed(1, "learning");
        night("2026-11-01");
        night("2026-11-02");
        List<String> before = told("2026-11-02", EVERYONE);
        feed(5, "learning");
        night("2026-11-01");

        assertThat(before).contains("1 activtrak GRACE 1");
        assertThat(told("2026-11-02", EVERYONE)).isEqualTo(before);
        assertThat(told("2026-11-01", EVERYONE)).contains("1 activtrak COMPLIANT 1");
        night("2026-11-02");
        assertThat(told("2026-11-02", EVERYONE)).contains("1 activtrak COMPLIANT 1", "2 activtrak COMPLIANT 1");
    }

    @Test
    void aRunOfOneVendorLeavesTheOthersAndATenantThatCameToItCountsOnce() {
        feed(5, "pensero");
        night("2026-11-01");
        night("2026-11-02");
        feed(1, "learning");
        CONTEXT.night("2026-11-02", folder, "learning");
        night("2026-11-03");

        assertThat(told("2026-11-02", EVERYONE))
                .containsExactly(
                        "1 activtrak COMPLIANT 1",
                        "1 learning COMPLIANT 1",
                        "1 pensero null 1",
                        "2 activtrak COMPLIANT 1",
                        "2 learning COMPLIANT 1",
                        "2 learning null 1");
        assertThat(told("2026-11-03", EVERYONE).subList(0, 6)).isEqualTo(told("2026-11-02", EVERYONE));
    }

    @Test
    void thirtyNightsAreToldAtMost() {
        feed(5, "learning");
        LocalDate first = LocalDate.parse("2026-10-01");
        for (int day = 0; day < 32; day++) {
            CONTEXT.sql()
                    .sql("INSERT INTO night VALUES (?, 'activtrak', ?)")
                    .params(first.plusDays(day), 1_000 - day)
                    .update();
        }
        assertThat(CONTEXT.bean(NightTallies.class).before(LocalDate.parse("2026-11-01")))
                .hasSize(29)
                .containsKey(LocalDate.parse("2026-10-31"))
                .doesNotContainKey(LocalDate.parse("2026-10-02"));
    }

    @Test
    void aPreviewIsToldAfterTheStoredNightsByThePolicyToComeAndNothingOfItIsKept() {
        feed(5, "learning");
        night("2026-11-01");
        CONTEXT.bean(PolicyVersions.class)
                .publish(
                        new Publication(LEARNING, LocalDate.parse("2026-12-01"), "Ada", "Bo", "from December on"),
                        PolicyBook.shipped().get(LEARNING));
        List<String> told = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        CONTEXT.bean(Nightly.class).preview(LocalDate.parse("2027-01-09"), folder, new Looking(night -> {
            told.addAll(told(night, EVERYONE));
            rows.add(night.policyRows(LEARNING).all().size());
            assertThat(night.policyVersions()).containsEntry(LEARNING, 2);
        }));

        assertThat(told)
                .containsExactly(
                        "1 activtrak COMPLIANT 1",
                        "1 learning COMPLIANT 1",
                        "1 learning null 1",
                        "9 activtrak COMPLIANT 1",
                        "9 learning null 2");
        assertThat(rows)
                .containsExactly(PolicyBook.rows(LEARNING, PolicyBook.shipped().get(LEARNING))
                        .size());
        assertThat(CONTEXT.sql()
                        .sql("SELECT DISTINCT run_id FROM night_tally")
                        .query(Integer.class)
                        .list())
                .containsExactly(stored("2026-11-01").lastRun());
        assertThat(CONTEXT.sql()
                        .sql("SELECT COUNT(*) FROM run_history")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theRowsOfThePolicyThatDecidedAreToldAndNoneWhereNoneDid() {
        feed(5, "nobody");
        night("2026-11-01");
        StoredNight night = stored("2026-11-01");

        PolicyRows rows = night.policyRows(LEARNING);
        assertThat(rows.all()).isNotEmpty();
        assertThat(night.policyRows(LEARNING)).isSameAs(rows);
        assertThat(night.policyRows(new Vendor("nobody"))).isSameAs(PolicyRows.NONE);
    }

    /** Looks at a preview at the moment when its files are written: afterwards nothing of it is there. */
    private record Looking(Consumer<StoredNight> look) implements NightProgress {
        @Override
        public void phase(String name, String unit, long total) {
            if (name.equals("Writing reports")) {
                int run = CONTEXT.sql()
                        .sql("SELECT MAX(run_id) FROM night_run WHERE preview")
                        .query(Integer.class)
                        .single();
                look.accept(CONTEXT.bean(StoredNights.class)
                        .of(new NightParameters(
                                run, LocalDate.parse("2027-01-09"), Path.of("nowhere"), null, true, true)));
            }
        }

        @Override
        public void reached(long done) {}

        @Override
        public void note(String sentence) {}
    }
}
