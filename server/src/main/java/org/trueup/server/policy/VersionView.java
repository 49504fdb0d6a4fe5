package org.trueup.server.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.store.PolicyTimeline;
import org.trueup.batch.store.PolicyVersion;

/**
 * A published version as HTTP tells it.
 *
 * @param v what stands for it in addresses
 * @param inForce none where another version has the same first day and a higher number
 */
record VersionView(
        String v,
        String status,
        int version,
        LocalDate effectiveOn,
        @Nullable Days inForce,
        @Nullable Integer backTo,
        String author,
        String approver,
        String note,
        Instant publishedAt,
        String sha256) {

    /** @param until none where no other version takes over */
    record Days(LocalDate from, @Nullable LocalDate until) {}

    static VersionView of(PolicyVersion version, PolicyTimeline timeline) {
        Optional<PolicyTimeline.Period> period = timeline.of(version);
        return new VersionView(
                String.valueOf(version.version()),
                Draft.State.PUBLISHED.name(),
                version.version(),
                version.effectiveOn(),
                period.map(days -> new Days(days.from(), days.until())).orElse(null),
                version.backTo(),
                version.author(),
                version.approver(),
                version.note(),
                version.publishedAt().toInstant(ZoneOffset.UTC),
                version.sha256());
    }
}
