package org.trueup.batch.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.infrastructure.item.Chunk;
import org.trueup.rules.fact.EarlierNight;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.fact.TenantId;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.Severity;

/** A night keeps how many tenants each row had a say about. */
class RowUseIT {
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

    private static List<String> used(String sheet) {
        return CONTEXT.sql()
                .sql(
                        "SELECT CONCAT(vendor, ' ', row_no, ': ', SUM(tenants)) FROM row_use JOIN night USING (run_id, vendor)"
                                + " WHERE sheet = ? GROUP BY vendor, row_no ORDER BY vendor, row_no")
                .param(sheet)
                .query(String.class)
                .list();
    }

    private void threeTenants() {
        CONTEXT.feed(
                folder.resolve("feed"),
                Map.of(
                        "tenants.csv",
                        List.of("tenant_id,name,vendor", "a,A,plecto", "b,B,plecto", "c,C,pensero"),
                        "subscriptions.csv",
                        List.of(
                                "tenant_id,subscription_id,plan,licenses,starts_on,ends_on",
                                "a,s,Medium,9,2026-10-01,2027-09-30",
                                "b,s,Medium,9,2026-10-01,2027-09-30",
                                "c,s,Growth,9,2026-10-01,2027-09-30")));
    }

    @Test
    void everyRowThatDecidedIsKeptWithItsTenantsByVendor() {
        threeTenants();
        CONTEXT.night("2026-11-21", folder);
        assertThat(used("Plans")).containsExactly("pensero 6: 1", "plecto 5: 2");
        assertThat(used("Over the limit")).hasSize(2).anyMatch(line -> line.endsWith(": 2"));
    }

    @Test
    void theSameDateAgainDoesNotCountTwiceAndLeavesNothingOfTheRunBefore() {
        threeTenants();
        CONTEXT.night("2026-11-21", folder);
        CONTEXT.night("2026-11-21", folder);
        assertThat(used("Plans")).containsExactly("pensero 6: 1", "plecto 5: 2");
        assertThat(CONTEXT.sql()
                        .sql("SELECT COUNT(DISTINCT run_id) FROM row_use")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void batchesOfOneRangeAddUpAndATenantWithoutAPositionCountsByItsFindings() {
        threeTenants();
        CONTEXT.night("2026-11-21", folder);
        int run = CONTEXT.sql()
                .sql("SELECT run_id FROM night LIMIT 1")
                .query(Integer.class)
                .single();
        TenantId tenant = new TenantId("a");
        Finding twice =
                new Finding(tenant, "X", Severity.INFO, "One.", "Rule", Cell.parse("plecto.xlsx!Checks!A9"), null);
        Finding another =
                new Finding(tenant, "Y", Severity.INFO, "Two.", "Rule", Cell.parse("plecto.xlsx!Checks!B9"), null);
        Tenant facts = new Tenant(tenant, "A", new Vendor("plecto"), null, null, null, false, null);
        DecidedBatch batch = new DecidedBatch(
                run,
                List.of(new StoredTenant(
                        90, new TenantFacts(facts, List.of(), List.of(), List.of(), EarlierNight.NONE), null)),
                List.of(new Assessment(facts, null, List.of(twice, another), List.of(), List.of())));
        ResultWriter writer = new ResultWriter(CONTEXT.bean(DataSource.class), run, LocalDate.parse("2026-11-21"), 1);
        writer.write(Chunk.of(batch));
        CONTEXT.bean(NightRuns.class).clear(new TenantRange(run, LocalDate.parse("2026-11-21"), null, 90, 91));
        writer.write(Chunk.of(batch));
        assertThat(used("Checks")).as("one a tenant and row, added up").containsExactly("plecto 9: 2");
    }
}
