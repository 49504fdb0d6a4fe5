package org.trueup.batch.mail;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.trueup.rules.outcome.Assessment;
import org.trueup.spreadsheets.report.Urgency;

/** What an account manager's tenants come to, and the most urgent of them, whatever their number. */
final class ManagerTally {
    static final int MOST = 3;

    private final Map<Urgency.Rank, Integer> ranks = new EnumMap<>(Urgency.Rank.class);
    /** The least urgent first, since it is the one that goes. */
    private final PriorityQueue<UrgentLine> most = new PriorityQueue<>(MOST + 1, Comparator.reverseOrder());

    private int tenants;

    void add(Assessment assessment, LocalDate asOf) {
        tenants++;
        Urgency urgency = Urgency.of(assessment, asOf);
        if (urgency != null) {
            ranks.merge(urgency.rank(), 1, Integer::sum);
            most.add(UrgentLine.of(urgency, assessment));
            if (most.size() > MOST) {
                most.remove();
            }
        }
    }

    int tenants() {
        return tenants;
    }

    /** Tenants that somebody must act about. */
    int urgent() {
        return ranks.values().stream().mapToInt(Integer::intValue).sum();
    }

    int of(Urgency.Rank rank) {
        return ranks.getOrDefault(rank, 0);
    }

    /** The most urgent first. */
    List<UrgentLine> mostUrgent() {
        return most.stream().sorted().toList();
    }
}
