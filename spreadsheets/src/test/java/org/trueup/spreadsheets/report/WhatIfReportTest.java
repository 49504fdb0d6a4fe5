package org.trueup.spreadsheets.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.outcome.Grace;
import org.trueup.rules.outcome.Licences;
import org.trueup.rules.outcome.Severity;
import org.trueup.rules.outcome.Status;
import org.trueup.rules.terms.SheetRow;
import org.trueup.spreadsheets.policybook.PolicyRow;
import org.trueup.spreadsheets.whatif.FindingChange;
import org.trueup.spreadsheets.whatif.RowChanges;
import org.trueup.spreadsheets.whatif.Side;
import org.trueup.spreadsheets.whatif.TenantChange;
import org.trueup.spreadsheets.whatif.UnusedRow;
import org.trueup.spreadsheets.whatif.WhatIfOutcome;
import org.trueup.spreadsheets.whatif.WhatIfTally;

/** The workbook of a what-if, read back by another reader. */
class WhatIfReportTest {
    private static final Currency USD = Currency.getInstance("USD");

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void where() {
        file = folder.resolve("what-if.xlsx");
    }

    private record Made(Optional<Published> published, List<UnusedRow> unusedRows, List<TenantChange> tenants)
            implements WhatIfOutcome {
        @Override
        public Vendor vendor() {
            return new Vendor("acme");
        }

        @Override
        public LocalDate asOf() {
            return LocalDate.parse("2026-11-21");
        }

        @Override
        public WhatIfTally tally() {
            return new WhatIfTally();
        }

        @Override
        public void changes(Consumer<TenantChange> reader) {
            tenants.forEach(reader);
        }
    }

    private static Side side(Status status, @Nullable String monthly, @Nullable Grace grace) {
        return new Side(
                "Growth",
                4,
                Licences.of(3),
                status,
                grace,
                monthly == null ? null : new BigDecimal(monthly),
                new BigDecimal("1.50"),
                USD);
    }

    private static TenantChange change(String tenant, String name, @Nullable Side before, @Nullable Side after) {
        FindingChange finding = new FindingChange(
                FindingChange.Kind.NEW,
                "SEAT_LIMIT_REACHED",
                Severity.WARNING,
                "Every seat is taken.",
                "acme.xlsx!A!B5");
        return new TenantChange(
                tenant,
                name,
                "Ada Lind",
                before,
                after,
                List.of(finding),
                "Required 5 → 6",
                new RowChanges("Plans C5: Price 10 → 12", "acme.xlsx!Plans!C5", "acme.xlsx!Plans!C5"));
    }

    private static UnusedRow unused(@Nullable Long published, int nights, @Nullable String since) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("Plan", "Tiny");
        cells.put("Price", "3");
        SheetRow at = new SheetRow("acme.xlsx", "Plans", 8, Map.of("Plan", "A", "Price", "C"));
        return new UnusedRow(
                new PolicyRow(at, cells), published, nights, since == null ? null : LocalDate.parse(since));
    }

    private void write(WhatIfOutcome outcome) {
        new WhatIfReport(200).write(outcome, file, folder, ReportProgress.SILENT);
    }

    @Test
    void aChangedTenantIsOneRowWithBothSidesAndTheCells() throws IOException {
        Grace grace = new Grace(1, 10, LocalDate.parse("2026-11-30"));
        write(new Made(
                Optional.of(new WhatIfOutcome.Published(3, LocalDate.parse("2026-01-01"), "Prices of 2026")),
                List.of(),
                List.of(change(
                        "t1", "Acme", side(Status.COMPLIANT, "30.00", null), side(Status.GRACE, "36.25", grace)))));
        try (ReadBook book = ReadBook.open(file)) {
            assertThat(book.sheets())
                    .containsExactly("Summary", "Tenants changed", "Findings changed", "Rows that decided nobody");
            assertThat(book.rows("Tenants changed").get(4))
                    .containsExactly(
                            "t1",
                            "Acme",
                            "Ada Lind",
                            "Growth",
                            "COMPLIANT",
                            "GRACE",
                            "4",
                            "4",
                            "3",
                            "3",
                            "",
                            "46356",
                            "30",
                            "36.25",
                            "6.25",
                            "1.5",
                            "1.5",
                            "0",
                            "USD",
                            "SEAT_LIMIT_REACHED",
                            "",
                            "",
                            "Required 5 → 6",
                            "Plans C5: Price 10 → 12",
                            "acme.xlsx!Plans!C5",
                            "acme.xlsx!Plans!C5");
            assertThat(book.type("Tenants changed", 5, 13)).isEqualTo(CellType.NUMBER);
            assertThat(book.rows("Findings changed").get(4))
                    .containsExactly(
                            "t1",
                            "Acme",
                            "Ada Lind",
                            "new",
                            "WARNING",
                            "SEAT_LIMIT_REACHED",
                            "Every seat is taken.",
                            "acme.xlsx!A!B5");
            assertThat(book.rows("Summary"))
                    .anySatisfy(row -> assertThat(row).contains("Published policy", "version 3, from 2026-01-01"));
        }
    }

    @Test
    void aTenantWithoutAPositionOnOneSideSaysSoAndHasNoDifference() throws IOException {
        write(new Made(
                Optional.empty(),
                List.of(),
                List.of(
                        change("t1", "Acme", null, side(Status.WARNING, "36.00", null)),
                        change("t2", "Bolt", side(Status.WARNING, null, null), null))));
        try (ReadBook book = ReadBook.open(file)) {
            List<List<String>> rows = book.rows("Tenants changed");
            assertThat(rows.get(4).subList(4, 19))
                    .containsExactly(
                            "not decided", "WARNING", "", "4", "", "3", "", "", "", "36", "", "", "1.5", "", "USD");
            assertThat(rows.get(5).subList(3, 6)).containsExactly("Growth", "WARNING", "not decided");
            assertThat(book.rows("Summary"))
                    .anySatisfy(row -> assertThat(row).contains("Published policy", "none yet"));
        }
    }

    @Test
    void rowsThatDecidedNobodyAreListedWithTheirNights() throws IOException {
        write(new Made(
                Optional.empty(),
                List.of(unused(0L, 2, "2026-11-20"), unused(7L, 0, null), unused(null, 0, null)),
                List.of()));
        try (ReadBook book = ReadBook.open(file)) {
            assertThat(book.rows("Rows that decided nobody").subList(4, 7))
                    .containsExactly(
                            List.of("Plans", "8", "acme.xlsx!Plans!A8", "Plan Tiny, Price 3", "0", "2", "46346"),
                            List.of("Plans", "8", "acme.xlsx!Plans!A8", "Plan Tiny, Price 3", "7", "0"),
                            List.of("Plans", "8", "acme.xlsx!Plans!A8", "Plan Tiny, Price 3", "new row", "0"));
        }
    }

    @Test
    void whereNothingChangesTheSheetsSaySo() throws IOException {
        write(new Made(Optional.empty(), List.of(), List.of()));
        try (ReadBook book = ReadBook.open(file)) {
            assertThat(book.rows("Tenants changed").get(3).get(0)).startsWith("No tenant changes");
            assertThat(book.rows("Findings changed").get(3)).containsExactly("No finding changes.");
            assertThat(book.rows("Rows that decided nobody").get(3).get(0)).startsWith("Every row of the draft");
        }
    }

    @Test
    void moreTenantsThanASheetHoldsGoOnOnTheNext() throws IOException {
        Side before = side(Status.COMPLIANT, "1.00", null);
        Side after = side(Status.COMPLIANT, "2.00", null);
        List<TenantChange> many = IntStream.range(0, 250)
                .mapToObj(i -> change("t%03d".formatted(i), "=cmd", before, after))
                .toList();
        write(new Made(Optional.empty(), List.of(), many));
        try (ReadBook book = ReadBook.open(file)) {
            assertThat(book.sheets()).contains("Tenants changed", "Tenants changed 2", "Findings changed 2");
            assertThat(book.rows("Tenants changed 2").get(4).subList(0, 2)).containsExactly("t196", "=cmd");
            assertThat(book.type("Tenants changed 2", 5, 1)).isEqualTo(CellType.STRING);
        }
    }

    @Test
    void theSameOutcomeGivesTheSameBytesLater() throws IOException, InterruptedException {
        WhatIfOutcome outcome = new Made(
                Optional.empty(),
                List.of(unused(0L, 2, "2026-11-20")),
                List.of(change("t1", "Acme", null, side(Status.WARNING, "36.00", null))));
        write(outcome);
        byte[] first = Files.readAllBytes(file);
        Thread.sleep(2_100); // zip files hold times in steps of two seconds
        write(outcome);
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
    }
}
