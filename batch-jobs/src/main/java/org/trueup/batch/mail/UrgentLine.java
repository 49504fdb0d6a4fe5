package org.trueup.batch.mail;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Position;
import org.trueup.spreadsheets.report.Offer;
import org.trueup.spreadsheets.report.Urgency;

/**
 * A tenant that somebody must act about, as the workbook's sheet of them has it; the most urgent compares as the least.
 *
 * @param offer what to do, as a sentence; empty where nothing is known
 */
record UrgentLine(Urgency urgency, Tenant tenant, @Nullable Position position, String offer)
        implements Comparable<UrgentLine> {
    /** The sheet's order, so that its first lines are these. */
    private static final Comparator<UrgentLine> ORDER = Comparator.comparing(
                    UrgentLine::urgency,
                    Comparator.comparing(Urgency::rank)
                            .thenComparing(Urgency::daysLeft, Comparator.nullsLast(Comparator.naturalOrder()))
                            .thenComparing(Urgency::shortBy, Comparator.reverseOrder()))
            .thenComparing(line -> line.tenant().id());

    static UrgentLine of(Urgency urgency, Assessment assessment) {
        return new UrgentLine(urgency, assessment.tenant(), assessment.position(), Offer.of(assessment));
    }

    @Override
    public int compareTo(UrgentLine other) {
        return ORDER.compare(this, other);
    }
}
