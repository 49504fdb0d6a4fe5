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
    private final Checks checks;

    private VendorRules(@Nullable PolicyTerms policy, @Nullable UsageCounting counting, Checks checks) {
        this.policy = policy;
        this.counting = counting;
        this.checks = checks;
    }

    static VendorRules of(Policy policy) {
        UsageCounting counting = new UsageCounting(new WhoCounts(Rules.compiled(), policy.terms()));
        return new VendorRules(policy.terms(), counting, policy.checks());
    }

    /** Decides tenants of one vendor in one session and adds the answers. */
    void assess(
            Vendor vendor,
            List<TenantFacts> tenants,
            LocalDate asOf,
            boolean withMonths,
            Map<TenantId, Assessment> decided) {
        Map<TenantId, Conclusions> conclusions = new HashMap<>(tenants.size() * 2);
        for (TenantFacts tenant : tenants) {
            if (conclusions.put(tenant.id(), new Conclusions(tenant)) != null) {
                throw new IllegalArgumentException("tenant " + tenant.id() + " is asked about twice");
            }
        }
        KieSession session = Rules.compiled().newKieSession();
        try {
            session.insert(new Night(asOf, vendor));
            insertPolicy(session);
            tenants.forEach(session::insert);
            session.fireAllRules();
            session.getObjects().forEach(fact -> Conclusions.sort(fact, conclusions));
        } finally {
            session.dispose();
        }
        check(conclusions, asOf);
        UsageCounting months = withMonths ? counting : null;
        conclusions.forEach((tenant, concluded) -> decided.put(tenant, concluded.assessment(policy, months, asOf)));
    }

    /** The analysts' checks come last: they see positions, and add findings. */
    private void check(Map<TenantId, Conclusions> conclusions, LocalDate asOf) {
        List<CheckedTenant> positioned = conclusions.values().stream()
                .flatMap(concluded -> concluded.checked(asOf).stream())
                .toList();
        checks.findings(positioned).forEach(finding -> Conclusions.sort(finding, conclusions));
    }

    private void insertPolicy(KieSession session) {
        if (policy == null || counting == null) {
            return;
        }
        session.insert(policy);
        session.insert(counting);
        session.insert(new Entitling(policy));
        policy.plans().forEach(session::insert);
        policy.overLimit().forEach(session::insert);
        policy.settings().forEach(session::insert);
        policy.addOns().forEach(session::insert);
        policy.entitlements().forEach(session::insert);
        policy.supportPlans().forEach(session::insert);
    }
}
