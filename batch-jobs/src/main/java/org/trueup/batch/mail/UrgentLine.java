package org.trueup.batch.mail;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.FindingCode;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.outcome.Severity;
import org.trueup.spreadsheets.report.Urgency;

/**
 * A tenant that somebody must act about; the most urgent compares as the least.
 *
 * @param wayBack what to do, as a sentence; none where nothing is known
 */
record UrgentLine(
        Urgency urgency,
        Tenant tenant,
        @Nullable Position position,
        @Nullable String wayBack) implements Comparable<UrgentLine> {
    private static final Comparator<UrgentLine> ORDER = Comparator.comparing(UrgentLine::urgency)
            .thenComparing(line -> line.tenant().id());

    static UrgentLine of(Urgency urgency, Assessment assessment) {
        return new UrgentLine(urgency, assessment.tenant(), assessment.position(), wayBack(urgency, assessment));
    }

    private static @Nullable String wayBack(Urgency urgency, Assessment assessment) {
        Position position = assessment.position();
        List<Finding> open = assessment.findings().stream()
                .filter(finding -> !finding.waived())
                .toList();
        return switch (urgency.rank()) {
            case BLOCKED, GRACE -> position == null ? null : position.wayBack();
            case VIOLATION ->
                open.stream()
                        .filter(finding -> finding.severity() == Severity.VIOLATION)
                        .map(finding -> Objects.requireNonNullElse(finding.wayBack(), finding.message()))
                        .findFirst()
                        .orElse(null);
            case SEATS -> cure(position, open, FindingCode.SEAT_LIMIT_REACHED);
            case CREDITS -> cure(position, open, FindingCode.CREDITS_RUNNING_OUT);
        };
    }

    private static @Nullable String cure(@Nullable Position position, List<Finding> open, FindingCode code) {
        return Stream.concat(
                        Stream.ofNullable(position == null ? null : position.wayBack()),
                        open.stream()
                                .filter(finding -> finding.code().equals(code.name()))
                                .map(Finding::message))
                .findFirst()
                .orElse(null);
    }

    @Override
    public int compareTo(UrgentLine other) {
        return ORDER.compare(this, other);
    }
}
