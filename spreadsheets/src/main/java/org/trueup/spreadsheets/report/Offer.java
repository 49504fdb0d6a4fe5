package org.trueup.spreadsheets.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.FindingCode;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.outcome.Severity;

/** What to offer a tenant that somebody must act about, in one sentence that can be read out on the phone. */
public final class Offer {
    private static final Comparator<Finding> SPEAKS_FIRST = Comparator.comparing(Finding::severity)
            .thenComparing(finding -> finding.code().equals(FindingCode.CREDITS_RUNNING_OUT.name()))
            .reversed();

    private Offer() {}

    /** The way back; where none is known, what is so. Empty where nothing is said. */
    public static String of(Assessment assessment) {
        Position position = assessment.position();
        List<Finding> open = assessment.findings().stream()
                .filter(finding -> !finding.waived())
                .sorted(SPEAKS_FIRST)
                .toList();
        Stream<@Nullable String> changes = Stream.concat(
                Stream.of(position == null ? null : position.wayBack()),
                open.stream()
                        .filter(finding -> finding.severity() == Severity.VIOLATION)
                        .map(Finding::wayBack));
        return changes.filter(Objects::nonNull)
                .findFirst()
                .map(Offer::sentence)
                .orElseGet(() -> open.isEmpty() ? said(position) : open.get(0).message());
    }

    private static String said(@Nullable Position position) {
        String told = position == null ? null : position.whatHappens();
        return told == null ? "" : told;
    }

    private static String sentence(String change) {
        String begun = change.substring(0, 1).toUpperCase(Locale.ROOT) + change.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }
}
