package org.trueup.spreadsheets.report;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.outcome.Assessment;

/** What the tenants of one file, or of all, come to, by vendor. */
final class NightTally {
    private final SortedMap<Vendor, Tally> vendors = new TreeMap<>();
    private final SortedMap<Vendor, FileRows> rows = new TreeMap<>();

    static NightTally sum(Collection<NightTally> parts) {
        NightTally sum = new NightTally();
        for (NightTally part : parts) {
            part.vendors.forEach((vendor, tally) -> sum.of(vendor).add(tally));
            part.rows.forEach(sum::wrote);
        }
        return sum;
    }

    void add(Assessment assessment) {
        of(assessment.tenant().vendor()).add(assessment);
    }

    /** Notes rows that were written of a vendor's tenants. */
    void wrote(Vendor vendor, FileRows more) {
        rows.merge(vendor, more, FileRows::plus);
    }

    /** What was written, by vendor name. */
    SortedMap<Vendor, FileRows> rows() {
        return rows;
    }

    /** By vendor name. */
    SortedMap<Vendor, Tally> vendors() {
        return vendors;
    }

    Tally total() {
        Tally total = new Tally();
        vendors.values().forEach(total::add);
        return total;
    }

    boolean sameAs(NightTally other) {
        return vendors.keySet().equals(other.vendors.keySet())
                && vendors.entrySet().stream()
                        .allMatch(entry -> entry.getValue().sameAs(other.of(entry.getKey())));
    }

    private Tally of(Vendor vendor) {
        return vendors.computeIfAbsent(vendor, name -> new Tally());
    }
}
