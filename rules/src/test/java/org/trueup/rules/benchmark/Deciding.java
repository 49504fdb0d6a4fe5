package org.trueup.rules.benchmark;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.policy.DroolsPolicyEngine;
import org.trueup.rules.policy.Policy;
import org.trueup.rules.policy.PolicyEngine;
import org.trueup.rules.terms.PolicyTerms;

/** Tenants of 20 accounts decided, 500 at a time, by more and more of what a night does; and by hand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
public class Deciding {
    /** As many as a night decides at once. */
    static final int BATCH = 500;

    private static final int BATCHES = 8;
    private static final int ACCOUNTS = 20;

    private List<TenantFacts> tenants = List.of();
    private HandWrittenRules byHand = new HandWrittenRules(List.of());
    private PolicyEngine positions = DroolsPolicyEngine.forPositions(List.of());
    private PolicyEngine months = positions;
    private PolicyEngine waysBack = positions;
    private int next;

    @Setup
    public void makeTenants() {
        List<PolicyTerms> policies = BenchmarkPolicies.documented();
        tenants = new BenchmarkTenants(1, ACCOUNTS).make(BATCH * BATCHES);
        byHand = new HandWrittenRules(policies);
        positions = DroolsPolicyEngine.forPositions(
                policies.stream().map(Policy::withoutChecks).toList());
        months = DroolsPolicyEngine.withoutWayBacks(policies);
        waysBack = new DroolsPolicyEngine(policies);
    }

    private List<TenantFacts> batch() {
        next = (next + 1) % BATCHES;
        return tenants.subList(next * BATCH, (next + 1) * BATCH);
    }

    /** Counts use, and no more: what both ways have in common. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public long counting() {
        return byHand.count(batch(), BenchmarkTenants.AS_OF);
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public List<Assessment> writtenByHand() {
        return byHand.assess(batch(), BenchmarkTenants.AS_OF);
    }

    /** Positions, findings, cells and users, like {@link #writtenByHand}. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public List<Assessment> byRules() {
        return positions.assess(batch(), BenchmarkTenants.AS_OF);
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public List<Assessment> byRulesWithMonths() {
        return months.assess(batch(), BenchmarkTenants.AS_OF);
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public List<Assessment> byRulesWithMonthsAndWaysBack() {
        return waysBack.assess(batch(), BenchmarkTenants.AS_OF);
    }
}
