package org.trueup.batch.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trueup.batch.store.PolicyVersions;
import org.trueup.batch.store.Publication;
import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.policybook.PolicyBook;

/** The files of past nights made again, and those of coming dates. */
class PastReportsIT {
    private static final NightContext CONTEXT = new NightContext();
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

    /** One tenant over its ActivTrak licences, one in a learning pilot, one whose plan ends on the last day of the year. */
    private void feed(String name, String pilotsTerm, int licences) {
        CONTEXT.feed(
                folder.resolve(name),
                Map.of(
                        "tenants.csv",
                        List.of(
                                "tenant_id,name,vendor,account_manager",
                                "acme,Acme Ltd,activtrak,Ada Lind",
                                "ends,Ends Ltd,learning,Ada Lind",
                                "tries,Tries Ltd,learning,Bo Ek"),
                        "subscriptions.csv",
                        List.of(
                                "tenant_id,subscription_id,plan,licenses,starts_on,ends_on,term",
                                "acme,s1,Essentials," + licences + ",2026-10-01,2027-09-30,paid",
                                "ends,s1,MAUC,100,2026-01-01,2026-12-31,paid",
                                "tries,s1,Seats,10,2026-10-01,2027-09-30," + pilotsTerm),
                        "accounts.csv",
                        List.of(
                                "tenant_id,account_id,name,username,device,has_history",
                                "acme,a1,Bo,bo,pc1,true",
                                "acme,a2,Li,li,pc2,true",
                                "acme,a3,Zoe,zoe,pc3,true",
                                "acme,a4,Ann,ann,pc4,true",
                                "acme,a5,Pia,pia,pc5,true",
                                "acme,a6,Tom,tom,pc6,true",
                                "ends,u1,Uma,,,",
                                "tries,u1,Ida,,,"),
                        "activity.csv",
                        List.of(
                                "tenant_id,account_id,at,kind",
                                "ends,u1,2026-11-02,login",
                                "tries,u1,2026-11-03,login")));
    }

    private Path reports(String name) {
        return folder.resolve(name);
    }

    private Path again(String asOf, String into) {
        return CONTEXT.bean(PastReports.class).write(LocalDate.parse(asOf), reports(into), NightProgress.SILENT);
    }

    private NightResult preview(String date) {
        return CONTEXT.bean(Nightly.class).preview(LocalDate.parse(date), reports("coming"), NightProgress.SILENT);
    }

    /** What is in the files of a folder; the seconds in the summary are left out, nothing else. */
    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                try {
                    String name = folder.relativize(file).toString();
                    String content = name.equals("summary.json")
                            ? Files.readString(file, StandardCharsets.UTF_8).replaceAll("\"seconds\"[^}]*}", "")
                            : Base64.getEncoder().encodeToString(Files.readAllBytes(file));
                    contents.put(name, content);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return contents;
    }

    @Test
    void aPastNightsFilesAreTheSameBytesAfterLaterFeedsNightsAndPublications() throws IOException {
        feed("feed", "pilot", 5);
        CONTEXT.night("2026-11-21", reports("first"));
        Map<String, String> first = contents(reports("first").resolve("2026-11-21"));

        // the pilot is bought, the tenant buys licences, and a policy is published for a day before that night
        feed("later", "paid", 50);
        CONTEXT.bean(PolicyVersions.class)
                .publish(
                        new Publication(LEARNING, LocalDate.parse("2026-11-01"), "Ada", "Bo", "the same again"),
                        PolicyBook.shipped().get(LEARNING));
        CONTEXT.night("2026-11-22", reports("first"));

        assertThat(again("2026-11-21", "second")).isEqualTo(reports("second").resolve("2026-11-21"));
        assertThat(contents(reports("second").resolve("2026-11-21"))).isEqualTo(first);
    }

    @Test
    void theFilesOfANightThatRanForOneVendorAgainAreThoseOfBothRuns() throws IOException {
        feed("feed", "pilot", 5);
        CONTEXT.night("2026-11-21", reports("first"));
        feed("later", "pilot", 6);
        CONTEXT.night("2026-11-21", reports("first"), "activtrak");
        Map<String, String> both = contents(reports("first").resolve("2026-11-21"));

        again("2026-11-21", "second");
        assertThat(contents(reports("second").resolve("2026-11-21"))).isEqualTo(both);
    }

    @Test
    void aNightsFilesAreTheSameBytesAfterTheNightsBeforeItWereRunAgain() throws IOException {
        feed("feed", "pilot", 5);
        CONTEXT.night("2026-11-20", reports("first"));
        CONTEXT.night("2026-11-21", reports("first"));
        CONTEXT.night("2026-11-22", reports("first"));
        Map<String, String> first = contents(reports("first").resolve("2026-11-22"));

        feed("later", "paid", 50);
        CONTEXT.night("2026-11-20", reports("anew"));
        CONTEXT.night("2026-11-21", reports("anew"), "activtrak");

        again("2026-11-22", "second");
        assertThat(contents(reports("second").resolve("2026-11-22"))).isEqualTo(first);
    }

    @Test
    void aNightThatIsNotThereIsToldWithThoseNearIt() {
        assertThatThrownBy(() -> again("2026-11-21", "second"))
                .isInstanceOf(NightException.class)
                .hasMessage("The store holds no night of 2026-11-21; it holds no night at all; run one first.");

        feed("feed", "pilot", 5);
        CONTEXT.night("2026-11-21", reports("first"));
        assertThatThrownBy(() -> again("2026-11-30", "second"))
                .hasMessage("The store holds no night of 2026-11-30; those near it are of 2026-11-21.");
        assertThat(reports("second")).doesNotExist();
    }

    @Test
    void aPreviewTellsWhoWillBeBlockedAndWhoseTermEnds() throws IOException {
        feed("feed", "pilot", 5);
        CONTEXT.night("2026-11-21", reports("first"));

        NightResult coming = preview("2027-01-15");

        assertThat(coming.reports()).isEqualTo(reports("coming").resolve("preview-2027-01-15"));
        assertThat(NightContext.linesOf("acme", coming.reports().resolve("positions.csv")))
                .singleElement()
                .asString()
                .contains(",6,5,6,1,BLOCKED,2026-11-21,56,30,2026-12-20,");
        assertThat(NightContext.linesOf("ends", coming.reports().resolve("findings.csv")))
                .singleElement()
                .asString()
                .contains("NO_SUBSCRIPTION");
    }

    @Test
    void aPreviewOnTheLastDayOfGraceDoesNotBlockYet() throws IOException {
        feed("feed", "pilot", 5);
        CONTEXT.night("2026-11-21", reports("first"));

        assertThat(NightContext.linesOf("acme", preview("2026-12-20").reports().resolve("positions.csv")))
                .singleElement()
                .asString()
                .contains(",GRACE,2026-11-21,30,30,2026-12-20,");
    }

    @Test
    void aPreviewKeepsNothingAndChangesNoNight() throws IOException {
        feed("feed", "pilot", 5);
        CONTEXT.night("2026-11-21", reports("first"));
        Map<String, String> first = contents(reports("first"));

        preview("2026-12-31");

        assertThat(CONTEXT.sql()
                        .sql("SELECT COUNT(*) FROM assessment")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
        assertThat(CONTEXT.sql()
                        .sql("SELECT COUNT(*) FROM night WHERE as_of > '2026-11-21'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(contents(reports("first"))).isEqualTo(first);
        CONTEXT.night("2026-11-22", reports("first"));
        assertThat(NightContext.linesOf("acme", reports("first").resolve("2026-11-22/positions.csv")))
                .singleElement()
                .asString()
                .contains(",GRACE,2026-11-21,2,30,2026-12-20,");
    }

    @Test
    void aPreviewTakesTheVersionThatWillBeInForce() throws IOException {
        feed("feed", "pilot", 5);
        CONTEXT.night("2026-11-21", reports("first"));
        CONTEXT.bean(PolicyVersions.class)
                .publish(
                        new Publication(LEARNING, LocalDate.parse("2026-12-01"), "Ada", "Bo", "from December on"),
                        PolicyBook.shipped().get(LEARNING));

        assertThat(NightContext.linesOf("ends", preview("2026-11-30").reports().resolve("positions.csv")))
                .singleElement()
                .asString()
                .contains("learning.xlsx!", ",1,");
        assertThat(Files.readString(preview("2026-12-01").reports().resolve("summary.json")))
                .contains("\"learning\": 2");
        assertThat(Files.readString(preview("2026-11-30").reports().resolve("summary.json")))
                .contains("\"learning\": 1");
    }

    @Test
    void aPreviewOfADayThatANightHasReachedIsRefused() {
        feed("feed", "pilot", 5);
        CONTEXT.night("2026-11-21", reports("first"));

        assertThatThrownBy(() -> preview("2026-11-21"))
                .isInstanceOf(NightException.class)
                .hasMessageContaining("a night of 2026-11-21 is stored already");
    }
}
