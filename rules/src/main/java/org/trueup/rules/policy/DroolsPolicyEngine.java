package org.trueup.rules.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.trueup.rules.counting.KnownUse;
import org.trueup.rules.cure.WayBacks;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.fact.TenantId;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.request.SeatAnswer;
import org.trueup.rules.request.SeatRequest;
import org.trueup.rules.request.SeatRequests;
import org.trueup.rules.terms.PolicyTerms;

/**
 * Decides tenants with Drools, some hundreds of one vendor in one session. A vendor without a policy is decided too: its
 * tenants get the finding that says so.
 */
public final class DroolsPolicyEngine implements PolicyEngine {
    /** Fewer make more sessions, more make each join slower: measured best between 100 and 1,000. */
    private static final int TENANTS_A_SESSION = 500;

    private final Map<Vendor, VendorRules> vendors = new HashMap<>();
    private final Map<Vendor, Waivers> waivers = new HashMap<>();
    private final Map<Vendor, PolicyTerms> byVendor = new HashMap<>();
    private final boolean withWayBacks;
    private final SeatRequests seatRequests;
    private final boolean withMonths;

    /** An engine for these policies, at most one a vendor, without any checks of the analysts. */
    public DroolsPolicyEngine(Collection<PolicyTerms> policies) {
        this(unchecked(policies), true, true);
    }

    private DroolsPolicyEngine(Collection<Policy> policies, boolean withWayBacks, boolean withMonths) {
        this.withMonths = withMonths;
        this.withWayBacks = withWayBacks;
        for (Policy policy : policies) {
            if (byVendor.put(policy.vendor(), policy.terms()) != null) {
                throw new IllegalArgumentException("two policies for " + policy.vendor());
            }
            vendors.put(policy.vendor(), VendorRules.of(policy));
            waivers.put(policy.vendor(), Waivers.of(policy.terms()));
        }
        this.seatRequests = new SeatRequests(byVendor, (facts, asOf) -> {
            Asked asked = new Asked(asOf, false, true, KnownUse.of(facts));
            return waived(decide(facts, asked), asOf);
        });
    }

    /** An engine for these policies and the analysts' checks in them, at most one a vendor. */
    public static DroolsPolicyEngine withChecks(Collection<Policy> policies) {
        return new DroolsPolicyEngine(policies, true, true);
    }

    /** Decides with the analysts' checks, but looks for no ways back, which cost more than all the rest. */
    public static DroolsPolicyEngine withChecksAlone(Collection<Policy> policies) {
        return new DroolsPolicyEngine(policies, false, true);
    }

    /** Decides by the policies alone: without checks, and without looking for ways back. */
    public static DroolsPolicyEngine withoutWayBacks(Collection<PolicyTerms> policies) {
        return new DroolsPolicyEngine(unchecked(policies), false, true);
    }

    /**
     * Decides positions and findings alone, by these policies and the analysts' checks in them: without months and without
     * looking for ways back, which take most of the time.
     */
    public static DroolsPolicyEngine forPositions(Collection<Policy> policies) {
        return new DroolsPolicyEngine(policies, false, false);
    }

    private static List<Policy> unchecked(Collection<PolicyTerms> policies) {
        return policies.stream().map(Policy::withoutChecks).toList();
    }

    /** Begins to load the rules while the caller does something else; to be called early. */
    public static void prepare() {
        Thread loading = new Thread(Rules::compiled, "load-rules");
        // whoever needs the rules meets the same failure and tells it
        loading.setUncaughtExceptionHandler((thread, failure) -> {});
        loading.setDaemon(true);
        loading.start();
    }

    @Override
    public List<Assessment> assess(List<TenantFacts> facts, LocalDate asOf) {
        KnownUse known = KnownUse.of(facts);
        List<Assessment> decided = decide(facts, new Asked(asOf, withMonths, true, known));
        if (!withWayBacks) {
            return waived(decided, asOf);
        }
        // a question changes a tenant's licences more often than its accounts, which are counted already then
        WayBacks wayBacks =
                new WayBacks(byVendor, (changed, day) -> decide(changed, new Asked(day, false, false, known)));
        return waived(wayBacks.tell(facts, decided, asOf), asOf);
    }

    @Override
    public SeatAnswer answer(TenantFacts facts, SeatRequest request, LocalDate asOf) {
        return seatRequests.answer(facts, request, asOf);
    }

    private List<Assessment> waived(List<Assessment> assessments, LocalDate asOf) {
        return assessments.stream()
                .map(assessment -> waivers.getOrDefault(assessment.tenant().vendor(), Waivers.NONE)
                        .applyTo(assessment, asOf))
                .toList();
    }

    private List<Assessment> decide(List<TenantFacts> facts, Asked asked) {
        Map<TenantId, Assessment> decided = new HashMap<>();
        Map<Vendor, List<TenantFacts>> byVendor = facts.stream()
                .collect(Collectors.groupingBy(
                        tenant -> tenant.tenant().vendor(), LinkedHashMap::new, Collectors.toList()));
        byVendor.forEach((vendor, tenants) -> {
            VendorRules rules = vendors.getOrDefault(vendor, VendorRules.WITHOUT_POLICY);
            for (int from = 0; from < tenants.size(); from += TENANTS_A_SESSION) {
                int to = Math.min(tenants.size(), from + TENANTS_A_SESSION);
                rules.assess(vendor, tenants.subList(from, to), asked, decided);
            }
        });
        List<Assessment> inOrder = new ArrayList<>(facts.size());
        for (TenantFacts tenant : facts) {
            Assessment assessment = decided.get(tenant.id());
            if (assessment == null) {
                throw new IllegalStateException("tenant " + tenant.id() + " was not decided");
            }
            inOrder.add(assessment);
        }
        return inOrder;
    }
}
