package org.trueup.batch.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.batch.store.TestStore;
import org.trueup.rules.fact.TenantId;
import org.trueup.rules.fact.Vendor;

/**
 * Who asks the store for some of many tenants has it read their rows alone, also where several runs count, and where MariaDB does
 * not know how large the tables are.
 */
class RowsReadIT {
    private static final TestStore TEST = TestStore.fresh();
    private static final int TENANTS = 20_000;
    private static final int FROM = 3_000;
    private static final int SOME = 1_000;

    private static final JdbcClient SQL = JdbcClient.create(TEST.store().dataSource());

    @BeforeAll
    static void manyTenants() {
        fill("tenant (tenant_no, tenant_id, name, vendor, nonprofit)", "seq, seq, seq, 'plecto', FALSE");
        fill(
                "subscription (tenant_no, subscription_id, plan, starts_on, ends_on, term, discount_percent)",
                "seq, 's', 'Medium', '2026-01-01', '2026-12-31', 'PAID', 0");
        fill("add_on (tenant_no, add_on, starts_on, licenses)", "seq, 'API', '2026-01-01', 1");
        fill(
                "account (tenant_no, account_no, account_id, name, kind, login_enabled, tracked, has_history, access)",
                "seq, seq, seq, seq, 'PERSON', TRUE, TRUE, FALSE, 'FULL'");
        for (int month : new int[] {2026 * 12 + 10, 2025 * 12 + 11}) {
            fill(
                    "activity (tenant_no, part, year, months)",
                    "seq, 0, %d, UNHEX(CONCAT(LPAD(HEX(seq), 8, '0'), HEX(2 * %d), '00000001'))"
                            .formatted(month / 12, month));
        }
        fill("grace_state (tenant_no, over_since)", "seq, '2026-01-01'");
        // run 7 has decided all tenants, run 8 every second one again, for a vendor of its own
        for (int run : new int[] {7, 8}) {
            String key = run + ", seq * (" + run + " - 6)";
            fill(
                    "assessment (run_id, tenant_no, tenant_name, vendor, decided, plan, months)",
                    key + ", seq, 'vendor-" + run + "', FALSE, 'Plan of " + run + "', ''");
            fill(
                    "finding (run_id, tenant_no, finding_no, code, severity, message, rule)",
                    key + ", 1, 'C', 'INFO', 'm', 'r'");
            fill("counted_users (run_id, tenant_no, part, users)", key + ", 1, ''");
            SQL.sql("INSERT INTO night (as_of, vendor, run_id) VALUES ('2026-11-20', ?, ?)")
                    .params("vendor-" + run, run)
                    .update();
        }
    }

    /** As a killed feed leaves it: nobody has counted the rows. */
    private static void fill(String table, String values) {
        SQL.sql("ALTER TABLE " + table.substring(0, table.indexOf(' ')) + " STATS_AUTO_RECALC = 0")
                .update();
        SQL.sql("INSERT INTO " + table + " SELECT " + values + " FROM seq_1_to_" + TENANTS)
                .update();
    }

    @AfterAll
    static void close() {
        TEST.close();
    }

    @Test
    void theFactsOfARange() throws Exception {
        LocalDate night = LocalDate.parse("2026-11-21");
        TenantRange range = new TenantRange(9, night, null, FROM, FROM + SOME);
        List<StoredTenant> read = new ArrayList<>();

        long before = rowsRead();
        try (FactCursors facts = new FactCursors(TEST.store(), range, EarlierRuns.before(night, SQL))) {
            for (StoredTenant next = facts.next(); next != null; next = facts.next()) {
                read.add(next);
            }
        }

        // six tables, one of them with two years, and two nights
        assertThat(rowsRead() - before).isBetween((long) SOME, 17L * SOME);
        assertThat(read).hasSize(SOME).first().satisfies(tenant -> {
            assertThat(tenant.facts().id().value()).isEqualTo(Integer.toString(FROM));
            assertThat(tenant.facts().subscriptions()).hasSize(1);
            assertThat(tenant.facts().addOns()).hasSize(1);
            assertThat(tenant.facts().accounts())
                    .singleElement()
                    .satisfies(account -> assertThat(account.activity())
                            .extracting(active -> active.month().toString())
                            .containsExactly("2025-12", "2026-11"));
        });
        assertThat(new TenantRows(SQL).facts(new TenantId(Integer.toString(FROM)), EarlierRuns.before(night, SQL)))
                .hasValue(read.get(0).facts());
        assertThat(read.subList(0, 4))
                .extracting(tenant -> tenant.facts().earlier().plan())
                .containsExactly("Plan of 8", "Plan of 7", "Plan of 8", "Plan of 7");
    }

    @Test
    void theResultsOfABatch() {
        AssessmentRows rows = new AssessmentRows(Map.of(new Vendor("vendor-7"), 7, new Vendor("vendor-8"), 8), SQL);
        int[] odd = IntStream.range(0, SOME).map(i -> FROM + 1 + 2 * i).toArray();
        List<String> found = new ArrayList<>();

        long before = rowsRead();
        rows.read(
                odd,
                tenant -> found.add(tenant.assessment().tenant().id() + " "
                        + tenant.assessment().findings().size()));

        // three tables of two runs
        assertThat(rowsRead() - before).isLessThan(8L * SOME);
        assertThat(found).hasSize(SOME).startsWith((FROM + 1) + " 1", (FROM + 3) + " 1");
    }

    private static long rowsRead() {
        return SQL
                .sql("SHOW GLOBAL STATUS WHERE Variable_name IN ('Handler_read_next', 'Handler_read_rnd_next')")
                .query((row, number) -> row.getLong(2))
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
