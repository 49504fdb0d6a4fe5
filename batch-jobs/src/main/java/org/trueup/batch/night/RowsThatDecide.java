package org.trueup.batch.night;

import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.trueup.batch.store.PolicyVersions;
import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.policybook.PolicyBook;
import org.trueup.spreadsheets.whatif.PolicyRows;

/** The rows of the policy versions that decided a night, each workbook read at most once. Safe for use by several threads. */
final class RowsThatDecide {
    private final SortedMap<Vendor, Integer> versions;
    private final PolicyVersions store;
    private final Map<Vendor, PolicyRows> read = new ConcurrentHashMap<>();

    RowsThatDecide(SortedMap<Vendor, Integer> versions, PolicyVersions store) {
        this.versions = versions;
        this.store = store;
    }

    PolicyRows of(Vendor vendor) {
        Integer version = versions.get(vendor);
        return version == null ? PolicyRows.NONE : read.computeIfAbsent(vendor, asked -> read(asked, version));
    }

    private PolicyRows read(Vendor vendor, int version) {
        return store.all(vendor).stream()
                .filter(kept -> kept.version() == version)
                .findFirst()
                .map(kept -> new PolicyRows(PolicyBook.rows(vendor, store.workbook(kept))))
                .orElse(PolicyRows.NONE);
    }
}
