package org.trueup.spreadsheets.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.FindingCode;
import org.trueup.rules.outcome.Grace;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.outcome.Severity;
import org.trueup.rules.outcome.Status;

/**
 * How soon somebody must act about a tenant; the most urgent compares as the least. What is waived asks nobody to act,
 * but for blocked access.
 *
 * @param daysLeft until it gets worse, 0 on the last day; none where no day is set
 * @param shortBy licences that are not covered
 * @param why in a few words
 */
public record Urgency(Rank rank, @Nullable Integer daysLeft, int shortBy, String why) implements Comparable<Urgency> {
    private static final Comparator<Urgency> ORDER = Comparator.comparing(Urgency::rank)
            .thenComparing(Urgency::daysLeft, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Urgency::shortBy, Comparator.reverseOrder())
            .thenComparing(Urgency::why);

    /** From the most urgent to the least. */
    public enum Rank {
        /** Nobody sees the data any more. */
        BLOCKED,
        /** Access will be blocked when the grace period ends. */
        GRACE,
        /** A rule is violated. */
        VIOLATION,
        /** More used than licensed, or no seat left. */
        SEATS,
        /** Credits are used up, or will be before the plan ends. */
        CREDITS
    }

    /** How urgent a tenant is on a date; none where nobody has to act. */
    public static @Nullable Urgency of(Assessment assessment, LocalDate asOf) {
        Position position = assessment.position();
        if (position != null && position.status() == Status.BLOCKED) {
            return blocked(position);
        }
        List<Finding> open = assessment.findings().stream()
                .filter(finding -> !finding.waived())
                .toList();
        if (excused(assessment, open)) {
            return null;
        }
        if (position != null && position.status() == Status.GRACE) {
            return grace(position, asOf);
        }
        Finding violation = open.stream()
                .filter(finding -> finding.severity() == Severity.VIOLATION)
                .findFirst()
                .orElse(null);
        if (violation != null) {
            return new Urgency(Rank.VIOLATION, null, shortOf(position), words(violation.code()));
        }
        return position == null ? null : limits(position, open);
    }

    /** Whether all that asks for action is waived. */
    private static boolean excused(Assessment assessment, List<Finding> open) {
        return open.stream().allMatch(finding -> finding.severity() == Severity.INFO)
                && assessment.findings().stream()
                        .anyMatch(finding -> finding.waived() && finding.severity() != Severity.INFO);
    }

    private static Urgency blocked(Position position) {
        Grace grace = position.grace();
        String why = grace == null ? "access is blocked" : "access is blocked, grace ended on " + grace.endsOn();
        return new Urgency(Rank.BLOCKED, 0, position.shortBy(), why);
    }

    private static Urgency grace(Position position, LocalDate asOf) {
        Grace grace = position.grace();
        return grace == null
                ? new Urgency(Rank.GRACE, null, position.shortBy(), "in grace")
                : new Urgency(
                        Rank.GRACE,
                        Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(asOf, grace.endsOn()))),
                        position.shortBy(),
                        "grace ends on " + grace.endsOn());
    }

    private static @Nullable Urgency limits(Position position, List<Finding> open) {
        boolean credits = position.metric() == Metric.MONTHLY_CREDITS;
        if (position.status().aboveLimit()) {
            return credits
                    ? new Urgency(Rank.CREDITS, 0, position.shortBy(), "credits are used up")
                    : new Urgency(Rank.SEATS, null, position.shortBy(), "over by " + position.shortBy());
        }
        if (has(open, FindingCode.SEAT_LIMIT_REACHED)) {
            return new Urgency(Rank.SEATS, null, 0, "no seat is left");
        }
        return has(open, FindingCode.CREDITS_RUNNING_OUT)
                ? new Urgency(Rank.CREDITS, null, 0, "credits run out before the plan ends")
                : null;
    }

    private static int shortOf(@Nullable Position position) {
        return position == null || !position.status().aboveLimit() ? 0 : position.shortBy();
    }

    private static boolean has(List<Finding> findings, FindingCode code) {
        return findings.stream().anyMatch(finding -> finding.code().equals(code.name()));
    }

    /** Codes are made to be read, those of the analysts' own checks too. */
    private static String words(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public int compareTo(Urgency other) {
        return ORDER.compare(this, other);
    }
}
