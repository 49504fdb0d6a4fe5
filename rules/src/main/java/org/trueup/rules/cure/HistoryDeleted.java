package org.trueup.rules.cure;

import java.util.List;
import java.util.Optional;
import org.trueup.rules.cure.Change.StoredHistory;
import org.trueup.rules.cure.Smallest.Progress;
import org.trueup.rules.policy.derived.StorageAllowance;
import org.trueup.rules.policy.derived.Words;

/** Stored history deleted down to what is allowed (A15). */
final class HistoryDeleted implements Family {

    @Override
    public Optional<List<Cure>> cures(TenantCase tenant, Target target) {
        Integer stored = tenant.facts().tenant().storedHistoryDays();
        if (stored == null || stored == 0) {
            return Optional.of(List.of());
        }
        // by the days deleted: the fewest
        Progress progress = new Smallest(tenant, target, 0, deleted -> new StoredHistory(stored - deleted))
                .search(hints(tenant, stored), stored);
        return switch (progress.step()) {
            case ASKING -> Optional.empty();
            case NO_NUMBER_CURES -> Optional.of(List.of());
            case FOUND -> Optional.of(List.of(cure(stored, stored - progress.number())));
        };
    }

    /** What is stored beyond each allowance. */
    private static List<Integer> hints(TenantCase tenant, int stored) {
        return tenant.position().stream()
                .flatMap(position ->
                        StorageAllowance.among(position.entitlements(), tenant.policy(), position.plan()).stream())
                .map(allowance -> stored - allowance.days())
                .filter(beyond -> beyond > 0)
                .toList();
    }

    private static Cure cure(int stored, int left) {
        return new Cure(
                new StoredHistory(left),
                "delete stored history down to " + Words.count(left, "day")
                        + " (export it first: deleting cannot be undone)",
                left + 1 == stored ? null : new StoredHistory(left + 1));
    }
}
