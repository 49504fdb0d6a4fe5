package org.trueup.batch.night;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.trueup.spreadsheets.whatif.PolicyRows;

/** Policy engines by the versions in force on a date; the same versions share one engine. */
public final class PolicyEngines {
    private final PolicyVersions versions;
    private final Map<List<Key>, Made> engines = new ConcurrentHashMap<>();
    /** A version never changes: where one vendor publishes, the others' workbooks need no second reading. */
    private final Map<Key, PolicyReader.InForce> read = new ConcurrentHashMap<>();
    /** Vendors whose shipped workbook was found to be without errors. */
    private final Set<Vendor> sound = ConcurrentHashMap.newKeySet();

    private volatile @Nullable Night night;

    public PolicyEngines(PolicyVersions versions) {
        this.versions = versions;
    }

    /**
     * Keeps the workbooks that come with the product; each that is new to the store is checked first.
     *
     * @throws NightException if one has an error; then none is kept
     */
    public void ship() {
        Map<Vendor, byte[]> missing = versions.notShippedYet(PolicyBook.shipped());
        missing.forEach((vendor, workbook) -> {
            if (!sound.contains(vendor)) {
                PolicyReader.requireSound(vendor, workbook);
                sound.add(vendor);
            }
        });
        versions.ship(missing);
    }

    /**
     * Settles which versions decide the night that begins, and makes its engine. What others publish while the night
     * runs counts from the next one on; else half of the tenants would be decided by one version and half by another.
     *
     * @return what a person should know about them, as sentences
     * @throws NightException if a policy cannot be used
     */
    List<String> begin(LocalDate asOf) {
        night = new Night(asOf, stored(asOf));
        return made(asOf).remarks();
    }

    /** The engine for the policies in force on a date. */
    PolicyEngine inForceOn(LocalDate asOf) {
        return made(asOf).engine();
    }

    /** The engine for the versions by which a run decides, as the store keeps them with it. */
    PolicyEngine of(Map<Vendor, Integer> policies) {
        return engine(versions.all().stream()
                .filter(version -> Integer.valueOf(version.version()).equals(policies.get(version.vendor())))
                .sorted(Comparator.comparing(PolicyVersion::vendor))
                .toList());
    }

    /** The rows of a version, whose workbook is read anew where no engine was made of it; none where there is none. */
    PolicyRows rows(Vendor vendor, int number) {
        return versions.all(vendor).stream()
                .filter(version -> version.version() == number)
                .findFirst()
                .map(this::rows)
                .orElse(PolicyRows.NONE);
    }

    private PolicyRows rows(PolicyVersion version) {
        PolicyReader.InForce known = read.get(Key.of(version));
        return known == null
                ? new PolicyRows(PolicyBook.rows(version.vendor(), versions.workbook(version)))
                : known.rows();
    }

    /** What is published now, which stays the same whatever others publish; for those who answer between nights. */
    public PublishedPolicies published() {
        return new PublishedPolicies(versions.all(), this::engine);
    }

    private PolicyEngine engine(List<PolicyVersion> inForce) {
        return made(inForce).engine();
    }

    private Made made(LocalDate asOf) {
        return made(versionsInForce(asOf));
    }

    private Made made(List<PolicyVersion> inForce) {
        return engines.computeIfAbsent(inForce.stream().map(Key::of).toList(), key -> make(inForce));
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

    private Made make(List<PolicyVersion> inForce) {
        List<PolicyReader.InForce> policiesRead = inForce.stream()
                .map(version -> read.computeIfAbsent(
                        Key.of(version), key -> PolicyReader.read(version, versions.workbook(version))))
                .toList();
        List<Policy> policies =
                policiesRead.stream().map(PolicyReader.InForce::policy).toList();
        policies.forEach(policy -> policy.checks().prepare());
        return new Made(
                DroolsPolicyEngine.withChecks(policies),
                policiesRead.stream().flatMap(one -> one.remarks().stream()).toList());
    }

    /** What an engine depends on of a version: not who published it, nor when. */
    private record Key(Vendor vendor, int version, String sha256) {
        static Key of(PolicyVersion version) {
            return new Key(version.vendor(), version.version(), version.sha256());
        }
    }

    private record Made(PolicyEngine engine, List<String> remarks) {}

    private record Night(LocalDate asOf, List<PolicyVersion> versions) {}
}
