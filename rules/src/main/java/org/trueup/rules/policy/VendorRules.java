package org.trueup.rules.policy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;
import org.trueup.rules.check.CheckedTenant;
import org.trueup.rules.check.Checks;
import org.trueup.rules.counting.UsageCounting;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.fact.TenantId;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.policy.derived.Entitling;
import org.trueup.rules.policy.derived.Night;
import org.trueup.rules.terms.PolicyTerms;

/** The rules with the rows of one policy, or of none. */
final class VendorRules {
    static final VendorRules WITHOUT_POLICY = new VendorRules(null, null, Checks.NONE);

    private final @Nullable PolicyTerms policy;
    private final @Nullable UsageCounting counting;
    private final @Nullable Entitling entitling;
    private final @Nullable RowsInReach rows;
    private final Checks checks;

    private VendorRules(@Nullable PolicyTerms policy, @Nullable UsageCounting counting, Checks checks) {
        this.policy = policy;
        this.counting = counting;
        this.entitling = policy == null ? null : new Entitling(policy);
        this.rows = policy == null ? null : new RowsInReach(policy);
        this.checks = checks;
    }

    static VendorRules of(Policy policy) {
        UsageCounting counting = new UsageCounting(new WhoCounts(Rules.compiled(), policy.terms()));
        return new VendorRules(policy.terms(), counting, policy.checks());
    }

    /** Decides tenants of one vendor in one session and adds the answers. */
    void assess(Vendor vendor, List<TenantFacts> tenants, Asked asked, Map<TenantId, Assessment> decided) {
        Map<TenantId, Conclusions> conclusions = new HashMap<>(tenants.size() * 2);
        for (TenantFacts tenant : tenants) {
            if (conclusions.put(tenant.id(), new Conclusions(tenant)) != null) {
                throw new IllegalArgumentException("tenant " + tenant.id() + " is asked about twice");
            }
        }
        UsageCounting remembering = counting == null ? null : counting.remembering(asked.known());
        KieSession session = Rules.compiled().newKieSession();
        try {
            session.insert(new Night(asked.asOf(), vendor));
            insertPolicy(session, tenants, remembering);
            tenants.forEach(session::insert);
            session.fireAllRules();
            session.getObjects().forEach(fact -> Conclusions.sort(fact, conclusions));
        } finally {
            session.dispose();
        }
        check(conclusions, asked.asOf());
        conclusions.forEach(
                (tenant, concluded) -> decided.put(tenant, concluded.assessment(policy, remembering, asked)));
    }

    /** The analysts' checks come last: they see positions, and add findings. */
    private void check(Map<TenantId, Conclusions> conclusions, LocalDate asOf) {
        List<CheckedTenant> positioned = conclusions.values().stream()
                .flatMap(concluded -> concluded.checked(asOf).stream())
                .toList();
        checks.findings(positioned).forEach(finding -> Conclusions.sort(finding, conclusions));
    }

    private void insertPolicy(KieSession session, List<TenantFacts> tenants, @Nullable UsageCounting remembering) {
        if (policy == null || entitling == null || rows == null || remembering == null) {
            return;
        }
        session.insert(policy);
        session.insert(remembering);
        session.insert(entitling);
        rows.of(tenants).forEach(session::insert);
    }
}
