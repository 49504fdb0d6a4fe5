package org.trueup.batch.night;

import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.whatif.PolicyRows;

/** The rows of the policy versions that decided a night, each workbook read at most once. Safe for use by several threads. */
final class RowsThatDecide {
    private final SortedMap<Vendor, Integer> versions;
    private final PolicyEngines policies;
    private final Map<Vendor, PolicyRows> read = new ConcurrentHashMap<>();

    RowsThatDecide(SortedMap<Vendor, Integer> versions, PolicyEngines policies) {
        this.versions = versions;
        this.policies = policies;
    }

    PolicyRows of(Vendor vendor) {
        Integer version = versions.get(vendor);
        return version == null ? PolicyRows.NONE : read.computeIfAbsent(vendor, asked -> policies.rows(asked, version));
    }
}
