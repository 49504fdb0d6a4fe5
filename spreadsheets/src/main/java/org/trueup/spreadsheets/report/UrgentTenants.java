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

/** The few tenants to look at first: those over their limit, the most licences short first, then violations. */
final class UrgentTenants {
    static final int MOST = 10;

    private static final Comparator<Urgent> ORDER = Comparator.comparing(Urgent::shortBy)
            .reversed()
            .thenComparing(Urgent::severity, Comparator.reverseOrder())
            .thenComparing(urgent -> urgent.tenant().id());

    /** The least urgent first, since it is the one that goes. */
    private final PriorityQueue<Urgent> most = new PriorityQueue<>(MOST + 1, ORDER.reversed());

    void offer(Assessment assessment, Spot spot) {
        Finding worst = assessment.findings().stream()
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

    /** The most urgent first. */
    List<Urgent> list() {
        return most.stream().sorted(ORDER).toList();
    }

    /**
     * One tenant of the list.
     *
     * @param worst the worst of its findings
     * @param spot where it stands in the workbook
     */
    record Urgent(
            Tenant tenant,
            @Nullable Position position,
            @Nullable Finding worst,
            Spot spot) {
        int shortBy() {
            return position == null ? 0 : position.shortBy();
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
