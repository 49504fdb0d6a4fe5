package org.trueup.server.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.store.PolicyTimeline;
import org.trueup.batch.store.PolicyVersion;
import org.trueup.batch.store.PolicyVersions;

/** A published version in a list: when it is in force, who made it, and why. */
record VersionLine(
        int version,
        Word state,
        String days,
        String author,
        String approver,
        String note,
        String published,
        @Nullable Integer backTo) {

    /** The last published first. */
    static List<VersionLine> all(List<PolicyVersion> versions, LocalDate today) {
        PolicyTimeline timeline = PolicyTimeline.of(versions);
        return versions.stream()
                .sorted((one, other) -> Integer.compare(other.version(), one.version()))
                .map(version -> of(version, timeline, today))
                .toList();
    }

    static VersionLine of(PolicyVersion version, PolicyTimeline timeline, LocalDate today) {
        Optional<PolicyTimeline.Period> period = timeline.of(version);
        return new VersionLine(
                version.version(),
                state(period, today),
                period.map(VersionLine::days).orElse("never"),
                version.author(),
                version.approver(),
                version.note(),
                Words.day(version.publishedAt().toLocalDate()),
                version.backTo());
    }

    private static Word state(Optional<PolicyTimeline.Period> period, LocalDate today) {
        if (period.isEmpty()) {
            return new Word("– Never in force", "NOTE");
        }
        if (period.get().from().isAfter(today)) {
            return new Word("◆ Scheduled", "CARE");
        }
        LocalDate until = period.get().until();
        return until == null || !until.isBefore(today) ? new Word("○ In force", "GOOD") : new Word("● Past", "NOTE");
    }

    private static String days(PolicyTimeline.Period period) {
        String from = period.from().equals(PolicyVersions.BEGINNING_OF_TIME) ? "" : "from " + Words.day(period.from());
        LocalDate until = period.until();
        if (until == null) {
            return from.isEmpty() ? "always" : from;
        }
        return (from + " until " + Words.day(until)).strip();
    }
}
