package org.trueup.server.page;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.store.PolicyTimeline;
import org.trueup.batch.store.PolicyVersion;
import org.trueup.rules.fact.Vendor;
import org.trueup.server.policy.Draft;
import org.trueup.server.policy.Editions;

/**
 * The policy of a vendor in the list of all.
 *
 * @param inForce today; none where no version is
 * @param scheduled the next that comes into force; none where none is to come
 */
record PolicyLine(
        String vendor,
        @Nullable VersionLine inForce,
        @Nullable VersionLine scheduled,
        List<Draft> drafts) {

    static PolicyLine of(Vendor vendor, Editions editions, LocalDate today) {
        List<PolicyVersion> versions = editions.versions(vendor);
        PolicyTimeline timeline = PolicyTimeline.of(versions);
        VersionLine now = timeline.inForceOn(today)
                .map(version -> VersionLine.of(version, timeline, today))
                .orElse(null);
        VersionLine next = versions.stream()
                .filter(version -> version.effectiveOn().isAfter(today))
                .filter(version -> timeline.of(version).isPresent())
                .min((one, other) -> one.effectiveOn().compareTo(other.effectiveOn()))
                .map(version -> VersionLine.of(version, timeline, today))
                .orElse(null);
        return new PolicyLine(vendor.name(), now, next, editions.drafts(vendor));
    }
}
