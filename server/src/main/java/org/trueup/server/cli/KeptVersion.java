package org.trueup.server.cli;

import java.util.List;
import org.trueup.batch.store.PolicyVersion;
import org.trueup.rules.fact.Vendor;
import org.trueup.server.run.Policies;

/** Finds the versions that people name. */
final class KeptVersion {
    private KeptVersion() {}

    /** All versions of a vendor that has one. */
    static List<PolicyVersion> all(Policies policies, Vendor vendor) {
        List<PolicyVersion> versions = policies.versions(vendor);
        if (versions.isEmpty()) {
            throw new NotDone("The store holds no policy of " + vendor + "; \"trueup publish " + vendor
                    + ".xlsx\" would make the first version.");
        }
        return versions;
    }

    /** The version of that number. */
    static PolicyVersion of(Policies policies, Vendor vendor, int number) {
        List<PolicyVersion> versions = all(policies, vendor);
        return versions.stream()
                .filter(version -> version.version() == number)
                .findFirst()
                .orElseThrow(() -> new NotDone("There is no version " + number + " of " + vendor
                        + "; the store holds " + held(versions.size()) + ", \"trueup versions " + vendor
                        + "\" lists them."));
    }

    private static String held(int versions) {
        return versions == 1 ? "version 1 only" : "versions 1 to " + versions;
    }
}
