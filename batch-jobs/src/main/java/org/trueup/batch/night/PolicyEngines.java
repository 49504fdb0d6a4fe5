package org.trueup.batch.night;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.store.PolicyVersion;
import org.trueup.batch.store.PolicyVersions;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.policy.DroolsPolicyEngine;
import org.trueup.rules.policy.Policy;
import org.trueup.rules.policy.PolicyEngine;
import org.trueup.spreadsheets.policybook.PolicyBook;
import org.trueup.spreadsheets.policybook.PolicyReading;
import org.trueup.spreadsheets.policybook.Problem;

/** Policy engines by the versions in force on a date; the same versions share one engine. */
public final class PolicyEngines {
    private final PolicyVersions versions;
    private final Map<List<PolicyVersion>, PolicyEngine> engines = new ConcurrentHashMap<>();
    private volatile @Nullable Night night;

    public PolicyEngines(PolicyVersions versions) {
        this.versions = versions;
    }

    /**
     * Keeps the workbooks that come with the product; each is read first.
     *
     * @throws NightException if one cannot be used; then none is kept
     */
    public void ship() {
        Map<Vendor, byte[]> shipped = PolicyBook.shipped();
        shipped.forEach((vendor, workbook) -> read(vendor, 1, workbook));
        versions.ship(shipped);
    }

    /**
     * Settles which versions decide the night that begins, and makes its engine. What others publish while the night
     * runs counts from the next one on; else half of the tenants would be decided by one version and half by another.
     *
     * @throws NightException if a policy cannot be used
     */
    void begin(LocalDate asOf) {
        night = new Night(asOf, stored(asOf));
        inForceOn(asOf);
    }

    /** The engine for the policies in force on a date. */
    PolicyEngine inForceOn(LocalDate asOf) {
        return engines.computeIfAbsent(versionsInForce(asOf), this::engine);
    }

    /** The version number of each vendor's policy in force on a date. */
    SortedMap<Vendor, Integer> versionsOn(LocalDate asOf) {
        return versionsInForce(asOf).stream()
                .collect(Collectors.toMap(
                        PolicyVersion::vendor, PolicyVersion::version, (one, other) -> one, TreeMap::new));
    }

    private List<PolicyVersion> versionsInForce(LocalDate asOf) {
        Night settled = night;
        return settled != null && settled.asOf().equals(asOf) ? settled.versions() : stored(asOf);
    }

    private List<PolicyVersion> stored(LocalDate asOf) {
        return List.copyOf(versions.inForceOn(asOf).values());
    }

    private PolicyEngine engine(List<PolicyVersion> inForce) {
        List<Policy> policies = new ArrayList<>();
        for (PolicyVersion version : inForce) {
            policies.add(read(version.vendor(), version.version(), versions.workbook(version)));
        }
        policies.forEach(policy -> policy.checks().prepare());
        return DroolsPolicyEngine.withChecks(policies);
    }

    private static Policy read(Vendor vendor, int version, byte[] workbook) {
        PolicyReading reading = PolicyBook.read(vendor, version, workbook);
        if (reading instanceof PolicyReading.Accepted accepted) {
            return accepted.policy();
        }
        List<Problem> problems = ((PolicyReading.Refused) reading).problems();
        String more = problems.size() == 1 ? "" : " (and %d more problems in it)".formatted(problems.size() - 1);
        throw new NightException("The policy workbook of " + vendor + " cannot be used: " + problems.get(0) + more);
    }

    private record Night(LocalDate asOf, List<PolicyVersion> versions) {}
}
