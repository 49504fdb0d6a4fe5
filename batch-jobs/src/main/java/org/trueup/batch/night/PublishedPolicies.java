package org.trueup.batch.night;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trueup.batch.store.PolicyTimeline;
import org.trueup.batch.store.PolicyVersion;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.policy.PolicyEngine;

/**
 * All policies as they were published at one moment, and the engine for each date. Two are equal when nothing was published
 * between them. Safe for use by many threads.
 */
public final class PublishedPolicies {
    private final List<PolicyVersion> versions;
    private final Map<Vendor, PolicyTimeline> timelines;
    private final Function<List<PolicyVersion>, PolicyEngine> engines;

    PublishedPolicies(List<PolicyVersion> versions, Function<List<PolicyVersion>, PolicyEngine> engines) {
        this.versions = List.copyOf(versions);
        this.timelines = versions.stream()
                .collect(Collectors.groupingBy(
                        PolicyVersion::vendor,
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), PolicyTimeline::of)));
        this.engines = engines;
    }

    /** The engine for the policies in force on a date; takes a moment where nobody asked for these versions before. */
    public PolicyEngine inForceOn(LocalDate asOf) {
        return engines.apply(timelines.values().stream()
                .flatMap(timeline -> timeline.inForceOn(asOf).stream())
                .sorted(Comparator.comparing(PolicyVersion::vendor))
                .toList());
    }

    /** The version number of each vendor's policy in force on a date. */
    public SortedMap<Vendor, Integer> versionsOn(LocalDate asOf) {
        SortedMap<Vendor, Integer> inForce = new TreeMap<>();
        timelines.forEach((vendor, timeline) -> {
            Optional<PolicyVersion> version = timeline.inForceOn(asOf);
            version.ifPresent(found -> inForce.put(vendor, found.version()));
        });
        return inForce;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublishedPolicies policies && policies.versions.equals(versions);
    }

    @Override
    public int hashCode() {
        return versions.hashCode();
    }
}
