package org.trueup.rules.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.policy.DroolsPolicyEngine;
import org.trueup.rules.policy.Policy;
import org.trueup.rules.policy.PolicyEngine;

/** What deciding costs with more rows in the sheets, or more accounts a tenant; a batch holds 10,000 accounts, or one tenant. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RowsAndAccounts {
    private static final int ACCOUNTS_A_BATCH = 10_000;
    private static final int VENDORS = 4;

    @Param({"10"})
    public int rows;

    @Param({"20"})
    public int accounts;

    private List<TenantFacts> tenants = List.of();
    private PolicyEngine engine = DroolsPolicyEngine.forPositions(List.of());

    /** How many tenants of so many accounts are decided at once: some of each vendor. */
    static int batch(int accounts) {
        return Math.max(VENDORS, Math.min(Deciding.BATCH, ACCOUNTS_A_BATCH / accounts));
    }

    @Setup
    public void makeTenants() {
        tenants = new BenchmarkTenants(1, accounts).make(batch(accounts));
        engine = DroolsPolicyEngine.forPositions(BenchmarkPolicies.withRows(rows).stream()
                .map(Policy::withoutChecks)
                .toList());
    }

    @Benchmark
    public List<Assessment> batch() {
        return engine.assess(tenants, BenchmarkTenants.AS_OF);
    }
}
