package org.trueup.batch.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.batch.feed.FeedJobConfiguration;
import org.trueup.batch.feed.FeedLoader;
import org.trueup.batch.feed.FeedProgress;
import org.trueup.batch.feed.FeedRequest;
import org.trueup.batch.night.NightJobConfiguration;
import org.trueup.batch.night.NightProgress;
import org.trueup.batch.night.NightRequest;
import org.trueup.batch.night.Nightly;
import org.trueup.batch.night.PolicyEngines;
import org.trueup.batch.store.PolicyVersions;
import org.trueup.batch.store.Publication;
import org.trueup.batch.store.StoreConfiguration;
import org.trueup.batch.store.TestStore;
import org.trueup.rules.outcome.Status;
import org.trueup.spreadsheets.check.WorkbookCheck;
import org.trueup.spreadsheets.whatif.FindingTotal;
import org.trueup.spreadsheets.whatif.MoneyChange;
import org.trueup.spreadsheets.whatif.Move;

/** What drafts of Pensero's policy would change, on a real database. */
class WhatIfIT {
    private static final TestStore TEST = TestStore.fresh();
    private static final AnnotationConfigApplicationContext CONTEXT = new AnnotationConfigApplicationContext();
    private static final LocalDate AS_OF = LocalDate.parse("2026-11-21");

    static {
        CONTEXT.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test", Map.of("trueup.database", TEST.url(), "trueup.home", "target/what-if")));
        CONTEXT.register(
                StoreConfiguration.class,
                FeedJobConfiguration.class,
                NightJobConfiguration.class,
                WhatIfConfiguration.class);
        CONTEXT.refresh();
    }

    @TempDir
    Path folder;

    @BeforeEach
    void threeOfPenseroAndOneOfPlecto() throws SQLException, IOException {
        TEST.clear();
        write(
                "tenants.csv",
                "tenant_id,name,vendor,account_manager",
                "b,Bolt,pensero,Ada",
                "a,=Acme,pensero,Ada",
                "c,Cube,pensero,",
                "x,Other,plecto,Ada");
        write(
                "subscriptions.csv",
                "tenant_id,subscription_id,plan,licenses,starts_on,ends_on",
                "a,s,Growth,1,2026-01-01,2026-12-31",
                "b,s,Growth,5,2026-01-01,2026-12-31",
                "c,s,Starter,,2026-01-01,2026-12-31",
                "x,s,Medium,5,2026-01-01,2026-12-31");
        write(
                "accounts.csv",
                "tenant_id,account_id,name,added_on",
                "a,1,One,2026-02-01",
                "a,2,Two,2026-02-01",
                "b,1,One,2026-02-01");
        CONTEXT.getBean(FeedLoader.class)
                .load(new FeedRequest(folder.resolve("feed"), BigDecimal.ONE, FeedProgress.SILENT));
    }

    @AfterAll
    static void close() {
        CONTEXT.close();
        TEST.close();
    }

    private void write(String file, String... lines) throws IOException {
        Files.createDirectories(folder.resolve("feed"));
        Files.writeString(folder.resolve("feed").resolve(file), String.join("\n", lines) + "\n");
    }

    private void night(String asOf) {
        CONTEXT.getBean(Nightly.class)
                .run(
                        new NightRequest(LocalDate.parse(asOf), folder.resolve("reports"), null, false, Map.of()),
                        NightProgress.SILENT);
    }

    private void ship() {
        new PolicyEngines(versions()).ship();
    }

    private static PolicyVersions versions() {
        return CONTEXT.getBean(PolicyVersions.class);
    }

    private Path out() {
        return folder.resolve("what-if.xlsx");
    }

    private WhatIfResult whatIf(DraftBook draft) {
        return whatIf(draft, NightProgress.SILENT);
    }

    private WhatIfResult whatIf(DraftBook draft, NightProgress progress) {
        byte[] workbook = draft.bytes();
        WhatIfRequest request = new WhatIfRequest(
                WorkbookCheck.of(DraftBook.PENSERO, workbook).policy().orElseThrow(), workbook, AS_OF, out());
        return CONTEXT.getBean(WhatIf.class).run(request, progress);
    }

    /** The rows of a sheet's table, without title and header; empty cells at the end are left out. */
    private List<List<String>> rows(String sheet) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (ReadableWorkbook book = new ReadableWorkbook(out().toFile())) {
            for (Row row : book.findSheet(sheet).orElseThrow().read()) {
                List<String> cells = new ArrayList<>();
                row.forEach(cell -> cells.add(cell == null ? "" : String.valueOf(cell.getValue())));
                if (row.getRowNum() > 4) {
                    rows.add(cells);
                }
            }
        }
        return rows;
    }

    private long stored() {
        return CONTEXT.getBean(JdbcClient.class)
                .sql("SELECT (SELECT COUNT(*) FROM night_run) + (SELECT COUNT(*) FROM assessment)"
                        + " + (SELECT COUNT(*) FROM policy_version) + (SELECT COUNT(*) FROM BATCH_JOB_INSTANCE)")
                .query(Long.class)
                .single();
    }

    @Test
    void aHigherPriceChangesTheAmountsOfThosePlansTenantsAndNamesTheCell() throws IOException {
        ship();
        long before = stored();
        WhatIfResult result = whatIf(new DraftBook().type("Plans", "C6", 60));

        assertThat(result.tally().compared()).as("of this vendor alone").isEqualTo(3);
        assertThat(result.tally().changed()).isEqualTo(2);
        assertThat(result.published())
                .hasValueSatisfying(version -> assertThat(version.version()).isEqualTo(1));
        assertThat(result.tally().monthly().get("USD"))
                .isEqualTo(new MoneyChange(
                        new BigDecimal("300.00"),
                        new BigDecimal("360.00"),
                        new BigDecimal("60.00"),
                        2,
                        new BigDecimal("0.00"),
                        0));
        List<List<String>> rows = rows("Tenants changed");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).subList(0, 6)).containsExactly("a", "=Acme", "Ada", "Growth", "WARNING", "WARNING");
        assertThat(rows.get(0).subList(12, 15)).containsExactly("50", "60", "10");
        assertThat(rows.get(0).subList(23, 26))
                .containsExactly(
                        "Plans C6: Price per licence and month 50 → 60",
                        "pensero.xlsx!Plans!C6",
                        "pensero.xlsx!Plans!C6");
        assertThat(rows.get(1).subList(0, 2)).containsExactly("b", "Bolt");
        assertThat(stored()).as("nothing is stored").isEqualTo(before);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("feed", "what-if.xlsx");
        }
    }

    @Test
    void theDraftThatIsPublishedChangesNothingAndGivesTheSameFileAgain() throws IOException {
        ship();
        WhatIfResult result = whatIf(new DraftBook());
        assertThat(result.tally().changed()).isZero();
        assertThat(rows("Tenants changed")).isEmpty();
        byte[] first = Files.readAllBytes(out());
        whatIf(new DraftBook());
        assertThat(Files.readAllBytes(out())).isEqualTo(first);
    }

    @Test
    void aNewMinimumBringsAFindingToThoseBelowIt() throws IOException {
        ship();
        WhatIfResult result = whatIf(new DraftBook().type("Plans", "E6", 3));
        assertThat(result.tally().findings("BELOW_PLAN_MINIMUM")).isEqualTo(new FindingTotal(0, 1, 1, 0, 0));
        assertThat(rows("Findings changed"))
                .filteredOn(row -> row.contains("BELOW_PLAN_MINIMUM"))
                .singleElement()
                .satisfies(row -> assertThat(row).contains("a", "new", "VIOLATION", "pensero.xlsx!Plans!E6"));
    }

    @Test
    void whomNoRowOfOverTheLimitTakesIsAGap() {
        ship();
        WhatIfResult result = whatIf(new DraftBook().clear("Over the limit", 5).clear("Over the limit", 6));
        assertThat(result.tally().findings("POLICY_GAP")).isEqualTo(new FindingTotal(0, 2, 2, 0, 0));
    }

    @Test
    void aStatusThatChangesIsCountedFromAndTo() {
        ship();
        WhatIfResult result = whatIf(new DraftBook().type("Over the limit", "M7", "OVERAGE"));
        assertThat(result.tally().moves())
                .isEqualTo(Map.of(
                        new Move(Status.WARNING, Status.OVERAGE),
                        1L,
                        new Move(Status.COMPLIANT, Status.COMPLIANT),
                        2L));
    }

    @Test
    void theVersionInForceOnTheDateIsComparedWith() {
        ship();
        byte[] dearer = new DraftBook().type("Plans", "C6", 60).bytes();
        versions().publish(publication("2026-11-21"), dearer);
        assertThat(whatIf(new DraftBook().type("Plans", "C6", 60)).tally().changed())
                .isZero();
        versions().publish(publication("2026-11-22"), new DraftBook().bytes());
        assertThat(whatIf(new DraftBook().type("Plans", "C6", 60)).tally().changed())
                .as("a later version is not in force yet")
                .isZero();
    }

    private static Publication publication(String effective) {
        return new Publication(DraftBook.PENSERO, LocalDate.parse(effective), "Ada", "Bo", "");
    }

    @Test
    void withoutAPublishedPolicyEveryTenantGetsAPosition() throws IOException {
        WhatIfResult result = whatIf(new DraftBook());
        assertThat(result.published()).isEmpty();
        assertThat(result.tally().changed()).isEqualTo(3);
        assertThat(result.tally().moves())
                .containsOnlyKeys(new Move(null, Status.COMPLIANT), new Move(null, Status.WARNING));
        assertThat(result.tally().findings("NO_POLICY").gone()).isEqualTo(3);
    }

    @Test
    void rowsThatDecidedNobodySayForHowManyNights() throws IOException {
        night("2026-11-18");
        night("2026-11-19");
        night("2026-11-20");
        night("2026-11-21");
        night("2026-11-22");
        // Enterprise moves down a row, and a new plan is added that nobody has
        DraftBook draft = new DraftBook()
                .type("Plans", "A7", "Team")
                .type("Plans", "A8", "Enterprise")
                .type("Plans", "B8", "added-users")
                .type("Plans", "D8", "USD");
        WhatIfResult result = whatIf(draft);
        List<List<String>> plans = rows("Rows that decided nobody").stream()
                .filter(row -> row.get(0).equals("Plans"))
                .toList();
        assertThat(plans).hasSize(2);
        assertThat(plans.get(0).subList(1, 6))
                .containsExactly(
                        "7", "pensero.xlsx!Plans!A7", "Plan Team, Metric added-users, Currency USD", "new row", "0");
        assertThat(plans.get(1).subList(1, 6))
                .as("nights up to the date, the row found by what it says")
                .containsExactly(
                        "8", "pensero.xlsx!Plans!A8", "Plan Enterprise, Metric added-users, Currency USD", "0", "4");
        assertThat(result.unusedRows())
                .isEqualTo(rows("Rows that decided nobody").size());
    }

    @Test
    void aNightInWhichTheRowDecidedSomebodyEndsTheCount() throws IOException {
        night("2026-11-18");
        CONTEXT.getBean(JdbcClient.class)
                .sql(
                        "INSERT INTO row_use SELECT run_id, 1, 'pensero', 'Plans', 7, 1 FROM night WHERE as_of = '2026-11-18' AND vendor = 'pensero'")
                .update();
        night("2026-11-19");
        whatIf(new DraftBook());
        assertThat(rows("Rows that decided nobody"))
                .filteredOn(row -> row.get(0).equals("Plans"))
                .singleElement()
                .satisfies(row -> assertThat(row.get(5)).isEqualTo("1"));
    }

    @Test
    void daysOverCountFromTheNightsThatAreStored() {
        night("2026-11-18");
        assertThat(whatIf(new DraftBook().type("Over the limit", "I7", 4).type("Over the limit", "M7", "BLOCKED"))
                        .tally()
                        .moves())
                .as("over since the 18th, so the 21st is the fourth day")
                .containsEntry(new Move(Status.WARNING, Status.BLOCKED), 1L);
    }

    @Test
    void aGracePeriodThatOnlyTheDraftHasBeginsOnTheDate() {
        night("2026-11-18");
        WhatIfResult result = whatIf(new DraftBook()
                .type("Over the limit", "M7", "GRACE")
                .type("Over the limit", "N7", 3)
                .type("Over the limit", "O7", "BLOCKED"));
        assertThat(result.tally().moves())
                .as("no row had grace days in the stored nights, so nobody is on day 4 of 3")
                .containsEntry(new Move(Status.WARNING, Status.GRACE), 1L);
    }

    @Test
    void aVendorWithoutTenantsHasNothingToCompare() throws SQLException {
        TEST.clear();
        assertThatThrownBy(() -> whatIf(new DraftBook()))
                .isInstanceOf(WhatIfException.class)
                .hasMessage("There is nothing to compare: the store holds no tenants of the vendor pensero; load a feed"
                        + " with trueup nightly first.");
        assertThat(out()).doesNotExist();
    }

    @Test
    void aFeedThatEndsMeanwhileIsToldAndTheFileFromBeforeStays() throws IOException {
        ship();
        Files.writeString(out(), "from before");
        NightProgress feeding = new NightProgress() {
            @Override
            public void phase(String name, String unit, long total) {}

            @Override
            public void reached(long done) {
                CONTEXT.getBean(JdbcClient.class)
                        .sql("INSERT INTO feed (folder, newest_file_at, started_at, status) VALUES ('f', '2026-01-01',"
                                + " '2026-01-01', 'LOADED')")
                        .update();
            }

            @Override
            public void note(String sentence) {}
        };
        assertThatThrownBy(() -> whatIf(new DraftBook(), feeding))
                .isInstanceOf(WhatIfException.class)
                .hasMessageContaining("run the same command again");
        assertThat(out()).hasContent("from before");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.filter(path -> path.getFileName().toString().startsWith(".")))
                    .isEmpty();
        }
    }
}
