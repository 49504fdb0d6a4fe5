package org.trueup.batch.store;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When each version of one vendor's policy is in force; knows no today. */
public final class PolicyTimeline {
    private static final Comparator<PolicyVersion> LAST_WINS =
            Comparator.comparing(PolicyVersion::effectiveOn).thenComparing(PolicyVersion::version);

    private final List<PolicyVersion> versions;

    private PolicyTimeline(List<PolicyVersion> versions) {
        this.versions = versions;
    }

    /** @param versions all of one vendor, in any order */
    public static PolicyTimeline of(List<PolicyVersion> versions) {
        return new PolicyTimeline(versions.stream().sorted(LAST_WINS).toList());
    }

    /** Of the versions effective by a day, the one that became effective last, and among equals the highest. */
    public Optional<PolicyVersion> inForceOn(LocalDate day) {
        return versions.stream()
                .filter(version -> !version.effectiveOn().isAfter(day))
                .reduce((earlier, later) -> later);
    }

    /** The days on which a version is in force; none where a higher one has the same first day. */
    public Optional<Period> of(PolicyVersion version) {
        if (!inForceOn(version.effectiveOn()).equals(Optional.of(version))) {
            return Optional.empty();
        }
        LocalDate until =
                after(version).map(next -> next.effectiveOn().minusDays(1)).orElse(null);
        return Optional.of(new Period(version.effectiveOn(), until));
    }

    /** The version that takes over from another one, if any does: the one in force on the day after its last. */
    public Optional<PolicyVersion> after(PolicyVersion version) {
        return versions.stream()
                .filter(later -> later.effectiveOn().isAfter(version.effectiveOn()))
                .findFirst()
                .flatMap(next -> inForceOn(next.effectiveOn()));
    }

    /**
     * Days without a gap.
     *
     * @param from the first day
     * @param until the last day; none where no other version takes over
     */
    public record Period(LocalDate from, @Nullable LocalDate until) {}
}
