package org.trueup.spreadsheets.report;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.outcome.Severity;
import org.trueup.rules.outcome.Status;

/**
 * The few tenants to look at first: those over their limit by more than is tolerated, the most licences short first, then
 * violations. What is waived asks nobody to look.
 */
final class UrgentTenants {
    static final int MOST = 10;

    private static final Comparator<Urgent> ORDER = Comparator.comparing(Urgent::shortBy)
            .reversed()
            .thenComparing(Urgent::severity, Comparator.reverseOrder())
            .thenComparing(urgent -> urgent.tenant().id());

    /** The least urgent first, since it is the one that goes. */
    private final PriorityQueue<Urgent> most = new PriorityQueue<>(MOST + 1, ORDER.reversed());

    void offer(Assessment assessment, Spot spot) {
        if (excused(assessment)) {
            return;
        }
        Finding worst = assessment.findings().stream()
                .filter(finding -> !finding.waived())
                .max(Comparator.comparing(Finding::severity).thenComparing(Finding.ORDER.reversed()))
                .orElse(null);
        Urgent urgent = new Urgent(assessment.tenant(), assessment.position(), worst, spot);
        if (urgent.shortBy() > 0 || urgent.severity() == Severity.VIOLATION) {
            most.add(urgent);
            if (most.size() > MOST) {
                most.remove();
            }
        }
    }

    /** Whether all that asks for action is waived; never where access is blocked. */
    private static boolean excused(Assessment assessment) {
        Position position = assessment.position();
        boolean blocked = position != null && position.status() == Status.BLOCKED;
        List<Finding> toActOn = assessment.findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .toList();
        return !blocked && !toActOn.isEmpty() && toActOn.stream().allMatch(Finding::waived);
    }

    /** The most urgent first. */
    List<Urgent> list() {
        return most.stream().sorted(ORDER).toList();
    }

    /**
     * One tenant of the list.
     *
     * @param worst the worst of its findings that are not waived
     * @param spot where it stands in the workbook
     */
    record Urgent(
            Tenant tenant,
            @Nullable Position position,
            @Nullable Finding worst,
            Spot spot) {
        /** What is tolerated is not urgent. */
        int shortBy() {
            return position == null || !position.status().aboveLimit() ? 0 : position.shortBy();
        }

        Severity severity() {
            return worst == null ? Severity.INFO : worst.severity();
        }

        String why() {
            if (worst != null) {
                return worst.message();
            }
            String told = position == null ? null : position.whatHappens();
            return told == null ? "" : told;
        }
    }
}
