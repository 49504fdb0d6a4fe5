package org.trueup.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trueup.batch.whatif.WhatIfResult;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.fact.TenantId;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.outcome.AddingBeyond;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.Licences;
import org.trueup.rules.outcome.Money;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.outcome.Severity;
import org.trueup.rules.outcome.Status;
import org.trueup.spreadsheets.policybook.PolicyBook;
import org.trueup.spreadsheets.whatif.Comparison;
import org.trueup.spreadsheets.whatif.PolicyRows;
import org.trueup.spreadsheets.whatif.WhatIfOutcome;
import org.trueup.spreadsheets.whatif.WhatIfTally;

/** {@code what-if}: what it takes, and what it says. */
class WhatIfCommandTest {
    private static final Tenant TENANT =
            new Tenant(new TenantId("t"), "T", new Vendor("acme"), null, null, null, false, null);
    private static final Currency USD = Currency.getInstance("USD");

    private final FakePolicies policies = new FakePolicies();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int trueup(String... args) {
        Surroundings surroundings = new Surroundings(
                (store, verbose) -> {
                    throw new AssertionError("no night is asked for");
                },
                policies::open,
                NoServer::open,
                Clock.systemUTC(),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                false);
        return Commands.run(surroundings, args);
    }

    private int whatIf(Path draft, Path to) {
        return trueup("what-if", draft.toString(), "--as-of", "2026-11-21", "--out", to.toString());
    }

    private Path draft() throws IOException {
        return Files.write(folder.resolve("acme.xlsx"), PolicyBook.template());
    }

    private static Assessment assessment(Status status, @Nullable String monthly, String... codes) {
        List<Finding> findings = Arrays.stream(codes)
                .map(code -> new Finding(TENANT.id(), code, Severity.WARNING, "Told.", "Rule", null, null))
                .toList();
        Money amount = monthly == null ? null : new Money(new BigDecimal(monthly), USD);
        Position position = new Position(
                "s",
                "Growth",
                Metric.SEATS_TAKEN,
                3,
                Licences.of(3),
                3,
                status,
                null,
                null,
                amount,
                null,
                USD,
                null,
                null,
                "3/3",
                AddingBeyond.ALLOW,
                null,
                List.of(),
                null,
                List.of(),
                1,
                true);
        return new Assessment(TENANT, position, findings, List.of(), List.of());
    }

    private static void add(WhatIfTally tally, Assessment before, Assessment after) {
        Comparison comparison = new Comparison(PolicyRows.NONE, PolicyRows.NONE);
        tally.add(before, after, comparison.of(before, after).orElse(null));
    }

    private static WhatIfResult result(WhatIfTally tally, int unused) {
        return new WhatIfResult(
                Optional.of(new WhatIfOutcome.Published(3, LocalDate.parse("2026-01-01"), "")),
                tally,
                unused,
                1.25,
                0.5);
    }

    @Test
    void whatChangesIsSaidInAFewSentences() throws IOException {
        WhatIfTally tally = new WhatIfTally();
        add(tally, assessment(Status.COMPLIANT, "10"), assessment(Status.WARNING, "12.50", "POLICY_GAP"));
        add(tally, assessment(Status.COMPLIANT, "10"), assessment(Status.WARNING, "9"));
        add(tally, assessment(Status.GRACE, "10", "OLD"), assessment(Status.BLOCKED, "10"));
        add(tally, assessment(Status.GRACE, "10"), assessment(Status.GRACE, "10"));
        policies.answer = result(tally, 1);
        Path to = folder.resolve("out.xlsx");
        assertThat(whatIf(draft(), to)).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString().lines().dropWhile(line -> !line.startsWith("3 of")))
                .containsExactly(
                        "3 of 4 tenants of acme change as of 2026-11-21, compared with version 3.",
                        "Status: 2 COMPLIANT → WARNING, 1 GRACE → BLOCKED.",
                        "Monthly amount: +1.50 USD (+2.50 for 1 tenant, -1.00 for 1 tenant).",
                        "Findings: OLD 1 gone; POLICY_GAP 1 new.",
                        "Gaps: no row of Over the limit takes 1 tenant by the draft, 0 by the published policy.",
                        "1 row of the draft decided nobody.",
                        "Time: comparing 1.3 s, writing 0.5 s.",
                        "Wrote " + to.toAbsolutePath() + ".");
        assertThat(policies.compared).isNotNull();
        assertThat(policies.compared.vendor()).isEqualTo(new Vendor("acme"));
        assertThat(policies.compared.asOf()).isEqualTo("2026-11-21");
        assertThat(policies.closed).isTrue();
    }

    @Test
    void moneyThatGoesOneWayIsToldOneWay() throws IOException {
        WhatIfTally tally = new WhatIfTally();
        add(tally, assessment(Status.COMPLIANT, "10"), assessment(Status.COMPLIANT, "9"));
        policies.answer = result(tally, 0);
        assertThat(whatIf(draft(), folder.resolve("out.xlsx"))).isZero();
        assertThat(out.toString().lines()).contains("Monthly amount: -1.00 USD (-1.00 for 1 tenant).");
    }

    @Test
    void whereNothingChangesThatIsSaid() throws IOException {
        WhatIfTally tally = new WhatIfTally();
        add(tally, assessment(Status.COMPLIANT, null), assessment(Status.COMPLIANT, null));
        policies.answer = result(tally, 0);
        assertThat(whatIf(draft(), folder.resolve("out.xlsx"))).isZero();
        assertThat(out.toString())
                .contains(
                        "No tenant changes: as of 2026-11-21 the draft decides all 1 tenant of acme as version 3 does.",
                        "Every row of the draft decided somebody.")
                .doesNotContain("Status:", "Findings:", "Gaps:");
    }

    @Test
    void aDraftWithErrorsIsToldAndNoStoreIsOpened() throws IOException {
        Path draft = folder.resolve("acme.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(PolicyBook.template()));
                OutputStream to = Files.newOutputStream(draft)) {
            workbook.getSheet("Plans").getRow(4).getCell(1).setCellValue("no metric");
            workbook.write(to);
        }
        assertThat(whatIf(draft, folder.resolve("out.xlsx"))).isEqualTo(1);
        assertThat(err.toString()).contains("acme.xlsx: Plans!B5: error:").contains("1 error; nothing was compared.");
        assertThat(policies.store).isNull();
    }

    @Test
    void theDraftItselfIsNeverWrittenOver() throws IOException {
        Path draft = draft();
        byte[] before = Files.readAllBytes(draft);
        assertThat(whatIf(draft, folder.resolve("x/../acme.xlsx").normalize())).isEqualTo(2);
        assertThat(err.toString()).contains("--out names the draft itself");
        assertThat(Files.readAllBytes(draft)).isEqualTo(before);
    }

    @Test
    void whereNoWorkbookCanBeWrittenThatIsToldBeforeTheWork() throws IOException {
        assertThat(whatIf(draft(), folder.resolve("out.csv"))).isEqualTo(2);
        assertThat(err.toString()).contains("is no workbook; give a name that ends in .xlsx.");
        Files.createDirectory(folder.resolve("taken.xlsx"));
        assertThat(whatIf(draft(), folder.resolve("taken.xlsx"))).isEqualTo(1);
        assertThat(err.toString()).contains("taken.xlsx is a folder, but a file is to be written there");
        assertThat(policies.store).isNull();
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThat(trueup("what-if", "acme.xlsx")).isEqualTo(2);
        assertThat(err.toString()).contains("trueup what-if needs --as-of DATE and --out FILE.xlsx");
    }
}
