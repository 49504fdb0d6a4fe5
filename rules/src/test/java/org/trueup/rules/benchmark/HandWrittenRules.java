package org.trueup.rules.benchmark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.counting.UsageCounting;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.policy.derived.Entitling;
import org.trueup.rules.terms.PolicyTerms;

/**
 * The product's rules as a programmer would write them without Drools: the same counting, arithmetic and sentences, with ifs
 * and maps in place of the DRL. What the engine's speed is compared with. For one thread.
 */
final class HandWrittenRules {
    private final Map<Vendor, Sheets> vendors = new HashMap<>();

    /** The rows of a vendor and what is remembered of them. */
    record Sheets(PolicyTerms policy, SheetsByHand rows, UsageCounting counting, Entitling entitling) {
        static Sheets of(PolicyTerms policy) {
            SheetsByHand rows = new SheetsByHand(policy);
            return new Sheets(policy, rows, new UsageCounting(rows), new Entitling(policy));
        }
    }

    HandWrittenRules(Collection<PolicyTerms> policies) {
        policies.forEach(policy -> vendors.put(policy.vendor(), Sheets.of(policy)));
    }

    /** Decides tenants of vendors that have a policy, without months. */
    List<Assessment> assess(List<TenantFacts> tenants, LocalDate asOf) {
        List<Assessment> decided = new ArrayList<>(tenants.size());
        for (TenantFacts facts : tenants) {
            decided.add(new DecisionByHand(sheets(facts), facts, asOf).assessment());
        }
        return decided;
    }

    /** Counts alone, as the rules have it done for the subscription in force; returns what is used in all. */
    long count(List<TenantFacts> tenants, LocalDate asOf) {
        long used = 0;
        for (TenantFacts facts : tenants) {
            used += new DecisionByHand(sheets(facts), facts, asOf).used();
        }
        return used;
    }

    private Sheets sheets(TenantFacts facts) {
        @Nullable Sheets sheets = vendors.get(facts.tenant().vendor());
        if (sheets == null) {
            throw new IllegalArgumentException("no policy for " + facts.tenant().vendor());
        }
        return sheets;
    }
}
