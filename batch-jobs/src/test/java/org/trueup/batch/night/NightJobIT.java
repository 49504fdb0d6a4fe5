package org.trueup.batch.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trueup.batch.store.NamedLock;
import org.trueup.batch.store.PolicyVersions;
import org.trueup.batch.store.Publication;
import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.policybook.PolicyBook;
import org.trueup.spreadsheets.report.ReportException;

/** Nights from feed to files, on a real database. */
class NightJobIT {
    private static final NightContext CONTEXT = new NightContext();
    private static final String TENANTS = "tenant_id,name,vendor,account_manager";
    private static final String SUBSCRIPTIONS =
            "tenant_id,subscription_id,plan,licenses,starts_on,ends_on,price_per_license,discount_percent";
    private static final String ACCOUNTS = "tenant_id,account_id,name,kind,source,added_on,removed_on,deactivated_on";
    private static final String ACTIVITY = "tenant_id,account_id,at";

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

    private Path reports() {
        return folder.resolve("reports");
    }

    private Path file(String asOf, String name) {
        return reports().resolve(asOf).resolve(name);
    }

    /** Acme has 2 licences of Plecto's plan Medium; three people and GitLab's account sent data on November 20. */
    private void feedAcme() {
        CONTEXT.feed(
                folder.resolve("feed"),
                Map.of(
                        "tenants.csv",
                        List.of(TENANTS, "acme,Acme Ltd,plecto,Ada Lind"),
                        "subscriptions.csv",
                        List.of(SUBSCRIPTIONS, "acme,s1,Medium,2,2026-10-01,2027-09-30,20,10"),
                        "accounts.csv",
                        List.of(
                                ACCOUNTS,
                                "acme,a1,Bo,person,,,,",
                                "acme,a2,Zoë,person,,,,",
                                "acme,a3,Li,person,,,,",
                                "acme,g1,GitLab,integration,GitLab,,,"),
                        "activity.csv",
                        List.of(
                                ACTIVITY,
                                "acme,a1,2026-11-20",
                                "acme,a2,2026-11-20T23:30:00-01:00",
                                "acme,a2,2026-11-20",
                                "acme,g1,2026-11-20",
                                "acme,a3,2026-11-12",
                                "acme,a1,2026-10-05",
                                "acme,a1,2026-11-22")));
    }

    @Test
    void theWalkOfOneTenant() throws IOException {
        feedAcme();
        NightResult night = CONTEXT.night("2026-11-21", reports());

        assertThat(night.read()).isEqualTo(1);
        assertThat(night.decided()).isEqualTo(1);
        assertThat(night.statuses()).isEqualTo(Map.of("WARNING", 1L));
        // 1 × 20 × 0.9 × 12 × 314 days left / 365 days = 185.82
        assertThat(NightContext.linesOf("acme", file("2026-11-21", "positions.csv")))
                .containsExactly(
                        "acme,Acme Ltd,Ada Lind,plecto,s1,Medium,peak-daily-active,3,2,5,1,WARNING,2026-11-21,"
                                + ",,,90.00,185.82,USD,2026-11-20,\"3/2, previous month's peak 1\","
                                + "plecto.xlsx!Exemption accounts!C7 plecto.xlsx!Over the limit!M7 plecto.xlsx!Plans!A5"
                                + " plecto.xlsx!Settings!C6 plecto.xlsx!Who counts!J5,1,buy 1 more for 185.82 USD to 2027-09-30");
        assertThat(NightContext.linesOf("acme", file("2026-11-21", "findings.csv")))
                .extracting(line -> line.replaceAll("\"[^\"]*(\"\"[^\"]*)*\"", "…"))
                .containsExactly(
                        "acme,plecto,BELOW_PLAN_MINIMUM,VIOLATION,…,Bought below the plan's minimum,plecto.xlsx!Plans!E5,,"
                                + "buy 3 more for 557.46 USD to 2027-09-30",
                        "acme,plecto,EXEMPT_ACCOUNT,INFO,…,An exemption account is in use,"
                                + "plecto.xlsx!Exemption accounts!C7,,",
                        "acme,plecto,OVER_LICENSED_COUNT,WARNING,…,More employees tracked than licensed,"
                                + "plecto.xlsx!Over the limit!M7,,buy 1 more for 185.82 USD to 2027-09-30");
        assertThat(NightContext.linesOf("acme", file("2026-11-21", "months.csv")))
                .containsExactly(
                        "acme,s1,2026-10,peak-daily-active,1,,1,0", "acme,s1,2026-11,peak-daily-active,3,,0,1");
        assertThat(NightContext.linesOf("acme", file("2026-11-21", "users.csv")))
                .containsExactly(
                        "acme,s1,a1,1,Active: a registration of that day is linked to it,2026-10-05,2,",
                        "acme,s1,a2,1,Active: a registration of that day is linked to it,2026-11-20,1,",
                        "acme,s1,a3,0,\"active this month, but not on the peak day 2026-11-20\",2026-11-12,1,",
                        "acme,s1,g1,1,Development integration: all its data is linked to this one account,2026-11-20,1,");
    }

    @Test
    void theSameDateTwiceGivesTheSameFilesByteForByte() throws Exception {
        feedAcme();
        CONTEXT.night("2026-11-21", reports());
        Map<String, String> first = contents(reports());
        Thread.sleep(2_100);
        CONTEXT.night("2026-11-21", reports());
        assertThat(contents(reports())).isEqualTo(first);
        assertThat(first.keySet())
                .containsExactly(
                        "2026-11-21/account-managers/Ada Lind.xlsx",
                        "2026-11-21/findings.csv",
                        "2026-11-21/months.csv",
                        "2026-11-21/plecto.xlsx",
                        "2026-11-21/positions.csv",
                        "2026-11-21/summary.json",
                        "2026-11-21/users.csv");
        assertThat(count("SELECT COUNT(*) FROM assessment"))
                .as("the run before counts for nothing any more")
                .isEqualTo(1);
    }

    /** Every file by its path, seconds left out. */
    private static Map<String, String> contents(Path reports) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(reports)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
                String name = reports.relativize(file).toString();
                contents.put(name, name.endsWith(".json") ? text.replaceAll("\"seconds[^}]*}", "") : text);
            }
        }
        return contents;
    }

    private long count(String query) {
        return CONTEXT.sql().sql(query).query(Long.class).single();
    }

    @Test
    void overSinceIsCarriedFromNightToNightAndAPastNightRunAgainChangesNoLaterOne() throws IOException {
        feedAcme();
        CONTEXT.night("2026-11-21", reports());
        CONTEXT.night("2026-11-23", reports());
        assertThat(overSince("2026-11-23"))
                .as("a skipped night changes nothing")
                .isEqualTo("2026-11-21");
        CONTEXT.night("2026-11-20", reports());
        assertThat(overSince("2026-11-20")).isEqualTo("2026-11-20");
        CONTEXT.night("2026-11-21", reports());
        assertThat(overSince("2026-11-21")).as("now a night is before it").isEqualTo("2026-11-20");
        assertThat(overSince("2026-11-23")).isEqualTo("2026-11-21");
        CONTEXT.night("2026-11-13", reports());
        assertThat(overSince("2026-11-13")).as("not over").isEmpty();
        CONTEXT.night("2026-11-20", reports());
        assertThat(overSince("2026-11-20")).isEqualTo("2026-11-20");
    }

    private String overSince(String asOf) throws IOException {
        return NightContext.linesOf("acme", file(asOf, "positions.csv")).get(0).split(",", -1)[12];
    }

    @Test
    void theFeedSaysSinceWhenOnlyUntilANightIsStored() throws IOException {
        feedAcme();
        CONTEXT.feed(
                folder.resolve("later"),
                Map.of(
                        "tenants.csv",
                        List.of(TENANTS),
                        "subscriptions.csv",
                        List.of(SUBSCRIPTIONS),
                        "grace_state.csv",
                        List.of("tenant_id,over_since", "acme,2026-11-02")));
        CONTEXT.night("2026-11-20", reports());
        assertThat(overSince("2026-11-20")).isEqualTo("2026-11-02");
        CONTEXT.night("2026-11-12", reports());
        assertThat(overSince("2026-11-12")).as("not over on that day").isEmpty();
        CONTEXT.night("2026-11-20", reports());
        assertThat(overSince("2026-11-20")).as("the stored night wins").isEqualTo("2026-11-20");
    }

    @Test
    void tenantsWithoutAPositionAreNotDecidedWithAReason() throws IOException {
        CONTEXT.feed(
                folder.resolve("feed"),
                Map.of(
                        "tenants.csv",
                        List.of(
                                TENANTS,
                                "t1,One,otherware,",
                                "t2,Two,pensero,",
                                "t3,Three,pensero,Ada Lind",
                                "t4,4,nobody,"),
                        "subscriptions.csv",
                        List.of(
                                SUBSCRIPTIONS,
                                "t1,s,Free,3,2026-01-01,2026-12-31,,",
                                "t3,s,Gold,3,2026-01-01,2026-12-31,,")));
        NightResult night = CONTEXT.night("2026-11-21", reports());
        assertThat(night.read()).isEqualTo(4);
        assertThat(night.decided()).isZero();
        assertThat(night.notDecided()).isEqualTo(4);
        assertThat(Files.readString(file("2026-11-21", "findings.csv")))
                .containsSubsequence(
                        "\nt1,otherware,NO_POLICY,WARNING,",
                        "\nt2,pensero,NO_SUBSCRIPTION,WARNING,",
                        "\nt3,pensero,UNKNOWN_PLAN,VIOLATION,",
                        "\nt4,nobody,NO_POLICY,WARNING,")
                .hasLineCount(5);
        assertThat(Files.readAllLines(file("2026-11-21", "positions.csv"))).hasSize(1);
    }

    /** Enough tenants for several ranges, ids that differ by case alone and lie beyond the basic plane. */
    @Test
    void everyTenantOfSeveralRangesIsDecidedOnceAndStandsInTheOrderOfUtf8Bytes() throws IOException {
        List<String> tenants = new ArrayList<>(List.of(TENANTS));
        List<String> subscriptions = new ArrayList<>(List.of(SUBSCRIPTIONS));
        List<String> accounts = new ArrayList<>(List.of(ACCOUNTS));
        List<String> ids = new ArrayList<>(List.of("ｚ", "𐀀", "a", "A", "a "));
        for (int i = 0; i < 1_300; i++) {
            ids.add("t%04d".formatted(i * 7 % 1_300));
        }
        for (String id : ids) {
            tenants.add(id + ",Name,pensero,Manager " + id.length());
            subscriptions.add(id + ",s,Growth,1,2026-01-01,2026-12-31,,");
            accounts.add(id + ",u,User,person,,,,");
        }
        CONTEXT.feed(
                folder.resolve("feed"),
                Map.of("tenants.csv", tenants, "subscriptions.csv", subscriptions, "accounts.csv", accounts));
        NightResult night = CONTEXT.night("2026-11-21", reports());
        assertThat(night.statuses()).isEqualTo(Map.of("AT_LIMIT", 1_305L));
        List<String> written = Files.readAllLines(file("2026-11-21", "positions.csv")).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
        List<String> expected = new ArrayList<>(ids);
        expected.sort((one, other) -> java.util.Arrays.compareUnsigned(
                one.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                other.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(written).isEqualTo(expected);
    }

    @Test
    void aNightOfOneVendorLeavesTheOthersAsTheyWere() throws IOException {
        CONTEXT.feed(
                folder.resolve("feed"),
                Map.of(
                        "tenants.csv",
                        List.of(TENANTS, "p1,One,plecto,", "s1,Two,pensero,", "a1,Three,pensero,"),
                        "subscriptions.csv",
                        List.of(
                                SUBSCRIPTIONS,
                                "p1,s,Medium,5,2026-01-01,2026-12-31,,",
                                "s1,s,Growth,5,2026-01-01,2026-12-31,,",
                                "a1,s,Growth,5,2026-01-01,2026-12-31,,")));
        CONTEXT.night("2026-11-21", reports());
        CONTEXT.feed(
                folder.resolve("feed2"),
                Map.of(
                        "tenants.csv",
                        List.of(TENANTS, "p1,New one,plecto,", "s1,New two,pensero,"),
                        "subscriptions.csv",
                        List.of(SUBSCRIPTIONS)));
        NightResult night = CONTEXT.night("2026-11-21", reports(), "pensero");
        assertThat(night.read()).isEqualTo(2);
        assertThat(NightContext.linesOf("p1", file("2026-11-21", "positions.csv"))
                        .get(0))
                .startsWith("p1,One,");
        assertThat(NightContext.linesOf("s1", file("2026-11-21", "positions.csv"))
                        .get(0))
                .startsWith("s1,New two,");
    }

    @Test
    void seatsReleasedSinceTheNightBeforeAreToldOnce() throws IOException {
        CONTEXT.feed(
                folder.resolve("feed"),
                Map.of(
                        "tenants.csv",
                        List.of(TENANTS, "t1,One,pensero,"),
                        "subscriptions.csv",
                        List.of(SUBSCRIPTIONS, "t1,s,Growth,5,2026-01-01,2026-12-31,,"),
                        "accounts.csv",
                        List.of(ACCOUNTS, "t1,u1,Bo,person,,,2026-11-21,", "t1,u2,Li,person,,,,2026-11-22")));
        CONTEXT.night("2026-11-20", reports());
        CONTEXT.night("2026-11-22", reports());
        CONTEXT.night("2026-11-23", reports());
        assertThat(released("2026-11-20")).isZero();
        assertThat(released("2026-11-22")).isEqualTo(1);
        assertThat(released("2026-11-23")).isZero();
        assertThat(Files.readString(file("2026-11-22", "findings.csv")))
                .contains("2 seats released (Bo, Li); 133.15 USD");
    }

    private long released(String asOf) throws IOException {
        return NightContext.linesOf("t1", file(asOf, "findings.csv")).stream()
                .filter(line -> line.contains(",SEATS_RELEASED,"))
                .count();
    }

    @Test
    void aNightWhoseFilesCannotBeWrittenLeavesResultsAndFilesAsTheyWere() throws IOException {
        feedAcme();
        CONTEXT.night("2026-11-21", reports());
        Map<String, String> before = contents(reports());
        long run = count("SELECT run_id FROM night");
        Path blocked = folder.resolve("blocked");
        Files.writeString(blocked, "a file where a folder is needed");
        assertThatThrownBy(() -> CONTEXT.night("2026-11-21", blocked))
                .isInstanceOf(ReportException.class)
                .hasMessageContaining(blocked.toString());
        assertThat(contents(reports())).isEqualTo(before);
        assertThat(count("SELECT run_id FROM night")).isEqualTo(run);
        assertThat(count("SELECT DISTINCT run_id FROM night_tally")).isEqualTo(run);
        assertThat(CONTEXT.sql()
                        .sql("SELECT status FROM night_run ORDER BY run_id DESC LIMIT 1")
                        .query(String.class)
                        .single())
                .isEqualTo("FAILED");
    }

    @Test
    void anEmptyStoreAndAnUnknownVendorAreRefusedInASentence() {
        assertThatThrownBy(() -> CONTEXT.night("2026-11-21", reports()))
                .isInstanceOf(NightException.class)
                .hasMessage("There is nothing to decide: the store holds no tenants; load a feed with --feed.");
        feedAcme();
        assertThatThrownBy(() -> CONTEXT.night("2026-11-21", reports(), "pensero"))
                .hasMessage("There is nothing to decide: the store holds no tenants of the vendor pensero.");
        assertThat(reports()).doesNotExist();
    }

    @Test
    void aBrokenPolicyWorkbookStopsTheNightBeforeItBeginsAndNamesTheCell() throws IOException {
        feedAcme();
        CONTEXT.night("2026-11-20", reports());
        byte[] broken = workbook("Plans", "E5", "five");
        publish(broken);
        assertThatThrownBy(() -> CONTEXT.night("2026-11-21", reports()))
                .isInstanceOf(NightException.class)
                .hasMessage(
                        "The policy workbook of plecto cannot be used: plecto.xlsx: Plans!E5: error: \"five\" is not a"
                                + " whole number from 0 to 10000000; type the number alone, without separators or units");
        assertThat(file("2026-11-21", "positions.csv")).doesNotExist();
        assertThat(CONTEXT.night("2026-11-20", reports()).decided())
                .as("the version before is in force on earlier dates")
                .isEqualTo(1);
    }

    private static void publish(byte[] plecto) {
        Publication publication =
                new Publication(new Vendor("plecto"), LocalDate.of(2026, 11, 21), "Ann", "Ben", "A change");
        CONTEXT.bean(PolicyVersions.class).publish(publication, plecto);
    }

    /** The shipped workbook of Plecto with one cell changed, and without the scenarios that would tell. */
    private static byte[] workbook(String sheet, String cell, String text) throws IOException {
        byte[] shipped = PolicyBook.shipped().get(new Vendor("plecto"));
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(shipped));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            CellReference place = new CellReference(cell);
            workbook.getSheet(sheet)
                    .getRow(place.getRow())
                    .getCell(place.getCol())
                    .setCellValue(text);
            workbook.removeSheetAt(workbook.getSheetIndex("Scenarios"));
            workbook.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void theVersionInForceOnTheDateDecidesAndIsCited() throws IOException {
        feedAcme();
        byte[] edited = workbook("Plans", "A6", "Larger");
        CONTEXT.night("2026-11-20", reports());
        publish(edited);
        CONTEXT.night("2026-11-21", reports());
        assertThat(NightContext.linesOf("acme", file("2026-11-20", "positions.csv"))
                        .get(0))
                .contains("!J5,1,");
        assertThat(NightContext.linesOf("acme", file("2026-11-21", "positions.csv"))
                        .get(0))
                .contains("!J5,2,");
        assertThat(Files.readString(file("2026-11-21", "summary.json"))).contains("\"plecto\": 2");
    }

    @Test
    void aNightDoesNotRunBesideAnotherOneAndNotesThatDeadRunsWereStopped() {
        feedAcme();
        try (NamedLock other = NamedLock.tryTake(CONTEXT.bean(DataSource.class), NamedLock.FACTS)) {
            assertThat(other).isNotNull();
            assertThatThrownBy(() -> CONTEXT.night("2026-11-21", reports()))
                    .isInstanceOf(NightException.class)
                    .hasMessage(
                            "Another feed or night is at work on this store; run the night of 2026-11-21 again when that has ended.");
        }
        CONTEXT.sql()
                .sql(
                        "INSERT INTO night_run (as_of, status, started_at) VALUES ('2026-11-19', 'RUNNING', UTC_TIMESTAMP())")
                .update();
        CONTEXT.night("2026-11-21", reports());
        assertThat(count("SELECT COUNT(*) FROM night_run WHERE status = 'RUNNING'"))
                .isZero();
        assertThat(count("SELECT COUNT(*) FROM night_run WHERE status = 'STOPPED'"))
                .isEqualTo(1);
    }

    @Test
    void aTenantThatChangedItsVendorStandsOnceInANightRunAgainAndKeepsItsEarlierNight() throws IOException {
        feedAcme();
        CONTEXT.night("2026-11-20", reports());
        CONTEXT.feed(
                folder.resolve("moved"),
                Map.of(
                        "tenants.csv",
                        List.of(TENANTS, "acme,Acme Ltd,pensero,Ada Lind"),
                        "subscriptions.csv",
                        List.of(SUBSCRIPTIONS, "acme,s1,Growth,2,2026-10-01,2027-09-30,,")));
        CONTEXT.night("2026-11-21", reports());
        assertThat(overSince("2026-11-21"))
                .as("over already as the other vendor's")
                .isEqualTo("2026-11-20");
        CONTEXT.night("2026-11-20", reports());
        assertThat(NightContext.linesOf("acme", file("2026-11-20", "positions.csv")))
                .hasSize(1);
        assertThat(file("2026-11-20", "plecto.xlsx")).doesNotExist();
        assertThat(count("SELECT COUNT(*) FROM night WHERE as_of = '2026-11-20'"))
                .isEqualTo(1);
    }

    @Test
    void aNightWithoutAPositionCarriesSinceWhenATenantIsOver() throws IOException {
        feedAcme();
        CONTEXT.night("2026-11-20", reports());
        CONTEXT.feed(
                folder.resolve("unknown"),
                Map.of(
                        "tenants.csv",
                        List.of(TENANTS),
                        "subscriptions.csv",
                        List.of(SUBSCRIPTIONS, "acme,s1,Platinum,2,2026-10-01,2027-09-30,20,10")));
        assertThat(CONTEXT.night("2026-11-21", reports()).notDecided()).isEqualTo(1);
        CONTEXT.feed(
                folder.resolve("mended"),
                Map.of(
                        "tenants.csv",
                        List.of(TENANTS),
                        "subscriptions.csv",
                        List.of(SUBSCRIPTIONS, "acme,s1,Medium,2,2026-10-01,2027-09-30,20,10")));
        CONTEXT.night("2026-11-22", reports());
        assertThat(overSince("2026-11-22")).isEqualTo("2026-11-20");
    }

    /** Whatever a feed may say fits the results: no single line can stop a night. */
    @Test
    void theLargestValuesThatAFeedTakesAreDecidedAndStored() throws IOException {
        List<String> accounts = new ArrayList<>(List.of(ACCOUNTS));
        for (int i = 0; i < 70; i++) {
            accounts.add("t1,u%d,%s,person,,,2026-11-21,".formatted(i, "李".repeat(500)));
        }
        CONTEXT.feed(
                folder.resolve("feed"),
                Map.of(
                        "tenants.csv",
                        List.of(TENANTS, "t1," + "x".repeat(500) + ",pensero," + "m".repeat(190)),
                        "subscriptions.csv",
                        List.of(SUBSCRIPTIONS, "t1,s,Growth,2147483647,1900-01-01,2299-12-31,999999999.999999,0"),
                        "accounts.csv",
                        accounts));
        CONTEXT.night("2026-11-21", reports());
        assertThat(NightContext.linesOf("t1", file("2026-11-21", "positions.csv"))
                        .get(0))
                .contains(",2147483646999997852.52,0.00,USD,");
        assertThat(released("2026-11-21")).isEqualTo(1);
    }

    @Test
    void aRangeCanBeDoneAgain() {
        feedAcme();
        CONTEXT.night("2026-11-21", reports());
        int run = (int) count("SELECT run_id FROM night");
        TenantRange range = new TenantRange(run, java.time.LocalDate.parse("2026-11-21"), null, 1, 2);
        CONTEXT.bean(NightRuns.class).clear(range);
        assertThat(count("SELECT COUNT(*) FROM assessment")).isZero();
        assertThat(count("SELECT COUNT(*) FROM finding")).isZero();
        assertThat(count("SELECT COUNT(*) FROM counted_users")).isZero();
        assertThat(count("SELECT COUNT(*) FROM row_use")).isZero();
    }
}
