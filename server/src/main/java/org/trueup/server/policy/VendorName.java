package org.trueup.server.policy;

import org.trueup.rules.fact.Vendor;
import org.trueup.server.problem.Refusal;

/** Reads a vendor's name from an address. */
final class VendorName {
    private VendorName() {}

    /** A vendor, whether or not it has a policy: one that has none yet begins with a draft. */
    static Vendor of(String text) {
        if (!Vendor.isName(text)) {
            throw Refusal.of("vendor", "A vendor's name has a-z, 0-9 and - alone, at most 60 of them.");
        }
        return new Vendor(text);
    }
}
