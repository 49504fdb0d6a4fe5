package org.trueup.batch.night;

import java.util.Optional;
import java.util.SortedMap;
import org.trueup.rules.fact.Vendor;

/**
 * What the answers of a night depend on, besides its date. While it is the same, any range of tenants is decided the same,
 * whenever and by whichever program.
 *
 * @param feed the latest feed that was loaded; 0 is none
 * @param policies the version of each vendor's policy that decides
 * @param nightsBefore fingerprint of which runs count for the nights before it
 * @param program fingerprint of the program
 */
record NightBasis(int feed, SortedMap<Vendor, Integer> policies, String nightsBefore, String program) {

    /** What is different from what it was, as the beginning of a sentence; empty where nothing is. */
    Optional<String> changedSince(NightBasis before) {
        if (feed != before.feed) {
            return Optional.of("the facts have changed");
        }
        if (!policies.equals(before.policies)) {
            return Optional.of("another version of a policy is in force");
        }
        if (!nightsBefore.equals(before.nightsBefore)) {
            return Optional.of("a night before it has changed");
        }
        return program.equals(before.program) ? Optional.empty() : Optional.of("the program is another one");
    }
}
