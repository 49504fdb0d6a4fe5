package org.trueup.batch.night;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.rules.fact.Vendor;

/** Cuts a night's tenants into ranges: tens of them, since each costs the job repository some writes. */
record TenantRanges(
        JdbcClient sql, int run, LocalDate asOf, @Nullable Vendor vendor, int tenantsAtLeast) implements Partitioner {
    /** What a range is not made smaller than: what is decided in one session. */
    static final int TENANTS_AT_LEAST = 500;

    private static final int AT_MOST = 48;

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        int[] ends = sql.sql("SELECT COALESCE(MIN(tenant_no), 0), COALESCE(MAX(tenant_no), -1) FROM tenant")
                .query((row, number) -> new int[] {row.getInt(1), row.getInt(2)})
                .single();
        int numbers = ends[1] - ends[0] + 1;
        int size = Math.max(tenantsAtLeast, (numbers + AT_MOST - 1) / AT_MOST);
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        for (int from = ends[0]; from <= ends[1]; from += size) {
            TenantRange range = new TenantRange(run, asOf, vendor, from, Math.min(from + size, ends[1] + 1));
            partitions.put("tenants-%09d".formatted(from), range.toContext());
        }
        return partitions;
    }
}
