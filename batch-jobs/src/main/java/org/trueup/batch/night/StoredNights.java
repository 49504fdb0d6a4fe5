package org.trueup.batch.night;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.rules.fact.Vendor;

/** Finds the nights that the store keeps, for their reports. */
record StoredNights(JdbcClient sql, NightRuns runs, NightTallies tallies, PolicyEngines policies) {

    /** The night as it is when a run counts; a run of one vendor leaves the others the runs they have. */
    StoredNight of(NightParameters night) {
        SortedMap<Vendor, Integer> counting =
                night.everyone() || night.preview() ? new TreeMap<>() : runs.counting(night.asOf());
        runs.vendors(night.run()).forEach(vendor -> counting.put(vendor, night.run()));
        return night(night.asOf(), night.preview(), night.run(), counting, tallies.before(night.asOf()));
    }

    /** A night of before, as its files were made last; none where no run counts for the date. */
    Optional<StoredNight> of(LocalDate asOf) {
        SortedMap<Vendor, Integer> counting = runs.counting(asOf);
        return counting.values().stream()
                .max(Integer::compare)
                .map(last -> night(asOf, false, last, counting, tallies.keptFor(last)));
    }

    private StoredNight night(
            LocalDate asOf,
            boolean preview,
            int run,
            SortedMap<Vendor, Integer> counting,
            SortedMap<LocalDate, Integer> before) {
        return new StoredNight(
                new StoredNight.Made(asOf, preview, run, runs.versions(counting), before),
                sql,
                tallies,
                policies,
                TenantDirectory.of(counting, sql),
                new AssessmentRows(counting, sql));
    }
}
