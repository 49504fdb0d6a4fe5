package org.trueup.batch.night;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.trueup.batch.night.Counted.Place;
import org.trueup.rules.outcome.Assessment;

/** What a range wrote, counted while it was written; each range notes it in its own execution context. */
final class WrittenRows {
    private static final String KEY = "written.";
    private static final Set<Counted> WRITTEN = EnumSet.range(Counted.TENANTS, Counted.PACKS_OF_USERS);

    private final Map<Counted, Long> counts = new EnumMap<>(Counted.class);

    void add(Assessment assessment, int packsOfUsers) {
        add(Counted.TENANTS, 1);
        add(assessment.position() == null ? Counted.NOT_DECIDED : Counted.DECIDED, 1);
        add(Counted.FINDINGS, assessment.findings().size());
        add(Counted.MONTHS, assessment.months().size());
        add(Counted.USERS, assessment.users().size());
        add(Counted.PACKS_OF_USERS, packsOfUsers);
    }

    private void add(Counted counted, long more) {
        counts.merge(counted, more, Long::sum);
    }

    void note(ExecutionContext context) {
        // a range that is done again has noted what it had written before
        WRITTEN.forEach(counted -> context.putLong(KEY + counted, counts.getOrDefault(counted, 0L)));
    }

    /** Adds what all ranges of a run wrote. */
    static void addTo(Reckoning reckoning, Collection<StepExecution> ranges) {
        for (Counted counted : WRITTEN) {
            long written = ranges.stream()
                    .mapToLong(range -> range.getExecutionContext().getLong(KEY + counted, 0))
                    .sum();
            reckoning.put(counted, Place.WRITTEN, written);
        }
    }
}
