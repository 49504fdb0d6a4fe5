package org.trueup.batch.whatif;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.trueup.batch.night.StoredFacts;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.policy.PolicyEngine;
import org.trueup.spreadsheets.whatif.Comparison;
import org.trueup.spreadsheets.whatif.RowsUsed;
import org.trueup.spreadsheets.whatif.TenantChange;
import org.trueup.spreadsheets.whatif.WhatIfTally;

/** Has tenants decided twice as they are read, and keeps what is different. */
record RangeComparing(
        StoredFacts facts,
        LocalDate asOf,
        PolicyEngine published,
        PolicyEngine draft,
        Comparison comparison,
        ChangeSpool spool) {

    /** What a part of the tenants comes to. */
    record Found(WhatIfTally tally, RowsUsed rows) {
        static Found nothing() {
            return new Found(new WhatIfTally(), new RowsUsed());
        }

        void add(Found other) {
            tally.add(other.tally);
            rows.add(other.rows);
        }
    }

    /** @param progress is told after some hundreds of tenants how many they were, and may throw to end the work */
    Found compare(StoredFacts.Part part, IntConsumer progress) {
        Found found = Found.nothing();
        facts.read(part, (numbers, tenants) -> {
            compare(numbers, tenants, found);
            progress.accept(tenants.size());
        });
        return found;
    }

    private void compare(List<Integer> numbers, List<TenantFacts> tenants, Found found) {
        List<Assessment> before = published.assess(tenants, asOf);
        List<Assessment> after = draft.assess(tenants, asOf);
        List<Integer> changed = new ArrayList<>();
        List<TenantChange> changes = new ArrayList<>();
        for (int i = 0; i < tenants.size(); i++) {
            TenantChange change = comparison.of(before.get(i), after.get(i)).orElse(null);
            found.tally().add(before.get(i), after.get(i), change);
            found.rows().add(before.get(i), after.get(i));
            if (change != null) {
                changed.add(numbers.get(i));
                changes.add(change);
            }
        }
        spool.add(changed, changes);
    }
}
