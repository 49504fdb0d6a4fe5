package org.trueup.spreadsheets.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trueup.rules.fact.Term;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.outcome.Concern;
import org.trueup.rules.outcome.Licences;
import org.trueup.rules.outcome.Severity;
import org.trueup.rules.outcome.Status;
import org.trueup.rules.terms.SheetRow;
import org.trueup.spreadsheets.policybook.PolicyRow;
import org.trueup.spreadsheets.report.NightOutcome.StatusCount;
import org.trueup.spreadsheets.report.TenantOutcome.Next;
import org.trueup.spreadsheets.report.TenantOutcome.NightBefore;
import org.trueup.spreadsheets.report.TenantOutcome.RunningTerm;
import org.trueup.spreadsheets.whatif.PolicyRows;

/** The sheets by which an account manager knows whom to call, why, and what to offer. */
class AccountManagersPagesTest {
    private static final LocalDate NIGHT_BEFORE = LocalDate.parse("2026-11-29");
    private static final Vendor PLECTO = new Vendor("plecto");

    @TempDir
    Path reports;

    private ReadBook book(ToldNight night, String file) throws IOException {
        return ReadBook.open(write(night).resolve(file));
    }

    private Path write(ToldNight night) {
        return new NightReports().write(night, reports, Map.of(), ReportProgress.SILENT);
    }

    private static List<List<String>> below(List<List<String>> rows) {
        return rows.subList(4, rows.size());
    }

    @Test
    void whomToCallStandsByUrgencyWithDaysAmountAndWhatToOffer() throws IOException {
        ToldNight night = new ToldNight(
                tenant("credits").finding("CREDITS_RUNNING_OUT", Severity.INFO, "Out in May.", "Credits", null),
                MadeUpTenant.plecto("seats", "Seats Ltd", "Ada")
                        .stands(Status.WARNING, 30, Licences.of(25), "250", "50"),
                tenant("violation").finding("UNKNOWN_PLAN", Severity.VIOLATION, "Unknown.", "Unknown plan", null),
                MadeUpTenant.of("activtrak", "grace", "Grace Ltd", "Ada")
                        .stands(Status.GRACE, 12, Licences.of(10), "100", "9.5"),
                MadeUpTenant.of("activtrak", "blocked", "Blocked Ltd", "Ada")
                        .stands(Status.BLOCKED, 12, Licences.of(10), "100", "9.5")
                        .cured("ACCESS_BLOCKED", "Blocked. Way back: buy 2 more", "buy 2 more"));
        try (ReadBook book = book(night, "account-managers/Ada.xlsx")) {
            List<List<String>> rows = below(book.rows("Act now"));
            assertThat(rows.stream().map(row -> row.get(0) + " " + row.get(1)))
                    .containsExactly(
                            "BLOCKED blocked", "GRACE grace", "VIOLATION violation", "SEATS seats", "CREDITS credits");
            assertThat(rows.get(3))
                    .containsExactly(
                            "SEATS",
                            "seats",
                            "Seats Ltd",
                            "plecto",
                            "Large",
                            "30",
                            "25",
                            "",
                            "50",
                            "USD",
                            "over by 5",
                            "Nothing is blocked. Add 5 licences.");
            assertThat(rows.get(2)).endsWith("unknown plan", "Unknown.");
        }
    }

    @Test
    void whatMovedSinceTheNightBeforeStandsByHowItMoved() throws IOException {
        ToldNight night = new ToldNight(
                        over("same", 30), over("better", 27), over("worse", 33), over("first", 30), tenant("cured"))
                .before("same", before(Status.WARNING, 5, 30, 4))
                .before("better", before(Status.WARNING, 5, 30, 0))
                .before("worse", before(Status.WARNING, 5, 30, 0))
                .before("cured", before(Status.BLOCKED, 3, 13, 9, "ACCESS_BLOCKED"));
        try (ReadBook book = book(night, "plecto.xlsx")) {
            List<List<String>> rows = below(book.rows("Changes"));
            assertThat(rows.stream().map(row -> row.get(0) + " " + row.get(1)))
                    .containsExactly("NEW first", "WORSENED worse", "IMPROVED better", "CURED cured", "UNCHANGED same");
            assertThat(rows.get(0).subList(4, 6)).containsExactly("not seen", "WARNING");
            assertThat(rows.get(3))
                    .containsExactly(
                            "CURED",
                            "cured",
                            "cured",
                            "Ada",
                            "BLOCKED",
                            "COMPLIANT",
                            "13",
                            "2",
                            "3",
                            "0",
                            "",
                            "",
                            "ACCESS_BLOCKED",
                            "",
                            "46355");
            assertThat(rows.get(4)).endsWith("5", "46355");
        }
    }

    @Test
    void newFindingsHaveTheCodesThatTheSheetFindingsHas() throws IOException {
        ToldNight night = new ToldNight(
                        over("first", 30).finding("GRACE_STARTED", Severity.WARNING, "Day 1.", "Grace", null),
                        over("later", 30).finding("GRACE_RUNNING", Severity.WARNING, "Day 2.", "Grace", null))
                .before("later", before(Status.WARNING, 5, 30, 0, "GRACE_RUNNING"));
        try (ReadBook book = book(night, "plecto.xlsx")) {
            assertThat(below(book.rows("Changes")).stream().map(row -> row.subList(1, 2) + " " + row.subList(10, 12)))
                    .containsExactly("[first] [GRACE_STARTED, GRACE_STARTED]", "[later] [GRACE_RUNNING, ]");
        }
    }

    @Test
    void termsThatEndWithinNinetyDaysStandWithWhatToPropose() throws IOException {
        ToldNight night = new ToldNight(
                        tenant("later"),
                        MadeUpTenant.plecto("sooner", "Sooner", "Ada")
                                .stands(Status.COMPLIANT, 8, Licences.of(10), "100", "0")
                                .month("2026-10-01", 9, 1, 0)
                                .month("2026-11-01", 8, 2, 0),
                        tenant("minimum"),
                        tenant("tooLate"))
                .term("later", term("2027-02-28", new Next("s9", "Medium", 7, LocalDate.parse("2027-03-01"))))
                .term("sooner", term("2026-11-30", null))
                .term("minimum", term("2026-12-01", null))
                .term("tooLate", term("2027-03-01", null));
        try (ReadBook book = book(night, "plecto.xlsx")) {
            List<List<String>> rows = below(book.rows("Renewals"));
            assertThat(rows.stream().map(row -> row.get(1))).containsExactly("sooner", "minimum", "later");
            assertThat(rows.get(0).subList(4, 15))
                    .containsExactly(
                            "0",
                            "paid",
                            "Large",
                            "8",
                            "10",
                            "0.8",
                            "9",
                            "9 used in 2026-10, the most of the term",
                            "100",
                            "90",
                            "USD");
            assertThat(rows.get(1)).contains("5", "2 used now; the plan asks for at least 5");
            assertThat(rows.get(2).subList(15, 19)).containsExactly("s9", "46447", "Medium", "7");
        }
    }

    @Test
    void theRowsThatDecidedAreToldInWordsWithHowManyTenantsTheyDecided() throws IOException {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("Plan", "Large");
        cells.put("Minimum", "5");
        PolicyRow plan =
                new PolicyRow(new SheetRow("plecto.xlsx", "Plans", 7, Map.of("Plan", "A", "Minimum", "E")), cells);
        ToldNight night = new ToldNight(
                        tenant("a"),
                        tenant("b"),
                        MadeUpTenant.plecto("c", "c", "Ada")
                                .finding("NO_SUBSCRIPTION", Severity.WARNING, "None.", "None", null))
                .policyRows(new PolicyRows(List.of(plan)));
        try (ReadBook book = book(night, "plecto.xlsx")) {
            assertThat(below(book.rows("Rules used")))
                    .containsExactly(
                            List.of(
                                    "plecto",
                                    "Plans",
                                    "7",
                                    "Plan Large, Minimum 5",
                                    "2",
                                    "0.6666666666666666",
                                    "plecto.xlsx!Plans!B7"),
                            List.of(
                                    "plecto",
                                    "Over the limit",
                                    "6",
                                    "",
                                    "2",
                                    "0.6666666666666666",
                                    "plecto.xlsx!Over the limit!F6"));
        }
    }

    @Test
    void theLastNightsAreCountedAndBothChartsAreToldInWords() throws IOException {
        ToldNight night = new ToldNight(tenant("a"), over("b", 30))
                .lastNights(List.of(
                        new StatusCount(NIGHT_BEFORE, PLECTO, Status.COMPLIANT, 2),
                        new StatusCount(MadeUpNight.AS_OF, PLECTO, Status.COMPLIANT, 1),
                        new StatusCount(MadeUpNight.AS_OF, PLECTO, null, 1)));
        Path folder = write(night);
        try (ReadBook book = ReadBook.open(folder.resolve("plecto.xlsx"))) {
            assertThat(book.rows("Overview"))
                    .contains(
                            List.of("Night of", "COMPLIANT", "not decided"),
                            List.of("2026-11-29", "2", "0"),
                            List.of("2026-11-30", "1", "1"));
        }
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(folder.resolve("plecto.xlsx")))) {
            assertThat(book.getSheet("Overview").createDrawingPatriarch().getCTDrawing().getTwoCellAnchorList().stream()
                            .map(anchor -> anchor.getGraphicFrame()
                                    .getNvGraphicFramePr()
                                    .getCNvPr()
                                    .getDescr()))
                    .containsExactly(
                            "Tenants by vendor and status. plecto: 1 COMPLIANT, 1 WARNING.",
                            "Tenants by status on the last nights. 2026-11-29: 2 COMPLIANT. 2026-11-30: 1 COMPLIANT, 1 not"
                                    + " decided.");
        }
    }

    @Test
    void aTenantLeadsToItsRowsAndItsRowsLeadBack() throws IOException {
        ToldNight night = new ToldNight(
                tenant("a")
                        .finding("TRUE_UP", Severity.WARNING, "Add.", "True up", null)
                        .month("2026-11-01", 2, 8, 0),
                over("b & \"c\"", 30).finding("TRUE_UP", Severity.WARNING, "Add 5.", "True up", null));
        try (XSSFWorkbook book =
                new XSSFWorkbook(Files.newInputStream(write(night).resolve("plecto.xlsx")))) {
            assertThat(links(book, "Tenants"))
                    .containsExactly(
                            "A3 'Overview'!A1", "R5 'Findings'!A5", "S5 'Usage by month'!A5", "R6 'Findings'!A6");
            assertThat(links(book, "Findings"))
                    .containsExactly("A3 'Overview'!A1", "A5 'Tenants'!A5", "A6 'Tenants'!A6");
            assertThat(links(book, "Act now")).containsExactly("A3 'Overview'!A1", "B5 'Tenants'!A6");
        }
    }

    private static List<String> links(XSSFWorkbook book, String sheet) {
        return book.getSheet(sheet).getHyperlinkList().stream()
                .map((XSSFHyperlink link) -> link.getCellRef() + " " + link.getLocation())
                .toList();
    }

    @Test
    void aLookAheadTellsWhoWillBeOutOfGraceWhoseTermEndsAndWhoseCreditsExpire() throws IOException {
        ToldNight night = new ToldNight(
                        MadeUpTenant.plecto("out", "Out", "Ada")
                                .stands(Status.BLOCKED, 12, Licences.of(10), null, null),
                        MadeUpTenant.plecto("still", "Still", "Ada")
                                .stands(Status.BLOCKED, 12, Licences.of(10), null, null),
                        MadeUpTenant.plecto("over", "Over", "Ada")
                                .finding("NO_SUBSCRIPTION", Severity.WARNING, "Nothing is in force.", "None", null),
                        tenant("ends"),
                        tenant("credits").finding("CREDITS_EXPIRING", Severity.INFO, "50 expire.", "Credits", null),
                        tenant("quiet"))
                .before("out", before(Status.GRACE, 2, 12, 0))
                .before("still", before(Status.BLOCKED, 2, 12, 0))
                .before("over", before(Status.COMPLIANT, 0, 4, 0))
                .term("ends", term("2026-12-30", null))
                .term("quiet", term("2026-12-31", null))
                .previewed();
        try (ReadBook book = book(night, "account-managers/Ada.xlsx")) {
            assertThat(book.sheets()).startsWith("Overview", "Coming up", "Act now");
            assertThat(below(book.rows("Coming up")).stream()
                            .map(row -> row.get(0) + " " + row.get(1) + " " + row.get(2)))
                    .containsExactly(
                            "Out of grace 46355 out",
                            "Term is over  over",
                            "Term ends 46386 ends",
                            "Credits expire  credits");
        }
    }

    private static MadeUpTenant tenant(String id) {
        return MadeUpTenant.plecto(id, id, "Ada").stands(Status.COMPLIANT, 2, Licences.of(10), "100", "0");
    }

    private static MadeUpTenant over(String id, int used) {
        return MadeUpTenant.plecto(id, id, "Ada").stands(Status.WARNING, used, Licences.of(25), "250", "50");
    }

    private static NightBefore before(Status status, int shortBy, int used, int unchanged, String... codes) {
        return new NightBefore(
                NIGHT_BEFORE, new Concern(status, shortBy, new TreeSet<>(Set.of(codes))), used, unchanged);
    }

    private static RunningTerm term(String endsOn, @Nullable Next next) {
        return new RunningTerm(LocalDate.parse("2026-03-01"), LocalDate.parse(endsOn), Term.PAID, next);
    }
}
