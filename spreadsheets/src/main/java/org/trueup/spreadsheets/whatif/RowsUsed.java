package org.trueup.spreadsheets.whatif;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.trueup.rules.outcome.Assessment;
import org.trueup.spreadsheets.policybook.PolicyRow;

/** Which rows had a say about the compared tenants. Not for use by several threads at once. */
public final class RowsUsed {
    private final Map<RowPlace, Long> published = new HashMap<>();
    private final Set<RowPlace> draft = new HashSet<>();

    public void add(Assessment before, Assessment after) {
        before.decidedBy().forEach(cell -> published.merge(new RowPlace(cell.sheet(), cell.row()), 1L, Long::sum));
        after.decidedBy().forEach(cell -> draft.add(new RowPlace(cell.sheet(), cell.row())));
    }

    /** Adds what other tenants used. */
    public void add(RowsUsed other) {
        other.published.forEach((row, tenants) -> published.merge(row, tenants, Long::sum));
        draft.addAll(other.draft);
    }

    /** About how many tenants a row of the published version had a say. */
    public long byPublished(PolicyRow row) {
        return published.getOrDefault(RowPlace.of(row), 0L);
    }

    /** Whether a row of the draft had a say about any tenant. */
    public boolean byDraft(PolicyRow row) {
        return draft.contains(RowPlace.of(row));
    }
}
