package org.trueup.server.page;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trueup.batch.store.PolicyVersion;
import org.trueup.batch.store.PolicyVersions;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.outcome.Cell;
import org.trueup.spreadsheets.policybook.PolicyBook;
import org.trueup.spreadsheets.policybook.PolicyRow;
import org.trueup.spreadsheets.whatif.PolicyRows;

/** What the rows of published policies say, in words; the last versions that were asked about are kept. */
@Component
class PolicyWords {
    private static final int KEPT = 24;

    private final PolicyVersions versions;
    private final Map<Key, PolicyRows> read = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, PolicyRows> eldest) {
            return size() > KEPT;
        }
    };

    PolicyWords(PolicyVersions versions) {
        this.versions = versions;
    }

    private record Key(Vendor vendor, int version) {}

    /** The version that decided a tenant on a date; empty for a vendor without a policy. */
    Optional<Integer> version(Vendor vendor, LocalDate asOf) {
        return Optional.ofNullable(versions.inForceOn(asOf).get(vendor)).map(PolicyVersion::version);
    }

    /**
     * The row that a cell stands in.
     *
     * @param version which decided; none where no policy did
     * @return none where the version has no such row
     */
    @Nullable
    RowSaying row(Vendor vendor, @Nullable Integer version, @Nullable Cell cell) {
        if (version == null || cell == null) {
            return null;
        }
        PolicyRow row = rows(new Key(vendor, version)).at(cell);
        return row == null ? null : new RowSaying(cell, version, row);
    }

    private synchronized PolicyRows rows(Key key) {
        PolicyRows known = read.get(key);
        if (known == null) {
            known = versions.all(key.vendor()).stream()
                    .filter(kept -> kept.version() == key.version())
                    .findFirst()
                    .map(kept -> new PolicyRows(PolicyBook.rows(key.vendor(), versions.workbook(kept))))
                    .orElse(PolicyRows.NONE);
            read.put(key, known);
        }
        return known;
    }
}
