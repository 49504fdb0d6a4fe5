package org.trueup.server.page;

import org.trueup.rules.fact.Vendor;
import org.trueup.server.problem.Refusal;

/** Reads a vendor's name from the address of a page. */
final class VendorPath {
    private VendorPath() {}

    /** Whether or not the vendor has a policy. */
    static Vendor of(String name) {
        if (!Vendor.isName(name)) {
            throw Refusal.notFound("There is no vendor of that name.");
        }
        return new Vendor(name);
    }
}
